/**
 * Library → documents of the search: the allow-list. Only what is made here can be found; lists, the directory and pages about
 * the site are not. Addresses come from the routes of the site, below its base.
 */
import { INTERFACE_LANGUAGES, isInterfaceLanguage, isoToTag, tagToIso, type InterfaceLanguage } from '../../domain/language.ts';
import { eidToNumber, parseCitation } from '../../domain/citation.ts';
import { crimeSlug, routes, isoOf } from '../../i18n/routes.ts';
import { translator } from '../../i18n/translate.ts';
import { bestEntry, bestExpression, isTreaty, workPath, type CaseWork, type LawWork, type Library } from '../../library/library.ts';
import { buildGraph } from '../../library/graph.ts';
import { keptTogether } from '../../library/keepable.ts';
import type { ExpressionEntry } from '../../library/entry.ts';
import { bodyOf } from '../../library/read.ts';
import { phraseToText } from '../../markdown/phrase.ts';
import { renderText } from '../../markdown/text.ts';
import type { Case } from '../../schema/case.ts';
import type { Law } from '../../schema/law.ts';
import { OTHER_NAMES } from './cldr-names.ts';
import type { DocumentRecord } from './language-index.ts';
import { manualText } from './manual-text.ts';
import { textBlocks, type ProvisionText } from './text-blocks.ts';

const here = routes('/');
/** Addresses are kept without the base path, so that an index serves any. */
const below = (address: string): string => address.slice(1);

/** Languages (BCP 47) in which the library has something to find: those of the interface, then any other a text is in. */
export function searchLanguages(library: Library): string[] {
  const found = new Set<string>();
  for (const work of [...library.laws.values(), ...library.cases.values()]) for (const { expression } of work.expressions) found.add(isoToTag(expression.language));
  return [...INTERFACE_LANGUAGES, ...[...found].filter((tag) => !(INTERFACE_LANGUAGES as readonly string[]).includes(tag)).sort()];
}

/** A Chinese character is a word as often as not. */
const LETTERS_OF_A_HAN = 3;

/** How much there is to index, in letters of text, by language (BCP 47). */
export function sizesOfLanguages(library: Library): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const work of [...library.laws.values(), ...library.cases.values()]) {
    for (const { expression, bodyLength } of work.expressions) {
      const tag = isoToTag(expression.language);
      sizes.set(tag, (sizes.get(tag) ?? 0) + bodyLength * (tag === 'zh' ? LETTERS_OF_A_HAN : 1));
    }
  }
  return sizes;
}

/** Path of each work → what it is kept with on a reader's device. */
export function setsOfWorks(library: Library): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const [set, works] of keptTogether(library, buildGraph(library))) for (const work of works) sets.set(work, [...(sets.get(work) ?? []), set]);
  return sets;
}

/** Every document of a language, in order of kind and path. */
export function* documentsOf(library: Library, tag: string, sets: ReadonlyMap<string, readonly string[]>): Generator<DocumentRecord> {
  const iso = tagToIso(tag);
  for (const work of library.laws.values()) {
    const entry = work.expressions.find(({ expression }) => expression.language === iso);
    const documents = entry ? lawDocuments(library, work, entry) : work.data.articles && isInterfaceLanguage(tag) ? conventionWithoutText(work, tag) : [];
    for (const document of documents) yield { ...document, sets: sets.get(work.path) };
  }
  for (const work of library.cases.values()) {
    const entry = work.expressions.find(({ expression }) => expression.language === iso);
    if (entry) yield { ...caseDocument(library, work, entry), sets: sets.get(work.path) };
  }
  yield* manualDocuments(library, iso);
  if ((INTERFACE_LANGUAGES as readonly string[]).includes(tag)) yield* placesAndSubjects(library, tag);
}

