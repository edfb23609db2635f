/** A manual → the source of its printed volume. */
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { formatDate } from '../domain/date.ts';
import { isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Routes } from '../i18n/routes.ts';
import { translator, type Translate } from '../i18n/translate.ts';
import { bestExpression, workPath, type Library } from '../library/library.ts';
import type { ManualExpression } from '../library/manuals.ts';
import type { References } from '../manuals/references.ts';
import { chapterToTypst, typstPhrase, typstString, typstText, type TypstWords } from '../manuals/typst.ts';
import { phraseToText } from '../markdown/phrase.ts';
import { manualReferences, provisionLabel } from '../views/manual-references.ts';
import { nameOf } from '../views/references.ts';
import { articleLabel, caseLabel, compareEids, lawLabel, mentionsOf, type Mention } from './citations.ts';
import { frame, type Paper, type Stamp } from './volume.ts';

export interface ManualVolume {
  library: Library;
  /** Addresses of the public site; absent where it has no address of its own, and then nothing leads out of the volume. */
  routes?: Routes | undefined;
  expression: ManualExpression;
  families: readonly string[];
  paper: Paper;
  stamp: Stamp;
  placeName: (code: string, language: InterfaceLanguage) => string;
}

export function typstWords(t: Translate): TypstWords {
  return { unverified: t('unverified'), example: t('workedExample'), checklist: t('checklist'), form: t('modelForm'), figure: t('figure') };
}

/** Typst source of a manual. */
export function manualVolume(volume: ManualVolume): string {
  const { library, expression, stamp } = volume;
  const { data } = expression;
  const iso = expression.language;
  const language = isoToTag(iso) as InterfaceLanguage;
  const t = translator(language);
  const references = printedReferences(volume, t);
  const words = typstWords(t);
  const chapters = expression.chapters.map(({ number, title, summary, text }) =>
    [
      `#chapter(number: "${number}", label: ${typstString(t('chapterNumber', { number: String(number) }))}, title: [${typstText(title)}]${summary === undefined ? '' : `, summary: [${typstPhrase(summary, t('unverified'))}]`})`,
      chapterToTypst(text, { references, words, scope: `c${number}` }),
    ].join('\n\n'),
  );
  const dateline = [data.edition && `${t('edition')} ${data.edition}`, formatDate(stamp.day, language), stamp.revision && t('revision', { revision: stamp.revision })].filter(Boolean).join(' · ');
  const imprint = [
    chapterToTypst(expression.preface, { references, words, scope: 'preface', outlined: false }),
    `#par[#strong[${typstText(data.title)}]]`,
    `#par[${typstText(`${data.publisher}. ${dateline}.`)}]`,
    `#par[${typstText(t('citeByParagraph'))}]`,
    `#par[${typstText(t('notLegalAdvice'))}]`,
    `#par[${typstText(t('printLicence'))}]`,
  ].join('\n\n');
  return frame(
    t,
    { title: data.title, short: data.title_short ?? data.title, subtitle: phraseToText(data.summary), language, families: volume.families, paper: volume.paper, stamp, dateline, keywords: [t('coop_mutual_legal_assistance'), t('coop_extradition'), t('coop_confiscation')], imprint, depth: 2 },
    [...chapters, ...citationTables(volume, t, mentionsOf(library, expression))].join('\n\n'),
  );
}

/** In print a reference leads to the row of its table, and the row to the site. */
function printedReferences({ library, expression }: ManualVolume, t: Translate): References {
  const named = manualReferences({ library, routes: NOWHERE, t, iso: expression.language, expression, paraHref: (_, id) => `#${id}` });
  return {
    article: (reference) => {
      const { work, eid } = parseCitation(reference.id)!;
      return { ...named.article(reference), href: `#${articleLabel(workPath(library, work)!, eid!)}` };
    },
    law: (reference) => ({ ...named.law(reference), href: `#${lawLabel(reference.id, reference.provision ?? '')}` }),
    case: (reference) => ({ ...named.case(reference), href: `#${caseLabel(reference.id)}` }),
    para: named.para,
  };
}

const NOWHERE: Routes = { page: () => '', law: () => '', article: () => '', case: () => '', file: () => '' };

