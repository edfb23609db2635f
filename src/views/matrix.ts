/**
 * Coverage matrices as tables: State × article of a convention, and State × convention.
 *
 * Most cells are empty: not reviewed. A run of them is one cell over several columns, in which the stylesheet shows a dot for each: the
 * table of 198 × 41 then has some 700 cells and not 8,000, and a screen reader passes each run in one step. Roles are said although the
 * elements have them: the stylesheet of the article matrix lays its rows out otherwise than as a table, which some browsers take for none.
 */
import { eidToNumber } from '../domain/citation.ts';
import { yearOf } from '../domain/date.ts';
import type { InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { coverageIndex, type Cell } from '../library/coverage.ts';
import { bestExpression, instruments, type LawWork } from '../library/library.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import { filterForm } from './filters.ts';
import { provisionTexts } from './provision-texts.ts';
import { nameOf } from './references.ts';
import { groupByRegion, regionsOf, regionTree } from './regions.ts';

const EMPTY = '<td role="cell"></td>';
/** Most columns that src/styles/matrix.css has widths for; a matrix of more is laid out as any table. */
const WIDEST = 80;

/** Classes of cells: one letter, because there are thousands. */
const CLASS = { found: 'f', partly: 'p', not_found: 'x' } as const;
/** A sign alone stands in a cell: hidden words beside it would be a layer of their own in each of hundreds of cells. */
const SIGN = { found: '●', partly: '◐', not_found: '✕' } as const;

interface Column {
  /** Head of the column as HTML, and its words in full. */
  head: string;
  words: string;
  /** Cell of a State as HTML; empty where nothing is known. */
  cell: (state: string) => string;
  /** True where the State counts in the column's total. */
  counts: (state: string) => boolean;
}

/** States that have a row: those with a record. */
export function matrixStates({ library }: Site): string[] {
  return [...library.states.keys()].sort();
}

/** What is known of an instrument: article → State → cell, for every article in its order. */
export function instrumentCells({ library, graph }: Site, work: LawWork): Map<string, ReadonlyMap<string, Cell>> {
  const index = coverageIndex(library, graph);
  return new Map(Object.keys(work.data.articles!).map((eid) => [eid, index.get(`${work.path}#${eid}`) ?? new Map<string, Cell>()]));
}

const counts = (cell: Cell | undefined): boolean => cell !== undefined && cell.finding !== 'not_found';

/** State × article. */
export function articleMatrix(site: Site, t: Translate, language: InterfaceLanguage, work: LawWork): string {
  const iso = isoOf(language);
  const entry = bestExpression(work, iso);
  const texts = provisionTexts(site.library, work, entry);
  const words = new Map<string, string>();
  const columns = [...instrumentCells(site, work)].map(([eid, cells]): Column => {
    const href = site.routes.article(work.path, iso, eid);
    const name = `${t('articleNumber', { n: eidToNumber(eid) })}. ${texts.get(eid)?.heading ?? ''}`;
    return {
      head: `<a href="${href}">${escapeHtml(eidToNumber(eid))}</a>`,
      words: name,
      counts: (state) => counts(cells.get(state)),
      cell: (state) => {
        const cell = cells.get(state);
        if (!cell) return EMPTY;
        const key = `${cell.finding} ${cell.provisions.length}`;
        const said = words.get(key) ?? escapeHtml(cell.provisions.length === 0 ? t(`coverage_${cell.finding}`) : `${t(`coverage_${cell.finding}`)}, ${t('countProvisions', { n: cell.provisions.length })}`);
        words.set(key, said);
        return `<td role="cell" class="${CLASS[cell.finding]}"><a href="${href}#state-${state}" aria-label="${said}">${SIGN[cell.finding]}</a></td>`;
      },
    };
  });
  return matrix(site, t, language, columns, { total: t('articles'), caption: t('matrixCaption'), kind: 'signs' });
}

/** State × convention: how many articles are found or partly found, and since when the State is party, as far as seen. */
export function conventionMatrix(site: Site, t: Translate, language: InterfaceLanguage): string {
  const iso = isoOf(language);
  const columns = instruments(site.library).map((work): Column => {
    const alias = work.data.alias!;
    const page = site.routes.page(language, `coverage/${alias}`);
    const found = new Map<string, number>();
    for (const cells of instrumentCells(site, work).values()) for (const [state, cell] of cells) if (counts(cell)) found.set(state, (found.get(state) ?? 0) + 1);
    const name = nameOf(work, iso);
    return {
      head: `<a href="${page}">${escapeHtml(name)}</a>`,
      words: name,
      counts: (state) => found.has(state),
      cell: (state) => {
        const n = found.get(state);
        const party = participationSign(site, t, state, alias);
        if (n === undefined && party === '') return EMPTY;
        return `<td role="cell">${n === undefined ? '' : `<a href="${page}#state-${state}">${n}</a>`}${party}</td>`;
      },
    };
  });
  return matrix(site, t, language, columns, { total: t('conventions'), caption: t('conventionMatrixCaption'), kind: 'numbers' });
}

function participationSign({ library }: Site, t: Translate, state: string, alias: string): string {
  const known = library.states.get(state)?.data.participation[alias];
  if (!known) return '';
  if (known.action === 'signature_only') return `<i>${escapeHtml(t('signedOnly'))}</i>`;
  return `<i${known.verified ? '' : ' class="u"'}>${known.date ? yearOf(known.date) : escapeHtml(t('party'))}</i>`;
}

function matrix(site: Site, t: Translate, language: InterfaceLanguage, columns: readonly Column[], { total, caption, kind }: { total: string; caption: string; kind: string }): string {
  const name = (code: string): string => placeName(code, language);
  const states = matrixStates(site);
  const groups = groupByRegion(site.library, states, name, language).map(({ region, states: members }) => {
    const rows = members.map((state) => {
      const n = columns.filter((column) => column.counts(state)).length;
      return `<tr role="row" id="state-${state}"${n === 0 ? ' class="e"' : ''}><th scope="row" role="rowheader"><a href="${site.routes.page(language, `states/${state}`)}">${escapeHtml(name(state))}</a></th><td role="cell" class="t">${n || ''}</td>${runs(columns.map((column) => column.cell(state)))}</tr>`;
    });
    const head = `<tr role="row" class="g"><th scope="rowgroup" role="rowheader" colspan="${columns.length + 2}"><span>${escapeHtml(region === '' ? t('outsideRegions') : name(region))}</span></th></tr>`;
    return `<tbody role="rowgroup" data-region="${regionsOf(site.library, members[0]!).join(' ')}">${head}${rows.join('')}</tbody>`;
  });
  const heads = columns.map(({ head, words }) => `<th scope="col" role="columnheader" abbr="${escapeHtml(words)}">${head}</th>`).join('');
  const foot = columns.map((column) => `<td role="cell" class="t">${states.filter(column.counts).length || ''}</td>`).join('');
  const regions = regionTree(site.library).flatMap(({ code, parts }) => [code, ...parts]);
  const choices = [...new Set(regions)].map((value) => ({ value, name: name(value) }));
  const classes = ['matrix', kind, ...(columns.length > 45 ? ['many'] : []), ...(kind === 'signs' && columns.length <= WIDEST ? ['quick', `s${columns.length}`] : [])];
  const known = `<label class="check"><input type="checkbox" name="known" value="1"> ${escapeHtml(t('onlyKnown'))}</label>`;
  return (
    filterForm(t, 'matrix', [{ name: 'region', label: t('region'), choices }], known) +
    `<p class="said ui" id="said" data-none="${escapeHtml(t('coverage_not_reviewed'))}" hidden></p>` +
    `<div class="scroll matrix-box" tabindex="0" role="region" aria-label="${escapeHtml(t('coverageMatrix'))}"><table role="table" class="${classes.join(' ')}" id="matrix"><caption><span>${escapeHtml(caption)}</span></caption>` +
    `<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${escapeHtml(t('state'))}</th><th scope="col" role="columnheader" class="t" abbr="${escapeHtml(total)}">Σ</th>${heads}</tr></thead>${groups.join('')}` +
    `<tfoot role="rowgroup"><tr role="row"><th scope="row" role="rowheader">${escapeHtml(t('states'))}</th><td role="cell" class="t"></td>${foot}</tr></tfoot></table></div>`
  );
}

/** Joins cells, several empty ones to one. */
function runs(cells: readonly string[]): string {
  let html = '';
  for (let index = 0; index < cells.length; ) {
    let end = index + 1;
    if (cells[index] === EMPTY) while (cells[end] === EMPTY) end++;
    html += end === index + 1 ? cells[index] : `<td role="cell" class="s${end - index}" colspan="${end - index}"></td>`;
    index = end;
  }
  return html;
}

/** How many cells are in each of the four states. */
export function matrixLegend(site: Site, t: Translate, work: LawWork): string {
  const cells = [...instrumentCells(site, work).values()];
  const rows = matrixStates(site);
  const numbers = { found: 0, partly: 0, not_found: 0 };
  for (const byState of cells) for (const state of rows) { const cell = byState.get(state); if (cell) numbers[cell.finding]++; }
  const rest = cells.length * rows.length - numbers.found - numbers.partly - numbers.not_found;
  const entry = (state: 'found' | 'partly' | 'not_found' | 'not_reviewed', n: number): string => `<li><span class="cov cov-${state}">${escapeHtml(t(`coverage_${state}`))}</span> ${n}</li>`;
  return `<ul class="legend signs">${entry('found', numbers.found)}${entry('partly', numbers.partly)}${entry('not_found', numbers.not_found)}${entry('not_reviewed', rest)}</ul>`;
}
