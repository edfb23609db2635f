/** Maps of the world, of regions, of States and of networks with their legends, shaded by what a reader asks. Every map has its table beside it. */
import { formatDate } from '../domain/date.ts';
import type { InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { bestEntry, instruments, isTreaty, type LawWork } from '../library/library.ts';
import { drawMap, type Scope, type Value, type Values } from '../map/map.ts';
import { isDrawn } from '../map/shapes.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import type { Network } from '../schema/topic.ts';
import { placeName, type Site } from '../site.ts';
import { nameOf } from './references.ts';
import { groupByRegion, statesOf } from './regions.ts';

/** Organizations have no shape of their own. */
function hasShape({ library }: Site, code: string): boolean {
  const kind = library.states.get(code)?.data.kind;
  return kind !== undefined && kind !== 'organization' && isDrawn(code);
}

/** What a map is shaded by: its name in the address, in lists, and its values. */
export interface Layer {
  slug: string;
  title: string;
  /** Values of all States with a record. */
  values: Values;
  /** Legend: each class with its words. */
  legend: readonly { state: string; words: string; count: number }[];
  /** Head of the table's column, and what it says of a State. */
  column: string;
  cell: (state: string) => string;
}

/** Steps of a shading by numbers; the last is open. */
const STEPS = [1, 3, 6] as const;

function step(n: number): string {
  return n === 0 ? 'none' : `l${STEPS.findLastIndex((least) => n >= least) + 1}`;
}

function stepWords(t: Translate, state: string): string {
  if (state === 'none') return t('noneCollected');
  const index = Number(state.slice(1)) - 1;
  const upto = STEPS[index + 1];
  return upto === undefined ? t('orMore', { n: STEPS[index]! }) : `${STEPS[index]}–${upto - 1}`;
}

/** Networks have addresses of their own below the map: `map/networks/ejn`. */
const NETWORK = 'networks/';

/** Slugs of all layers: laws, cases, a layer of parties for each convention, and one of members for each network. */
export function layerSlugs({ library }: Site): string[] {
  return ['laws', 'cases', ...instruments(library).map(({ data }) => data.alias!), ...[...library.networks.keys()].map((key) => NETWORK + key)];
}

/** The network a layer shows; undefined for other layers. */
export function networkOf({ library }: Site, slug: string, iso: string): Network | undefined {
  const entries = slug.startsWith(NETWORK) ? library.networks.get(slug.slice(NETWORK.length)) : undefined;
  return entries && bestEntry(entries, iso).data;
}

/** Slug of a network's layer. */
export function networkSlug(key: string): string {
  return NETWORK + key;
}

/** The number of a State's national laws. */
export function lawCount({ graph }: Site, state: string): number {
  return (graph.lawsByState.get(state) ?? []).filter(({ data }) => !isTreaty(data)).length;
}

/** What a layer is called. */
export function layerTitle(site: Site, t: Translate, language: InterfaceLanguage, slug: string): string {
  const { library } = site;
  if (slug === 'laws' || slug === 'cases') return t(slug);
  const network = networkOf(site, slug, isoOf(language));
  if (network) return network.title_short ?? network.title;
  return t('partiesTo', { name: nameOf(instruments(library).find(({ data }) => data.alias === slug)!, isoOf(language)) });
}

/** A layer in a language. Throws a RangeError on a slug that no layer has. */
export function layerOf(site: Site, t: Translate, language: InterfaceLanguage, slug: string): Layer {
  if (slug === 'laws') return numbers(site, t, language, slug, t('laws'), (state) => lawCount(site, state), (n) => t('countLaws', { n }));
  if (slug === 'cases') return numbers(site, t, language, slug, t('cases'), (state) => site.graph.casesByState.get(state)?.length ?? 0, (n) => t('countCases', { n }));
  const network = networkOf(site, slug, isoOf(language));
  if (network) return members(site, t, language, slug, network);
  const work = instruments(site.library).find(({ data }) => data.alias === slug);
  if (!work) throw new RangeError(`No map is shaded by "${slug}"`);
  return parties(site, t, language, work);
}

function numbers(site: Site, t: Translate, language: InterfaceLanguage, slug: string, title: string, count: (state: string) => number, say: (n: number) => string): Layer {
  const values = new Map([...site.library.states.keys()].filter((code) => hasShape(site, code)).map((code) => {
    const n = count(code);
    return [code, { state: step(n), value: n, label: `${placeName(code, language)}: ${say(n)}`, href: site.routes.page(language, `states/${code}`) }];
  }));
  return { slug, title, values, legend: legendOf(values, ['l3', 'l2', 'l1', 'none'], (state) => stepWords(t, state)), column: title, cell: (state) => String(count(state) || '–') };
}

function parties(site: Site, t: Translate, language: InterfaceLanguage, work: LawWork): Layer {
  const alias = work.data.alias!;
  const about = (code: string) => site.library.states.get(code)!.data.participation[alias];
  const words = { found: t('party'), partly: t('signedOnly'), none: t('notSeen') };
  const stateOf = (code: string): keyof typeof words => { const known = about(code); return known === undefined ? 'none' : known.action === 'signature_only' ? 'partly' : 'found'; };
  const values = new Map([...site.library.states.keys()].filter((code) => hasShape(site, code)).map((code) => {
    const state = stateOf(code);
    return [code, { state, label: `${placeName(code, language)}: ${words[state]}`, href: site.routes.page(language, `states/${code}`) }];
  }));
  const name = nameOf(work, isoOf(language));
  return {
    slug: alias,
    title: layerTitle(site, t, language, alias),
    values,
    legend: legendOf(values, ['found', 'partly', 'none'], (state) => words[state as keyof typeof words]),
    column: name,
    cell: (state) => {
      const known = about(state);
      if (!known) return escapeHtml(t('notSeen'));
      const date = known.date ?? known.signature;
      return `${escapeHtml(words[stateOf(state)])}${date ? `, ${escapeHtml(formatDate(date, language))}` : ''}${known.verified ? '' : ` <span class="unverified">${escapeHtml(t('unverified'))}</span>`}`;
    },
  };
}

/** A network: members that a source names, and the States of its regions, of which none of the sources says whether they are members. */
function members(site: Site, t: Translate, language: InterfaceLanguage, slug: string, { title, members: named, regions }: Network): Layer {
  const words = { found: t('memberNamed'), partly: t('memberNotSeen'), none: t('notInNetwork') };
  const region = new Set(named.length > 0 ? [] : regions.flatMap((code) => statesOf(site.library, code)));
  const stateOf = (code: string): keyof typeof words => (named.includes(code) ? 'found' : region.has(code) ? 'partly' : 'none');
  const values = new Map([...site.library.states.keys()].filter((code) => hasShape(site, code)).map((code) => {
    const state = stateOf(code);
    return [code, { state, label: `${placeName(code, language)}: ${words[state]}`, href: site.routes.page(language, `states/${code}`) }];
  }));
  return {
    slug,
    title,
    values,
    legend: legendOf(values, ['found', 'partly', 'none'], (state) => words[state as keyof typeof words]),
    column: t('members'),
    cell: (state) => (stateOf(state) === 'none' ? '–' : escapeHtml(words[stateOf(state)])),
  };
}

function legendOf(values: ReadonlyMap<string, Value>, order: readonly string[], words: (state: string) => string): Layer['legend'] {
  const counts = new Map<string, number>();
  for (const { state } of values.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
  return order.filter((state) => counts.has(state)).map((state) => ({ state, words: words(state), count: counts.get(state)! }));
}

/** A map with its legend, in which numbers of States stand, and the disclaimer. */
export function mapFigure(t: Translate, scope: Scope, { title, values, legend }: Pick<Layer, 'title' | 'values' | 'legend'>, idPrefix: string): string {
  const rows = legend.map(({ state, words, count }) => `<li><i class="s-${state}"></i><bdi>${escapeHtml(words)}</bdi>: ${escapeHtml(t('countStates', { n: count }))}</li>`).join('');
  const svg = drawMap(scope, values, { title, description: legend.map(({ words, count }) => `${words}: ${t('countStates', { n: count })}`).join('; '), idPrefix });
  return `<figure class="map-part">${svg}${rows === '' ? '' : `<ul class="legend" aria-label="${escapeHtml(t('legend'))}">${rows}</ul>`}<figcaption class="count">${escapeHtml(t('mapDisclaimer'))}</figcaption></figure>`;
}

/** The map of a region shaded by laws; empty for a region in which no State has a shape. */
export function regionMap(site: Site, t: Translate, language: InterfaceLanguage, name: string, members: readonly string[]): string {
  const shaped = members.filter((code) => hasShape(site, code));
  if (shaped.length === 0) return '';
  const layer = layerOf(site, t, language, 'laws');
  const values = new Map(shaped.map((code) => [code, layer.values.get(code)!]));
  return mapFigure(t, { kind: 'region', members: shaped }, { title: `${name}: ${layer.title}`, values, legend: legendOf(values, ['l3', 'l2', 'l1', 'none'], (state) => stepWords(t, state)) }, 'region');
}

/** The map of a network: its members as far as known, shaded. Empty where none is known. */
export function networkMap(site: Site, t: Translate, language: InterfaceLanguage, name: string, members: readonly string[]): string {
  const shaped = members.filter((code) => hasShape(site, code));
  if (shaped.length === 0) return '';
  const values = new Map(shaped.map((code) => [code, { state: 'found', label: `${placeName(code, language)}: ${t('countLaws', { n: lawCount(site, code) })}`, href: site.routes.page(language, `states/${code}`) }]));
  return mapFigure(t, { kind: 'region', members: shaped }, { title: name, values, legend: [{ state: 'found', words: t('members'), count: shaped.length }] }, 'network');
}

/** The small map of a State among its neighbours; empty for an organization. */
export function stateMap(site: Site, t: Translate, code: string, name: string): string {
  if (!hasShape(site, code)) return '';
  return `<figure class="map-part state-map">${drawMap({ kind: 'state', code }, new Map(), { title: name, description: t('mapOfState', { name }), idPrefix: 'state' })}<figcaption class="count">${escapeHtml(t('mapDisclaimer'))}</figcaption></figure>`;
}

/** The same as the map, as a table: States by region. */
export function layerTable(site: Site, t: Translate, language: InterfaceLanguage, { column, cell }: Layer): string {
  const name = (code: string): string => placeName(code, language);
  const bodies = groupByRegion(site.library, site.library.states.keys(), name, language).map(({ region, states }) => {
    const rows = states.map((state) => `<tr><th scope="row"><a href="${site.routes.page(language, `states/${state}`)}">${escapeHtml(name(state))}</a></th><td>${cell(state)}</td></tr>`);
    const head = region === '' ? escapeHtml(t('outsideRegions')) : `<a href="${site.routes.page(language, `regions/${region}`)}">${escapeHtml(name(region))}</a>`;
    return `<tbody><tr class="group"><th scope="rowgroup" colspan="2">${head}</th></tr>${rows.join('')}</tbody>`;
  });
  return `<table class="provisions places"><caption>${escapeHtml(t('sameAsTable'))}</caption><thead><tr><th scope="col">${escapeHtml(t('state'))}</th><th scope="col">${escapeHtml(column)}</th></tr></thead>${bodies.join('')}</table>`;
}
