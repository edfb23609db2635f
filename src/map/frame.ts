/** The frame of a map: which part of the Earth it shows, by which projection, at which size. */
import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import { shapesAt, type Land, type Shape } from './shapes.ts';
import { angle, capAround, gap, toPosition, toVector, type Cap, type Position } from './sphere.ts';

/** What a map is of. Codes are ISO 3166-1 alpha-2 in lower case. */
export type Scope =
  | { kind: 'world' }
  | { kind: 'region'; members: readonly string[] }
  | { kind: 'state'; code: string };

export interface Frame {
  projection: GeoProjection;
  /** Units of the viewBox. */
  width: number;
  height: number;
  /** True where the whole Earth is shown, at a scale that has no room for targets. */
  world: boolean;
  /** Part of the Earth that may be seen; land outside need not be projected. */
  view: Cap;
}

/** Width of every map, in units of its viewBox. */
export const WIDTH = 960;
const MARGIN = 36;
const HEIGHT = { least: 480, most: 760 };
const DEGREES = Math.PI / 180;
/**
 * Islands count for the frame where they are near (radians), or less near and a good part of the State; Guiana is not in the frame of
 * France. A region is framed more closely: Svalbard and the Azores would make Europe small.
 */
const REACH = {
  state: { near: 8 * DEGREES, far: 20 * DEGREES, part: 0.003 },
  region: { near: 3 * DEGREES, far: 20 * DEGREES, part: 0.15 },
} as const;
/** A tiny State is shown with land around it by which to know it. Units per radian, 3.5° across. */
const LARGEST_SCALE = WIDTH / (3.5 * DEGREES);
/** Beyond this radius the edge of an azimuthal map is bent too far to be known, and a map of the whole world serves better. */
const WIDEST = 88 * DEGREES;
/** The edge of the world map then lies in the Bering Strait and cuts no State in two. */
const MERIDIAN = 11;
/** Russia among others is framed to this meridian and parallel: else Europe is a corner of a map of Siberia. All of Russia is on its own map. */
const URALS = 60;
const ARCTIC = 70;

/**
 * The frame for a scope.
 * Throws a RangeError on a code that has no shape, and on a region without members.
 */
export function frameOf(scope: Scope): Frame {
  if (scope.kind === 'world') return worldFrame(shapesAt(0.0027).flatMap((shape) => shape.lands.flatMap((land) => land.rings[0]!)));
  const codes = scope.kind === 'state' ? [scope.code] : [...new Set(scope.members)].sort();
  if (codes.length === 0) throw new RangeError('Unexpected empty list of members, expected at least one code');
  const shapes = new Map(shapesAt(0.0003).map((shape) => [shape.code, shape]));
  const positions = codes.flatMap((code) => {
    const shape = shapes.get(code);
    if (!shape) throw new RangeError(`Unknown code "${code}", expected the ISO 3166-1 alpha-2 code of an area of the atlas, in lower case`);
    const own = mainLands(shape, codes.length === 1 ? 'state' : 'region').flatMap((land) => land.rings[0]!);
    return code === 'ru' && codes.length > 1 ? own.filter(([longitude, latitude]) => longitude > 0 && longitude < URALS && latitude < ARCTIC) : own;
  });
  return fit(positions);
}

/** The largest piece of land of a shape and those that belong with it in a frame. */
export function mainLands(shape: Shape, kind: keyof typeof REACH): Land[] {
  const { near, far, part } = REACH[kind];
  const total = shape.lands.reduce((sum, land) => sum + land.area, 0);
  const main = [shape.lands[0]!];
  const rest = new Set(shape.lands.slice(1));
  for (let index = 0; index < main.length; index++) {
    for (const land of rest) {
      const distance = gap(main[index]!.cap, land.cap);
      if (distance > near && (distance > far || land.area / total < part)) continue;
      main.push(land);
      rest.delete(land);
    }
  }
  return main;
}

function fit(positions: readonly Position[]): Frame {
  let centre = toPosition(capAround(positions).centre);
  let projection = geoAzimuthalEqualArea();
  let box = { left: 0, top: 0, right: 0, bottom: 0 };
  // The middle of the projected box moves less each time; after four times it stands to a hundredth of a unit.
  for (let round = 0; round < 4; round++) {
    projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]).translate([0, 0]).scale(1).precision(0);
    box = boxOf(projection, positions);
    if (round < 3) centre = projection.invert!([(box.left + box.right) / 2, (box.top + box.bottom) / 2])!;
  }
  const radius = Math.max(...positions.map((position) => angle(toVector(centre), toVector(position))));
  if (radius > WIDEST) return worldFrame(positions);
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT.most - 2 * MARGIN) / high, LARGEST_SCALE);
  const height = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, scale * high + 2 * MARGIN)));
  projection
    .scale(scale)
    .translate([WIDTH / 2 - (scale * (box.left + box.right)) / 2, height / 2 - (scale * (box.top + box.bottom)) / 2])
    .precision(0.5)
    .clipExtent([[-8, -8], [WIDTH + 8, height + 8]]);
  // Equal area: a chord of the sphere is as long as the way on the map, so the corner's distance gives the angle.
  const corner = Math.min(1, Math.hypot(WIDTH / 2 + 8, height / 2 + 8) / scale / 2);
  return { projection, width: WIDTH, height, world: false, view: { centre: toVector(centre), radius: 2 * Math.asin(corner) } };
}

/** Equal Earth (Šavrič, Patterson and Jenny 2018), as wide as the map, cut above and below the land shown. */
function worldFrame(positions: readonly Position[]): Frame {
  const projection = geoEqualEarth().rotate([-MERIDIAN, 0]).fitWidth(WIDTH, { type: 'Sphere' });
  const { top, bottom } = boxOf(projection, positions);
  const [x, y] = projection.translate();
  projection.translate([x, y - top + 4]).precision(0.5);
  const height = Math.round(bottom - top + 8);
  projection.clipExtent([[-8, -8], [WIDTH + 8, height + 8]]);
  return { projection, width: WIDTH, height, world: true, view: { centre: [1, 0, 0], radius: Math.PI } };
}

function boxOf(projection: GeoProjection, positions: readonly Position[]): { left: number; top: number; right: number; bottom: number } {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const position of positions) {
    const [x, y] = projection([...position])!;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