function* lawDocuments(library: Library, work: LawWork, entry: ExpressionEntry<Law>): Generator<DocumentRecord> {
  const { data, expression } = entry;
  const articles = data.articles ?? work.data.articles;
  const provisions = data.provisions ?? work.data.provisions;
  const references = Object.values(provisions ?? {}).flatMap((provision) => provision.implements);
  const columns = {
    ...places(library, data.jurisdiction, data.countries ?? []),
    ...classified(library, references),
    subject: data.is_about,
    status: [data.status],
  };
  const called = calledIn(work, isoToTag(expression.language));
  const names = [data.title_short, data.alias?.toUpperCase(), data.id_local, ...(data.title_alternative ?? []), data.title_original?.text, ...called].filter((name) => name !== undefined);
  const text = textWithSummary(library, entry);
  const date = data.date_document ?? data.date_publication ?? '';
  const kind = articles ? 'convention' : isTreaty(data) ? 'treaty' : 'law';
  const address = below(here.law(work.path, expression.language));
  if (!articles) {
    yield { kind, title: data.title, names, address, date, columns, text };
    return;
  }
  const alias = data.alias ?? work.data.alias!;
  const name = data.title_short ?? called[0] ?? data.title;
  yield { kind, title: data.title, names, address, date, columns: { ...columns, convention: [alias] }, text: text.filter(({ eid }) => !articles[eid]) };
  for (const provision of text) {
    if (!articles[provision.eid]) continue;
    yield {
      kind: 'article',
      title: `${provision.label || eidToNumber(provision.eid)}${provision.heading ? `. ${provision.heading}` : ''} — ${name}`,
      names: [alias.toUpperCase(), ...called.slice(1)].map((one) => `${provision.label} ${one}`),
      keywords: data.article_terms?.[provision.eid] ?? articles[provision.eid]!.terms,
      address: below(here.article(work.path, expression.language, provision.eid)),
      date,
      columns: { convention: [alias], article: [`${alias}#${provision.eid}`], status: [data.status] },
      text: [provision],
    };
  }
}

/** Short name of a work in a language, then the further names by which it is called there. */
function calledIn(work: LawWork, tag: string): string[] {
  const { titles_short: short, titles_other: others } = work.data;
  return [short?.[tag as 'fr'], ...(others?.[tag as 'fr'] ?? [])].filter((name) => name !== undefined);
}

/**
 * A convention and its articles in a language of the interface that has no text of it: pages are there in the reader's language, so
 * they are found by the names and numbers that are used in it.
 */
function* conventionWithoutText(work: LawWork, language: InterfaceLanguage): Generator<DocumentRecord> {
  const { data } = work;
  const iso = isoOf(language);
  const t = translator(language);
  const alias = data.alias!;
  const called = calledIn(work, language);
  const title = data.titles?.[language] ?? called[0] ?? data.title;
  const date = data.date_document ?? data.date_publication ?? '';
  const columns = { subject: data.is_about, status: [data.status], convention: [alias] };
  yield { kind: 'convention', title, names: [...called, alias.toUpperCase(), data.title, ...(data.title_alternative ?? [])], address: below(here.law(work.path, iso)), date, columns, text: [] };
  for (const eid of Object.keys(data.articles!)) {
    const label = t('articleNumber', { n: eidToNumber(eid) });
    yield {
      kind: 'article',
      title: `${label} — ${called[0] ?? title}`,
      names: [alias.toUpperCase(), ...called.slice(1)].map((one) => `${label} ${one}`),
      address: below(here.article(work.path, iso, eid)),
      date,
      columns: { convention: [alias], article: [`${alias}#${eid}`], status: [data.status] },
      text: [{ eid, label, heading: '', blocks: [title] }],
    };
  }
}

function caseDocument(library: Library, work: CaseWork, entry: ExpressionEntry<Case>): DocumentRecord {
  const { data, expression } = entry;
  return {
    kind: 'case',
    title: data.title,
    names: [data.id_local, data.mnc, data.ecli, data.case_number, ...(data.title_alternative ?? [])].filter((name) => name !== undefined),
    keywords: data.flynote,
    address: below(here.case(work.path, expression.language)),
    date: data.date_document,
    columns: {
      ...places(library, data.jurisdiction, data.countries),
      ...classified(library, [...data.applies, ...(data.illustrates ?? [])]),
      crime: data.crime_types,
      subject: data.is_about ?? [],
    },
    text: textWithSummary(library, entry),
  };
}

/** Chapters of manuals, and each manual by its title. */
function* manualDocuments(library: Library, iso: string): Generator<DocumentRecord> {
  for (const manual of library.manuals.values()) {
    const expression = manual.expressions.find(({ language }) => language === iso);
    if (!expression) continue;
    const { data, preface, chapters } = expression;
    const tag = isoToTag(iso);
    const name = data.title_short ?? data.title;
    const date = data.date_document ?? '';
    const columns = classified(library, data.cites ?? []);
    const sets = [`manual-${manual.slug}`];
    yield { kind: 'manual', title: data.title, names: data.title_short ? [data.title_short] : [], address: below(here.page(tag, `manuals/${manual.slug}`)), date, columns, sets, text: [{ eid: '', label: '', heading: '', blocks: [phraseToText(data.summary)] }, ...manualText(preface)] };
    for (const { slug, title, text } of chapters) {
      yield { kind: 'manual', title: `${title} — ${name}`, names: [], address: below(here.page(tag, `manuals/${manual.slug}/${slug}`)), date, columns, sets, text: manualText(text) };
    }
  }
}

