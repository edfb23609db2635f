/** Parts of the page of an article as HTML: its outline, how far it binds, its elements, its terms, its relations, its map. */
import { eidToNumber } from '../domain/citation.ts';
import { direction, htmlLang, isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Cell } from '../library/coverage.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import type { LawWork } from '../library/library.ts';
import { drawMap, type Value } from '../map/map.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import type { Section } from '../markdown/sections.ts';
import type { Article, Law } from '../schema/law.ts';
import { placeName, type Site } from '../site.ts';
import { obligationName } from './margin-note.ts';
import { articleNumbers, instrumentLinks } from './references.ts';

/** Labels of an article's elements in a language: from the expression's own labels where it has them. */
export function elementLabels(work: LawWork, iso: string, eid: string): (id: string, label: string) => { label: string; foreign: boolean } {
  const labels = work.expressions.find(({ expression }) => expression.language === iso)?.data.element_labels?.[eid];
  return (id, label) => ({ label: labels?.[id] ?? label, foreign: labels?.[id] === undefined && iso !== 'eng' });
}

/** The convention's articles beside the text, the current one marked; `shown` is the language of their headings. */
export function articleOutline(site: Site, t: Translate, work: LawWork, iso: string, sections: ReadonlyMap<string, Section>, current: string, shown: string): string {
  const foreign = (heading: string): string => (shown === iso ? escapeHtml(heading) : `<bdi lang="${htmlLang(shown)}" dir="${direction(shown)}">${escapeHtml(heading)}</bdi>`);
  const items = Object.keys(work.data.articles!).map((eid) => {
    const here = eid === current ? ' aria-current="page"' : '';
    return `<li><a href="${site.routes.article(work.path, iso, eid)}"${here}>${escapeHtml(eidToNumber(eid))} ${foreign(sections.get(eid)?.heading ?? '')}</a></li>`;
  });
  return `<nav class="outline" aria-label="${escapeHtml(t('articles'))}"><p class="lab"><a href="${site.routes.law(work.path, iso)}">${escapeHtml(t('wholeText'))}</a></p><details><summary class="lab">${escapeHtml(t('articles'))}</summary><ol>${items.join('')}</ol></details></nav>`;
}

/** The note in the margin: how far the article binds, its terms, related articles. */
export function articleNote(site: Site, t: Translate, iso: string, article: Article, { data }: ExpressionEntry<Law>, eid: string): string {
  const labelled = (label: string, html: string): string => (html === '' ? '' : `<p class="lab">${escapeHtml(label)}</p>${html}`);
  const paragraphs = Object.entries(article.obligation_paragraphs ?? {}).map(([paragraph, obligation]) => `<li>${escapeHtml(t('paragraphShort', { n: paragraph }))}: ${escapeHtml(obligationName(t, obligation))}</li>`);
  const binding =
    `<p>${escapeHtml(obligationName(t, article.obligation))}</p>` +
    (paragraphs.length > 0 ? `<ul>${paragraphs.join('')}</ul>` : '') +
    (article.obligation_note ? `<p class="count" lang="en">${phraseToHtml(article.obligation_note, t('unverified'))}</p>` : '') +
    `<p class="count">${escapeHtml(t('obligationJudgement'))}</p>`;
  const own = data.article_terms?.[eid];
  const terms = own ?? article.terms ?? [];
  const foreign = own === undefined && iso !== 'eng' ? ' lang="en"' : '';
  const related = instrumentLinks(site, article.related ?? [], iso).map(
    ({ name, href, articles }) => `<p><a href="${href}">${escapeHtml(name)}</a> ${articleNumbers(articles)}</p>`,
  );
  const heading = article.heading_verified && data.headings_verified !== false ? '' : `<p class="flag">${escapeHtml(t('headingNotVerified'))}</p>`;
  const note = article.heading_note ? `<p class="count" lang="en">${phraseToHtml(article.heading_note, t('unverified'))}</p>` : '';
  return `<aside class="side">${labelled(t('howFarItBinds'), binding)}${labelled(t('keyTerms'), terms.length > 0 ? `<p${foreign}>${terms.map(escapeHtml).join(' · ')}</p>` : '')}${labelled(t('relatedArticles'), related.join(''))}${heading}${note}</aside>`;
}

/** Elements of an article as a table: paragraph, kind, label. */
export function elementTable(t: Translate, work: LawWork, iso: string, eid: string): string {
  const elements = work.data.articles![eid]!.elements ?? [];
  const labelOf = elementLabels(work, iso, eid);
  const rows = elements.map(({ id, kind, paragraph, label, force }) => {
    const { label: words, foreign } = labelOf(id, label);
    const differs = force ? ` <span class="count">(${escapeHtml(t(`force_${force}`))})</span>` : '';
    return `<tr><td><span dir="ltr">${escapeHtml(paragraph)}</span></td><td>${escapeHtml(t(`kind_${kind}`))}</td><td${foreign ? ' lang="en"' : ''}>${escapeHtml(words)}${differs}</td></tr>`;
  });
  return `<table class="elements"><caption>${escapeHtml(t('elementsHint'))}</caption><thead><tr><th scope="col">${escapeHtml(t('paragraph'))}</th><th scope="col">${escapeHtml(t('elementKind'))}</th><th scope="col">${escapeHtml(t('element'))}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** What a map of an article shows: States of which something is known; all other land was not reviewed. */
export function coverageValues(t: Translate, language: InterfaceLanguage, cells: ReadonlyMap<string, Cell>, href: (state: string) => string): Map<string, Value> {
  return new Map(
    [...cells].map(([state, { finding, provisions }]) => {
      const count = provisions.length > 0 ? `, ${t('countProvisions', { n: provisions.length })}` : '';
      return [state, { state: finding, label: `${placeName(state, language)}: ${t(`coverage_${finding}`)}${count}`, href: href(state) }];
    }),
  );
}

/** Numbers under the map of an article. */
export function coverageLegend(t: Translate, cells: ReadonlyMap<string, Cell>, total: number): string {
  const count = (finding: string): number => [...cells.values()].filter((cell) => cell.finding === finding).length;
  const rows = (['found', 'partly', 'not_found'] as const).map((state) => ({ state, n: count(state) })).filter(({ n }) => n > 0);
  const known = rows.reduce((sum, { n }) => sum + n, 0);
  return `<ul class="legend">${[...rows, { state: 'not_reviewed' as const, n: Math.max(0, total - known) }].map(({ state, n }) => `<li><i class="s-${state}"></i>${escapeHtml(t(`coverage_${state}`))}, ${n}</li>`).join('')}</ul>`;
}

/** The small map of an article. Empty where nothing is known: a map of nothing would say that there is nothing. */
export function articleMap(t: Translate, language: InterfaceLanguage, name: string, cells: ReadonlyMap<string, Cell>, total: number): string {
  if (cells.size === 0) return '';
  const svg = drawMap({ kind: 'world' }, coverageValues(t, language, cells, (state) => `#state-${state}`), { title: t('coverageOf', { name }), description: t('provisionFoundIn', { n: [...cells.values()].filter(({ finding }) => finding !== 'not_found').length }), idPrefix: 'coverage' });
  return `<figure class="map-part">${svg}${coverageLegend(t, cells, total)}<figcaption class="count">${escapeHtml(t('coverageHint'))} ${escapeHtml(t('mapDisclaimer'))}</figcaption></figure>`;
}

/** Interface language of a text, or English. */
export function interfaceOf(iso: string): InterfaceLanguage {
  const tag = isoToTag(iso);
  return isInterfaceLanguage(tag) ? tag : 'en';
}
