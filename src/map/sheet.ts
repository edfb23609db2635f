/** The sheet of a map: everything that does not depend on what the map shows, worked out once for each scope. */
import { frameOf, type Frame, type Scope } from './frame.ts';
import { placeMarks, type Anchor, type Mark } from './marks.ts';
import { enlarge, pathData, projectLand, ringArea, ringMiddle, type Ring } from './outline.ts';
import { LEVELS, shapesAt, type Shape } from './shapes.ts';
import { gap, toPosition } from './sphere.ts';

export interface Figure {
  /** ISO 3166-1 alpha-2 in lower case or `xk`; undefined for unassigned land. */
  code: string | undefined;
  /** Path data; empty where the land is too small to draw at this scale, and a mark alone shows it. */
  path: string;
  /** Only for codes that the sheet was asked to mark, where the land is small. */
  mark?: Mark;
}

export interface Sheet {
  /** Units of the viewBox. */
  width: number;
  height: number;
  /** Radii of marks, in units: of the dot that is seen, and of the target around it that takes the pointer. */
  dot: number;
  target: number;
  /** In the order of codes, unassigned land last. */
  figures: readonly Figure[];
}

/**
 * Regions and States: 36 units across are 24 CSS px (WCAG 2.2, 2.5.8) on a map 640 px wide.
 * World, and regions spread over the world (Western Europe and others, with Australia and Canada): dots only; between the islands there is no room for targets, and the table beside the map is the equal way that 2.5.8 allows.
 */
const SIZES = {
  near: { dot: 6, target: 18, marked: 240, least: 1 },
  world: { dot: 2.5, target: 2.8, marked: 14, least: 0.6 },
} as const;

interface Drawn {
  shape: Shape;
  rings: Ring[];
  anchor: Anchor;
}

const sheets = new Map<string, Sheet>();
const bases = new Map<string, { frame: Frame; drawn: readonly Drawn[] }>();

/**
 * The sheet for a scope, with marks for those of the given codes that are small on it.
 *
 * @param marked ISO 3166-1 alpha-2 codes in lower case, in any order; codes outside the sheet do no harm
 * Throws a RangeError on a scope with a code the atlas does not have, or without members.
 */
export function sheetOf(scope: Scope, marked: Iterable<string>): Sheet {
  const place = scope.kind === 'world' ? 'world' : scope.kind === 'state' ? scope.code : [...new Set(scope.members)].sort().join();
  const codes = new Set(marked);
  const key = `${scope.kind} ${place} ${[...codes].sort().join()}`;
  let sheet = sheets.get(key);
  if (!sheet) {
    const baseKey = `${scope.kind} ${place}`;
    let base = bases.get(baseKey);
    if (!base) bases.set(baseKey, (base = drawBase(scope)));
    sheets.set(key, (sheet = markBase(base, codes)));
  }
  return sheet;
}

function drawBase(scope: Scope): { frame: Frame; drawn: Drawn[] } {
  const frame = frameOf(scope);
  const { least } = SIZES[frame.world ? 'world' : 'near'];
  const scale = frame.projection.scale();
  const tolerance = LEVELS.findLast((level) => level * scale <= 0.5)!;
  const drawn = shapesAt(tolerance).flatMap((shape): Drawn[] => {
    const lands = shape.lands.filter((land) => gap(land.cap, frame.view) === 0);
    if (lands.length === 0) return [];
    const rings = lands.flatMap((land) => projectLand(frame.projection, land)).sort((one, other) => ringArea(other) - ringArea(one));
    const [x, y] = rings[0] ? ringMiddle(rings[0]) : frame.projection(toPosition(lands[0]!.cap.centre) as [number, number])!;
    // A State of atolls would be an empty sea on its own map.
    if (scope.kind === 'state' && shape.code === scope.code && rings[0] && ringArea(rings[0]) < SIZES.near.marked) rings.forEach((ring, index) => (rings[index] = enlarge(ring)));
    return [{ shape, rings: rings.filter((ring, index) => index === 0 || ringArea(ring) >= least), anchor: { code: shape.code ?? '', x, y } }];
  });
  return { frame, drawn };
}

function markBase({ frame, drawn }: { frame: Frame; drawn: readonly Drawn[] }, codes: ReadonlySet<string>): Sheet {
  const { width, height } = frame;
  const { dot, target, marked } = SIZES[frame.world ? 'world' : 'near'];
  const small = drawn.filter(({ shape, rings }) => shape.code !== undefined && codes.has(shape.code) && (rings[0] ? ringArea(rings[0]) : 0) < marked);
  const anchors = small.map(({ anchor }) => anchor).filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
  const land = drawn.flatMap(({ rings }) => rings.filter((ring) => ringArea(ring) > marked));
  const marks = new Map(placeMarks(anchors, { width, height, spacing: 2 * target, reach: dot, land }).map((mark) => [mark.code, mark]));
  const figures = drawn.map(({ shape, rings }): Figure => {
    const mark = shape.code === undefined ? undefined : marks.get(shape.code);
    return { code: shape.code, path: pathData(rings), ...(mark === undefined ? {} : { mark }) };
  });
  return { width, height, dot, target, figures: figures.filter((figure) => figure.path !== '' || figure.mark) };
}
