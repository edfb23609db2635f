/**
 * A map as static SVG 2, drawn at build: no script, no style attribute (the site's Content Security Policy forbids both).
 *
 * World: one image with a title and a description; its links serve the pointer only, hidden from the accessibility tree and the tab
 * order, because 195 stops would stand between the reader and the page. Region and State: a group whose links are reached by keyboard.
 * Either way the page gives the same links as a table, which is the equal way, and no map tells States apart by colour alone.
 */
import type { Scope } from './frame.ts';
import { number } from './outline.ts';
import { sheetOf, type Figure, type Sheet } from './sheet.ts';

export type { Scope } from './frame.ts';

/** What a map shows of one State. */
export interface Value {
  /** Ends the class `s-…`: `found`, `partly`, `none`. Lower-case letters, digits and hyphens. */
  state: string;
  value?: number;
  /** Plain text of the tooltip and the link's name: `Kenya: 4 laws`. */
  label: string;
  href?: string;
}

/** ISO 3166-1 alpha-2 in lower case → what the map shows of that State. */
export type Values = ReadonlyMap<string, Value>;

export interface MapOptions {
  /** Name of the map, plain text. */
  title: string;
  /** What the map says in a sentence or two, plain text. */
  description: string;
  /** Begins every id of the map, so that a page may hold several: letters, digits, hyphens. */
  idPrefix: string;
}

/** A figure of the sheet with what the map shows of it. */
export interface Place extends Figure {
  /** Absent for land that the map says nothing of. */
  value?: Value;
  /** True for the State that a map of one State is of. */
  here: boolean;
}

/** What a map consists of, for a renderer other than drawMap. */
export interface MapData extends Omit<Sheet, 'figures'> {
  /** Plain land first, then States, then States with marks: in the order of drawing. */
  places: readonly Place[];
}

/**
 * Joins values to the sheet of a scope. Values of States that are no members of a region are left out.
 * Throws a RangeError on a scope with a code the atlas does not have, or without members.
 */
export function mapData(scope: Scope, values: Values): MapData {
  const asked = scope.kind === 'region' ? scope.members.filter((code) => values.has(code)) : [...values.keys()];
  const codes = new Set(asked);
  const { figures, ...sheet } = sheetOf(scope, scope.kind === 'state' ? [scope.code] : codes);
  const places = figures.map((figure): Place => {
    const value = figure.code !== undefined && codes.has(figure.code) ? values.get(figure.code) : undefined;
    return { ...figure, ...(value === undefined ? {} : { value }), here: scope.kind === 'state' && figure.code === scope.code };
  });
  const rank = (place: Place): number => (place.mark ? 2 : place.value || place.here ? 1 : 0);
  return { ...sheet, places: places.sort((one, other) => rank(one) - rank(other)) };
}

/**
 * Draws a map.
 *
 * @returns an `<svg>` element, well-formed XML; the same bytes for the same input
 * Throws a RangeError on a scope with a code the atlas does not have or without members, and on a `state` or `idPrefix` that is no
 * part of a class or an id.
 */
export function drawMap(scope: Scope, values: Values, { title, description, idPrefix }: MapOptions): string {
  if (!/^[A-Za-z][\w-]*$/.test(idPrefix)) throw new RangeError(`Unexpected idPrefix "${idPrefix}", expected letters, digits and hyphens`);
  const data = mapData(scope, values);
  const world = scope.kind === 'world';
  const plain = data.places.filter((place) => !place.value && !place.here && !place.mark);
  const land = plain.filter((place) => place.code !== undefined).map((place) => place.path).join('');
  const unassigned = plain.filter((place) => place.code === undefined).map((place) => place.path).join('');
  const named = data.places.filter((place) => place.value || place.here || place.mark).map((place) => drawPlace(place, data, world)).join('');
  const size = `viewBox="0 0 ${data.width} ${data.height}"`;
  const ids = `aria-labelledby="${idPrefix}-title" aria-describedby="${idPrefix}-desc"`;
  const names = `<title id="${idPrefix}-title">${escape(title)}</title><desc id="${idPrefix}-desc">${escape(description)}</desc>`;
  const ground =
    (land === '' ? '' : `<path class="land" d="${land}"/>`) + (unassigned === '' ? '' : `<path class="land unassigned" d="${unassigned}"/>`);
  // An image may hold no link (axe: nested-interactive). The image is therefore a group of its own beside the links, not around them.
  return world
    ? `<svg class="map map-world" ${size}><g role="img" ${ids}>${names}<rect class="sea" width="${data.width}" height="${data.height}"/>${ground}</g><g aria-hidden="true">${named}</g></svg>`
    : `<svg class="map map-${scope.kind}" ${size} role="group" ${ids}>${names}<g aria-hidden="true">${ground}</g>${named}</svg>`;
}

function drawPlace({ path, mark, value, here }: Place, { dot, target }: MapData, world: boolean): string {
  if (value && !/^[a-z][a-z0-9-]*$/.test(value.state)) throw new RangeError(`Unexpected state "${value.state}", expected lower-case letters, digits and hyphens`);
  const kind = `${value ? `s-${value.state}` : 'land'}${here ? ' here' : ''}`;
  const parts: string[] = [];
  if (path !== '') parts.push(`<path class="${kind}" d="${path}"/>`);
  if (mark) {
    const x = tenths(mark.x);
    const y = tenths(mark.y);
    if (mark.led) parts.push(`<path class="leader" d="M${tenths(mark.anchor.x)} ${tenths(mark.anchor.y)}L${x} ${y}"/>`);
    if (!world) parts.push(`<circle class="target" cx="${x}" cy="${y}" r="${target}"/>`);
    parts.push(`<circle class="dot ${kind}" cx="${x}" cy="${y}" r="${dot}"/>`);
  }
  const title = value ? `<title>${escape(value.label)}</title>` : '';
  if (value?.href === undefined) return parts.length === 1 && title === '' ? parts[0]! : `<g>${title}${parts.join('')}</g>`;
  // A title names the link for those who point at it; the label names it in every accessibility tree.
  const name = world ? 'tabindex="-1"' : `aria-label="${escape(value.label)}"`;
  return `<a href="${escape(value.href)}" ${name}>${title}${parts.join('')}</a>`;
}

/** Rows of a legend: how many States are in each state, most first, then by name. */
export function legend(values: Values): { state: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { state } of values.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => ({ state, count })).sort((one, other) => other.count - one.count || (one.state < other.state ? -1 : 1));
}

function tenths(value: number): string {
  return number(Math.round(value * 10));
}

/** Text or attribute value of XML 1.0, without the control characters that XML forbids. */
function escape(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
