/** Provisions of all States on one article, one below the other with the elements they were seen to meet: what a comparison is made from. */
import { eidToNumber } from '../domain/citation.ts';
import { yearOf } from '../domain/date.ts';
import { direction, endonym, htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { coverageOf, type Cell } from '../library/coverage.ts';
import { articleKey, type Implementation } from '../library/graph.ts';
import { bestExpression, instruments, type LawWork } from '../library/library.ts';
import { escapeHtml, phraseToText } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import { elementLabels } from './article-parts.ts';
import { inOrder, provisionName } from './provision-table.ts';
import { provisionTexts } from './provision-texts.ts';
import { nameOf } from './references.ts';
import { groupByRegion } from './regions.ts';

export interface Comparable {
  work: LawWork;
  alias: string;
  eid: string;
  /** State → what is known; only States with provisions. */
  cells: ReadonlyMap<string, Cell>;
}

const lists = new WeakMap<Site, readonly Comparable[]>();

/** Articles under which provisions of at least one State are classified, in the order of the instruments. */
export function comparables(site: Site): readonly Comparable[] {
  const made = lists.get(site) ?? instruments(site.library).flatMap((work) =>
    Object.keys(work.data.articles!).flatMap((eid): Comparable[] => {
      const cells = new Map([...coverageOf(site.library, site.graph, `${work.path}#${eid}`)].filter(([, { provisions }]) => provisions.length > 0));
      return cells.size === 0 ? [] : [{ work, alias: work.data.alias!, eid, cells }];
    }),
  );
  lists.set(site, made);
  return made;
}

/** `Article 5` in the language of the interface, and the article's heading in the language its text exists in. */
export function articleName({ library }: Site, t: Translate, work: LawWork, eid: string, iso: string): { number: string; heading: string; lang: string | undefined; dir: string | undefined } {
  const entry = bestExpression(work, iso);
  const shown = entry.expression.language;
  const foreign = shown !== iso;
  return { number: t('articleNumber', { n: eidToNumber(eid) }), heading: provisionTexts(library, work, entry).get(eid)?.heading ?? '', lang: foreign ? htmlLang(shown) : undefined, dir: foreign ? direction(shown) : undefined };
}

/** Elements the library has recorded a provision to meet. */
function met(site: Site, { work, eid }: Comparable, { provision }: Implementation): string[] {
  const key = `${work.path}#${eid}`;
  return Object.entries(provision.meets ?? {}).flatMap(([reference, elements]) => (articleKey(site.library, reference) === key ? elements : []));
}

/** The checklist: each element with the provisions recorded to meet it, or that nothing is recorded. */
export function checklist(site: Site, t: Translate, language: InterfaceLanguage, comparable: Comparable): string {
  const iso = isoOf(language);
  const elements = comparable.work.data.articles![comparable.eid]!.elements ?? [];
  if (elements.length === 0) return '';
  const labelOf = elementLabels(comparable.work, iso, comparable.eid);
  const rows = elements.map(({ id, paragraph, kind, label }) => {
    const found = [...comparable.cells].flatMap(([state, { provisions }]) => provisions.filter((one) => met(site, comparable, one).includes(id)).map((one) => ({ state, one })));
    const cell = found.length === 0 ? `<span class="count">${escapeHtml(t('notRecorded'))}</span>` : found.map(({ state, one }) => `<a href="#state-${state}">${escapeHtml(placeName(state, language))}, ${escapeHtml(provisionName(site, one, iso).label)}</a>`).join('; ');
    const { label: words, foreign } = labelOf(id, label);
    return `<tr data-element="${escapeHtml(id)}"><th scope="row"${foreign ? ' lang="en"' : ''}>${escapeHtml(words)}</th><td><span dir="ltr">${escapeHtml(paragraph)}</span></td><td>${escapeHtml(t(`kind_${kind}`))}</td><td>${cell}</td></tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(t('elements'))}"><table id="checklist" class="elements-first"><caption>${escapeHtml(t('checklistHint'))}</caption><thead><tr><th scope="col">${escapeHtml(t('element'))}</th><th scope="col">${escapeHtml(t('paragraph'))}</th><th scope="col">${escapeHtml(t('elementKind'))}</th><th scope="col">${escapeHtml(t('recordedIn'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** The States of a comparison as links, by region: what a reader without a script chooses by. */
export function stateLinks(site: Site, t: Translate, language: InterfaceLanguage, { cells }: Comparable): string {
  const name = (code: string): string => placeName(code, language);
  const groups = groupByRegion(site.library, cells.keys(), name, language).map(
    ({ region, states }) => `<li><span class="count">${escapeHtml(region === '' ? t('outsideRegions') : name(region))}:</span> ${states.map((state) => `<a href="#state-${state}" data-state="${state}">${escapeHtml(name(state))}</a>`).join(' · ')}</li>`,
  );
  return `<details class="choose ui" id="choose" open><summary>${escapeHtml(t('chooseStatesHint'))}</summary><ul>${groups.join('')}</ul></details>`;
}

/** All States' provisions with their texts, in the order of the States' names. */
export function stateSections(site: Site, t: Translate, language: InterfaceLanguage, comparable: Comparable): string {
  const collator = new Intl.Collator(language);
  const states = [...comparable.cells].map(([state, cell]) => ({ state, cell, name: placeName(state, language) })).sort((a, b) => collator.compare(a.name, b.name));
  return states
    .map(({ state, cell, name }) => `<section id="state-${state}" class="state-texts" data-state="${state}" data-name="${escapeHtml(name)}"><h2><a href="${site.routes.page(language, `states/${state}`)}">${escapeHtml(name)}</a></h2>${inOrder(cell.provisions).map((found) => provisionText(site, t, language, comparable, name, found)).join('')}</section>`)
    .join('');
}

function provisionText(site: Site, t: Translate, language: InterfaceLanguage, comparable: Comparable, state: string, found: Implementation): string {
  const iso = isoOf(language);
  const { law, eid, provision } = found;
  const { expression, data } = bestExpression(law, iso);
  const foreign = expression.language !== iso;
  const attributes = foreign ? ` lang="${htmlLang(expression.language)}" dir="${direction(expression.language)}"` : '';
  const { label, heading } = provisionName(site, found, iso);
  const title = nameOf(law, iso);
  const year = law.data.date_document ? yearOf(law.data.date_document) : '';
  const cite = [state, `${title}${law.data.id_local ? ` (${phraseToText(law.data.id_local)})` : year && !title.includes(year) ? ` (${year})` : ''}`, label].join(', ');
  const elements = met(site, comparable, found);
  const official = (law.data.languages ?? [expression.language]).map((code) => `<span lang="${htmlLang(code)}" dir="${direction(code)}">${escapeHtml(endonym(code))}</span>`).join(', ');
  const text = plainHeadings(provisionTexts(site.library, law, bestExpression(law, iso)).get(eid)?.html ?? '');
  return (
    `<article class="one" data-cite="${escapeHtml(cite)}" data-law="${escapeHtml(title)}" data-year="${year}" data-language="${expression.language}" data-label="${escapeHtml(label)}" data-heading="${escapeHtml(heading)}" data-confidence="${provision.confidence}" data-meets="${escapeHtml(elements.join(' '))}">` +
    `<h3${attributes}><a href="${site.routes.law(law.path, expression.language, eid)}">${escapeHtml(label)} ${escapeHtml(heading)}</a></h3>` +
    `<p class="of ui"><span${attributes}>${escapeHtml(title)}</span>${year && !title.includes(year) ? ` · ${year}` : ''} · ${official} · <span class="cov cov-${provision.confidence === 'high' ? 'found' : 'partly'}">${escapeHtml(t(`confidence_${provision.confidence}`))}</span>${foreign ? ` · ${escapeHtml(t('shownIn', { language: endonym(expression.language) }))}` : ''}</p>` +
    `<div class="words"${attributes}>${text || `<p class="count">${escapeHtml(t('noTextHere'))}</p>`}</div>` +
    (data.text === 'summary' ? '' : `<p class="count ui">${escapeHtml(t('textIsFull'))}</p>`) +
    `</article>`
  );
}

/** Headings inside a provision carry ids of their own law; among many laws they are plain words. */
function plainHeadings(html: string): string {
  return html.replace(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g, (_, words: string) => `<p class="lab">${words.replace(/<[^>]+>/g, '')}</p>`).replace(/ id="[^"]*"/g, '');
}
