/** Coverage as files to take along: CSV for spreadsheets, JSON for programs. The same for all languages of the interface: codes, and names in six languages. */
import { eidToNumber } from '../domain/citation.ts';
import { toCsv } from '../domain/csv.ts';
import { INTERFACE_LANGUAGES } from '../domain/language.ts';
import type { Cell } from '../library/coverage.ts';
import { instruments, type LawWork } from '../library/library.ts';
import type { Site } from '../site.ts';
import { instrumentCells, matrixStates } from './matrix.ts';
import { provisionTexts } from './provision-texts.ts';
import { nameOf } from './references.ts';

const STATE_HEADS = ['iso2', ...INTERFACE_LANGUAGES.map((tag) => `name_${tag}`), 'region', 'sub_region', 'intermediate_region'];

function stateFields({ library }: Site, code: string): string[] {
  const { names, region = '', sub_region = '', intermediate_region = '' } = library.states.get(code)!.data;
  return [code, ...INTERFACE_LANGUAGES.map((tag) => names[tag]), region, sub_region, intermediate_region];
}

/** Name of each file → its content, for one convention. */
export function conventionCsv(site: Site, work: LawWork): string {
  const cells = [...instrumentCells(site, work)];
  const rows = matrixStates(site).map((state) => [...stateFields(site, state), ...cells.map(([, byState]) => byState.get(state)?.finding ?? 'not_reviewed')]);
  return toCsv([[...STATE_HEADS, ...cells.map(([eid]) => eid)], ...rows]);
}

export function conventionJson(site: Site, work: LawWork): string {
  const cells = [...instrumentCells(site, work)];
  const texts = provisionTexts(site.library, work, work.expressions[0]!);
  const states = matrixStates(site).map((state) => {
    const known = cells.flatMap(([eid, byState]) => { const cell = byState.get(state); return cell ? [[eid, cellData(cell)] as const] : []; });
    return { iso2: state, names: site.library.states.get(state)!.data.names, articles: Object.fromEntries(known) };
  });
  return `${JSON.stringify({
    work: `/akn/${work.path}`,
    alias: work.data.alias,
    title: work.data.title,
    licence: 'CC-BY-4.0',
    note: 'found: a provision was classified with high confidence; partly: with medium or low; not_found: an editor looked and found none; articles that are not listed for a State were not reviewed, which says nothing about the State.',
    articles: cells.map(([eid]) => ({ eid, number: eidToNumber(eid), heading: texts.get(eid)?.heading ?? '' })),
    states,
  }, null, 1)}\n`;
}

function cellData({ finding, provisions, review }: Cell) {
  return {
    finding,
    ...(review ? { review: { basis: review.basis, on: review.on, by: review.by } } : {}),
    provisions: provisions.map(({ law, eid, provision }) => ({ law: `/akn/${law.path}`, title: law.data.title, eid, confidence: provision.confidence })),
  };
}

interface Participation {
  articles: number;
  action: string;
  date: string;
  signature: string;
  verified: boolean | undefined;
}

function participations(site: Site): { state: string; known: Map<string, Participation> }[] {
  const works = instruments(site.library).map((work) => ({ alias: work.data.alias!, cells: [...instrumentCells(site, work).values()] }));
  return matrixStates(site).map((state) => ({
    state,
    known: new Map(works.map(({ alias, cells }) => {
      const part = site.library.states.get(state)!.data.participation[alias];
      const articles = cells.filter((byState) => { const cell = byState.get(state); return cell !== undefined && cell.finding !== 'not_found'; }).length;
      return [alias, { articles, action: part?.action ?? 'not_seen', date: part?.date ?? '', signature: part?.signature ?? '', verified: part?.verified }];
    })),
  }));
}

/** State × convention: articles found or partly found, and participation as far as seen. */
export function overallCsv(site: Site): string {
  const aliases = instruments(site.library).map(({ data }) => data.alias!);
  const rows = participations(site).map(({ state, known }) => [...stateFields(site, state), ...aliases.flatMap((alias) => { const part = known.get(alias)!; return [part.articles, part.action, part.date]; })]);
  return toCsv([[...STATE_HEADS, ...aliases.flatMap((alias) => [`${alias}_articles`, `${alias}_participation`, `${alias}_date`])], ...rows]);
}

export function overallJson(site: Site): string {
  const conventions = instruments(site.library).map((work) => ({ alias: work.data.alias, work: `/akn/${work.path}`, name: nameOf(work, 'eng'), articles: Object.keys(work.data.articles!).length }));
  const states = participations(site).map(({ state, known }) => ({ iso2: state, names: site.library.states.get(state)!.data.names, conventions: Object.fromEntries(known) }));
  return `${JSON.stringify({ licence: 'CC-BY-4.0', note: 'articles: how many have a provision found or partly found in this library; not_seen says nothing about the State.', conventions, states }, null, 1)}\n`;
}
