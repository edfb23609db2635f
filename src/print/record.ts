/** A law or a case → the source of its PDF: head, text, where the record comes from. The same facts as on its page, for the desk and the file. */
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { formatDate } from '../domain/date.ts';
import { direction, isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Routes } from '../i18n/routes.ts';
import { translator, type Translate } from '../i18n/translate.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import { isTreaty, workPath, type CaseWork, type LawWork, type Library } from '../library/library.ts';
import { bodyOf } from '../library/read.ts';
import { typstPhrase, typstString, typstText } from '../manuals/typst.ts';
import type { Case } from '../schema/case.ts';
import type { Law } from '../schema/law.ts';
import { lawText } from '../views/law-text.ts';
import { nameOf } from '../views/references.ts';
import { verificationOf } from '../views/verification.ts';
import { caseRows, type Row } from './case-rows.ts';
import { compareEids } from './citations.ts';
import { recordText, verbatim } from './record-text.ts';
import type { Stamp } from './volume.ts';

export interface RecordPrint {
  library: Library;
  /** Addresses of the public site; absent where it has no address of its own. */
  routes?: Routes | undefined;
  /** Families of type that are installed, by script. */
  families: { latin: string; arabic?: string; chinese?: string };
  stamp: Stamp;
  placeName: (code: string, language: InterfaceLanguage) => string;
}

/** Typst source of a law, or of one of its dated versions. */
export function lawRecord(print: RecordPrint, work: LawWork, entry: ExpressionEntry<Law>): string {
  const { data, expression } = entry;
  const { iso, t, language } = wordsOf(expression.language);
  const provisions = data.provisions ?? work.data.provisions ?? {};
  const groups = (references: readonly string[]): string[] => instruments(print.library, references, iso).map(({ name, numbers }) => (numbers.length === 0 ? name : t('refArticle', { work: name, number: numbers.join(', ') })));
  const date = (value: string | undefined): string | undefined => value && typstText(formatDate(value, language));
  const phrase = (value: string | undefined): string | undefined => value && typstPhrase(value, t('unverified'));
  const status = data.translation?.status;
  const translated = status === undefined || status === 'original' ? '' : `; ${t(({ official: 'translationOfficial', unofficial: 'translationUnofficial', machine: 'translationMachine' } as const)[status])}`;
  const under = groups([...new Set(Object.values(provisions).flatMap((provision) => provision.implements))]);
  const rows: [string, string | false | undefined][] = [
    [t('citedAs'), phrase(data.id_local)],
    [t('originalTitle'), data.title_original && settable(data.title_original.text, print.families) && `#text(lang: ${typstString(isoToTag(data.title_original.language))}, dir: ${direction(data.title_original.language)})[${verbatim(data.title_original.text)}]`],
    [t('state'), data.jurisdiction === 'un' || data.jurisdiction === 'int' ? undefined : typstText(print.placeName(data.jurisdiction, language))],
    [t(data.type_document === 'act' || data.type_document === 'code' ? 'enacted' : 'adopted'), date(data.date_document)],
    [t('published'), date(data.date_publication)],
    [t('inForceSince'), date(data.first_date_entry_in_force)],
    [t('noLongerInForce'), date(data.date_no_longer_in_force)],
    [t('status'), typstText(t(`status_${data.status}`)) + (data.status_note ? ` (${english(typstPhrase(data.status_note, t('unverified')))})` : '')],
    [t('version'), date(expression.version)],
    [t('participants'), phrase(data.participants)],
    [t('classifiedUnder'), under.length === 0 ? undefined : under.map(typstText).join(' #linebreak() ')],
    [t('text'), typstText(`${t(data.text === 'full' ? 'textIsFull' : 'textIsSummary')}${translated}${data.languages ? ` (${data.languages.map((code) => languageName(code, language)).join(', ')})` : ''}`)],
  ];
  const body = recordText(lawText(print.library, entry), {
    unverified: t('unverified'),
    after: (eid) => {
      const provision = provisions[eid];
      if (!provision || provision.implements.length === 0) return '';
      return `#beside[${typstText(`${groups(provision.implements).join('; ')}. ${t('confidence')}: ${t(`confidence_${provision.confidence}`)}.`)}]`;
    },
  });
  const closing = isTreaty(data) || under.length === 0 ? '' : `#beside[${typstText(t('classificationNote'))}]\n\n`;
  return page(print, t, { iso, data, rows, body: body + '\n\n' + closing, address: print.routes?.law(work.path, iso, undefined, expression.version), version: expression.version });
}

/** Typst source of a case. */
export function caseRecord(print: RecordPrint, work: CaseWork, entry: ExpressionEntry<Case>): string {
  const { data, expression } = entry;
  const { iso, t, language } = wordsOf(expression.language);
  const rows: Row[] = [
    [t('court'), typstPhrase(data.court, t('unverified'))],
    [t('decided'), typstText(formatDate(data.date_document, language)) + (data.date_note ? ` (${typstPhrase(data.date_note, t('unverified'))})` : '')],
    ...caseRows(print, t, iso, data),
  ];
  const body = recordText(bodyOf(print.library, entry), { unverified: t('unverified') });
  return page(print, t, { iso, data, rows, body: `${body}\n\n#beside[${typstText(t('noNamesNote'))}]\n\n`, address: print.routes?.case(work.path, iso) });
}