/** States, types of crime and networks: pages of the interface, which every language has; texts not in the language are left out. */
function* placesAndSubjects(library: Library, tag: string): Generator<DocumentRecord> {
  const language = tag as (typeof INTERFACE_LANGUAGES)[number];
  const iso = isoOf(language);
  for (const { data } of library.states.values()) {
    const names = [data.iso2.toUpperCase(), ...(data.iso3 ? [data.iso3] : []), ...everydayNames(data.iso2, language)];
    yield { kind: 'state', title: data.names[language], names, address: below(here.page(tag, `states/${data.iso2}`)), date: '', columns: places(library, data.iso2, []), text: [], sets: [`state-${data.iso2}`] };
  }
  for (const [crime, entries] of library.crimes) {
    const entry = bestEntry(entries, iso);
    yield {
      kind: 'crime',
      title: entry.data.language === iso ? entry.data.title : translator(language)(`crime_${entry.data.crime_type}`),
      names: entry.data.language === iso ? [] : [entry.data.title],
      address: below(here.page(tag, `crimes/${crimeSlug(crime)}`)),
      date: '',
      columns: { crime: [crime], ...classified(library, entry.data.articles) },
      text: entry.data.language === iso ? textWithSummary(library, entry) : [],
    };
  }
  for (const [slug, entries] of library.networks) {
    const entry = bestEntry(entries, iso);
    const regions = new Set(entry.data.members.flatMap((member) => regionsOf(library, member)).concat(entry.data.regions));
    yield {
      kind: 'network',
      title: entry.data.title,
      names: entry.data.title_short ? [entry.data.title_short] : [],
      address: below(here.page(tag, `networks/${slug}`)),
      date: entry.data.founded ?? '',
      columns: { state: entry.data.members, region: [...regions].sort() },
      text: entry.data.language === iso ? textWithSummary(library, entry) : [],
    };
  }
}

/** What a State is called besides its name at the United Nations: `UK`, `United Kingdom`, `Russia`, `Ivory Coast`. */
function everydayNames(code: string, language: InterfaceLanguage): string[] {
  const styles = (['long', 'short'] as const).flatMap((style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }).of(code.toUpperCase()) ?? []);
  const other = OTHER_NAMES[language][code];
  // What stands in brackets is a name of its own where it is one: Myanmar (Burma), Congo (DRC); but not Congo (Republic).
  const inner = [...styles.map((name) => /[(（](.{2,})[)）]/u.exec(name)?.[1]), /\((\p{Lu}+)\)/u.exec(other ?? '')?.[1]];
  return [...styles, other, ...inner].filter((name) => name !== undefined);
}

function textWithSummary(library: Library, entry: Parameters<typeof bodyOf>[1]): ProvisionText[] {
  const { language } = entry.data as { language: string };
  const tag = isoToTag(language);
  const unverified = `(${translator(isInterfaceLanguage(tag) ? tag : 'en')('unverified')})`;
  const text = textBlocks(renderText(bodyOf(library, entry), { dropTitle: true, unverified }));
  const { summary } = entry.data as { summary?: string };
  if (summary) text[0]!.blocks.unshift(phraseToText(summary));
  return text;
}

function places(library: Library, jurisdiction: string, others: readonly string[]): { state: string[]; region: string[] } {
  const state = [...new Set([jurisdiction, ...others])];
  return { state, region: [...new Set(state.flatMap((code) => regionsOf(library, code)))].sort() };
}

/** M49 codes of the regions a State or part of a State lies in. */
function regionsOf(library: Library, code: string): string[] {
  const record = library.states.get(code) ?? library.states.get(code.split('-')[0]!);
  return record ? [record.data.region, record.data.sub_region, record.data.intermediate_region].filter((region) => region !== undefined) : [];
}

/** References to articles → conventions by alias, and articles. */
function classified(library: Library, references: readonly string[]): { convention: string[]; article: string[] } {
  const article = new Set<string>();
  for (const reference of references) {
    const { work, eid } = parseCitation(reference)!;
    const path = workPath(library, work);
    const alias = path === undefined ? undefined : library.laws.get(path) && bestExpression(library.laws.get(path)!, 'eng').data.alias;
    if (alias !== undefined && eid !== undefined) article.add(`${alias}#${eid}`);
  }
  return { convention: [...new Set([...article].map((reference) => reference.split('#')[0]!))].sort(), article: [...article].sort() };
}