function citationTables({ library, routes, expression, placeName }: ManualVolume, t: Translate, { articles, laws, cases }: ReturnType<typeof mentionsOf>): string[] {
  const iso = expression.language;
  const language = isoToTag(iso) as InterfaceLanguage;
  const paragraphs = (mentions: readonly Mention[]): string => `#[${mentions.map(({ number, id }) => `#link(label(${typstString(id)}))[${typstText(number)}]`).join(typstText(', '))}]`;
  const link = (text: string, href: string | undefined): string => (href === undefined ? typstText(text) : `#link(${typstString(href)})[${typstText(text)}]`);
  const named = (text: string, label: string, href: string | undefined): string => `#[${link(text, href)}#label(${typstString(label)})]`;
  const ruled = (headings: readonly string[], widths: string, rows: readonly (readonly string[])[]): string =>
    `#ruled(columns: (${widths}), align: (${headings.map(() => 'start').join(', ')},), table.header(${headings.map((heading) => `[${typstText(heading)}]`).join(', ')}), ${rows.map((row) => row.map((cell) => `[${cell}]`).join(', ')).join(',\n  ')})`;
  const table = (title: string, headings: readonly string[], widths: string, rows: readonly (readonly string[])[]): string[] => (rows.length === 0 ? [] : [`#chapter(title: [${typstText(title)}])\n\n${ruled(headings, widths, rows)}`]);
  const articleTables = [...articles].map(([path, eids]) => {
    const work = library.laws.get(path)!;
    const shown = bestExpression(work, iso).expression.language;
    const rows = [...eids].sort(([left], [right]) => compareEids(left, right)).map(([eid, mentions]) => [
      named(t('articleShort', { number: eidToNumber(eid) }), articleLabel(path, eid), routes && (work.data.articles?.[eid] ? routes.article(path, shown, eid) : routes.law(path, shown, eid))),
      paragraphs(mentions),
    ]);
    return `#heading(level: 2)[${typstText(nameOf(work, iso))}]\n\n${ruled([t('article'), t('paragraphs')], '1fr, 4.5fr', rows)}`;
  });
  const caseRows = [...cases]
    .map(([path, mentions]) => ({ path, mentions, work: library.cases.get(path)! }))
    .sort((a, b) => bestExpression(a.work, iso).data.title.localeCompare(bestExpression(b.work, iso).data.title, language) || (a.path < b.path ? -1 : 1))
    .map(({ path, mentions, work }) => {
      const best = bestExpression(work, iso);
      return [named(best.data.title, caseLabel(path), routes?.case(path, best.expression.language)), typstPhrase(`${best.data.court}, ${formatDate(best.data.date_document, language)}`, t('unverified')), paragraphs(mentions)];
    });
  const lawRows = [...laws]
    .map(([path, eids]) => ({ path, eids, work: library.laws.get(path)!, place: placeName(library.laws.get(path)!.data.jurisdiction, language) }))
    .sort((a, b) => a.place.localeCompare(b.place, language) || (a.path < b.path ? -1 : 1))
    .map(({ path, eids, work, place }) => {
      const shown = bestExpression(work, iso).expression.language;
      const provisions = [...eids].sort(([left], [right]) => compareEids(left, right)).map(([eid, mentions]) => {
        const words = eid === '' ? t('asSuch') : provisionLabel(library, path, eid);
        return `#[${link(words, routes?.law(path, shown, eid === '' ? undefined : eid))}#label(${typstString(lawLabel(path, eid))})]${typstText(': ')}${paragraphs(mentions)}`;
      });
      return [typstText(place), typstText(nameOf(work, iso)), provisions.join(' #linebreak() ')];
    });
  return [
    ...(articleTables.length === 0 ? [] : [`#chapter(title: [${typstText(t('tableOfArticles'))}])`, ...articleTables]),
    ...table(t('tableOfCases'), [t('case'), t('court'), t('paragraphs')], '3fr, 3fr, 1.3fr', caseRows),
    ...table(t('tableOfLaws'), [t('state'), t('law'), t('provisionsAndParagraphs')], '1.3fr, 3.4fr, 1.8fr', lawRows),
  ];
}