interface RecordPage {
  iso: string;
  data: Law | Case;
  rows: readonly (readonly [string, string | false | undefined])[];
  body: string;
  address: string | undefined;
  version?: string | undefined;
}

function page({ families, stamp }: RecordPrint, t: Translate, { iso, data, rows, body, address, version }: RecordPage): string {
  const tag = isoToTag(iso);
  const language = wordsOf(iso).language;
  const [year, month, day] = stamp.day.split('-').map(Number);
  const title = version === undefined ? data.title : `${data.title}, ${t('versionOf', { date: formatDate(version, language) })}`;
  const revision = [formatDate(stamp.day, language), stamp.revision && t('revision', { revision: stamp.revision })].filter(Boolean).join(', ');
  const { provenance } = data;
  const sources: [string, string | undefined][] = [
    [t('verified'), typstText(verificationOf(t, provenance))],
    [t('officialText'), provenance.official_url && link(provenance.official_url)],
    [t('sources'), provenance.source.map((source) => (/^https?:\/\/\S+$/.test(source) ? link(source) : verbatim(source))).join(' #linebreak() ')],
    [t('retrieved'), typstText(formatDate(provenance.retrieved, language))],
    [t('licence'), verbatim(provenance.licence)],
    [t('unverifiedList'), provenance.unverified?.length ? english(provenance.unverified.map((item) => typstPhrase(item, t('unverified'))).join(' #linebreak() ')) : undefined],
    [t('onTheSite'), address && link(address)],
  ];
  const list = (items: readonly (readonly [string, string | false | undefined])[]): string => `(${items.flatMap(([term, value]) => (value ? [`([${typstText(term)}], [${value}]),`] : [])).join(' ')})`;
  return [
    '#import "template.typ": *',
    '#show: record.with(',
    `  title: ${typstString(title)}, summary: ${data.summary ? `[${typstPhrase(data.summary, t('unverified'))}]` : 'none'}, name: ${typstString(t('siteName'))},`,
    `  lang: ${typstString(tag)}, region: ${tag === 'zh' ? '"CN"' : 'none'}, rtl: ${direction(iso) === 'rtl'}, fonts: (${familiesFor(tag, families).map((family) => `${typstString(family)},`).join(' ')}), date: (${year}, ${month}, ${day}),`,
    `  dateline: ${typstString(revision)}, notice: ${typstString(t('notLegalAdvice'))}, meta: ${list(rows)}, sources: ${typstString(t('provenance'))}, provenance: ${list(sources)},`,
    ')',
    '',
    body,
    '',
  ].join('\n');
}

/** The text's own language and, for the words around it, the nearest language of the interface. */
function wordsOf(iso: string): { iso: string; language: InterfaceLanguage; t: Translate } {
  const tag = isoToTag(iso);
  const language: InterfaceLanguage = isInterfaceLanguage(tag) ? tag : 'en';
  return { iso, language, t: translator(language) };
}

/** The script of the text goes before the others, which lend the letters it lacks. */
export function familiesFor(tag: string, { latin, arabic, chinese }: RecordPrint['families']): string[] {
  const rtl = direction(tag) === 'rtl';
  return [...(rtl && arabic ? [arabic] : []), latin, ...(!rtl && arabic ? [arabic] : []), ...(chinese ? [chinese] : [])];
}

/** In the reader's language: no font here has the letters of all languages that call themselves by name. */
function languageName(iso: string, language: InterfaceLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(isoToTag(iso)) ?? iso;
}

/** False for a title in letters that no font here has: its page shows it, and the PDF is made without. */
function settable(text: string, { arabic, chinese }: RecordPrint['families']): boolean {
  return new RegExp(`^[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Common}\\p{Script=Inherited}${arabic ? '\\p{Script=Arabic}' : ''}${chinese ? '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}' : ''}]*$`, 'u').test(text);
}

const english = (content: string): string => `#text(lang: "en", dir: ltr)[${content}]`;
const link = (address: string): string => `#text(dir: ltr, link(${typstString(address)}))`;

/** Articles by instrument, in the order of numbers. */
function instruments(library: Library, references: readonly string[], iso: string): { name: string; numbers: string[] }[] {
  const groups = new Map<string, { name: string; eids: string[] }>();
  for (const reference of references) {
    const { work: alias, eid } = parseCitation(reference)!;
    const path = workPath(library, alias);
    const work = path === undefined ? undefined : library.laws.get(path);
    if (!work) continue;
    const group = groups.get(work.path) ?? { name: nameOf(work, iso), eids: [] };
    groups.set(work.path, group);
    if (eid !== undefined && !group.eids.includes(eid)) group.eids.push(eid);
  }
  return [...groups.values()].map(({ name, eids }) => ({ name, numbers: eids.sort(compareEids).map(eidToNumber) }));
}
