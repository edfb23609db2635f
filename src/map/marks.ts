/** Marks for States too small to be seen or hit: a dot, set apart where it would lie under another's, with a line to its place. */
import { contains, type Ring } from './outline.ts';

/** Where a State is, in units of the viewBox. */
export interface Anchor {
  code: string;
  x: number;
  y: number;
}

export interface Mark extends Anchor {
  /** The place the mark stands for; equal to x and y unless `led`. */
  anchor: { x: number; y: number };
  /** True where the mark stands so far from its place that a line must lead there. */
  led: boolean;
}

export interface Ground {
  width: number;
  height: number;
  /** Least distance between two marks: the diameter of a target. */
  spacing: number;
  /** Marks nearer to their place than this need no line. */
  reach: number;
  /** Land on which a mark set apart would seem to stand for another State. */
  land: readonly Ring[];
}

const STEP = 4;
const TURNS = 24;
/** What a mark may go out of its way, in units, rather than stand on land, cross a line, or cover another's place. */
const COST = { land: 40, crossing: 60, covering: 20 };

/**
 * Sets marks apart: each, in the order of codes, takes the free place of least cost around its anchor. No two targets overlap as
 * long as a sheet has room for them; equal anchors give equal marks.
 */
export function placeMarks(anchors: readonly Anchor[], ground: Ground): Mark[] {
  const placed: Mark[] = [];
  const ordered = [...anchors].sort((one, other) => crowd(other, anchors, ground) - crowd(one, anchors, ground) || (one.code < other.code ? -1 : 1));
  for (const anchor of ordered) {
    let best = markAt(anchor, anchor.x, anchor.y, ground);
    let least = Infinity;
    for (let radius = 0; radius < ground.width && radius < least; radius += radius === 0 ? STEP / 2 : STEP) {
      for (let turn = 0; turn < (radius === 0 ? 1 : TURNS); turn++) {
        const mark = markAt(anchor, anchor.x + radius * Math.cos((turn * 2 * Math.PI) / TURNS), anchor.y + radius * Math.sin((turn * 2 * Math.PI) / TURNS), ground);
        if (!isFree(mark, placed, ground)) continue;
        const cost = radius + (radius === 0 ? 0 : costOf(mark, placed, anchors, ground));
        if (cost >= least) continue;
        best = mark;
        least = cost;
      }
    }
    placed.push(best);
  }
  return untangle(placed, ground).sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Lets two marks change places as long as that makes their lines shorter together: shortest lines do not cross. */
function untangle(marks: Mark[], ground: Ground): Mark[] {
  const away = (mark: Mark, { x, y }: Mark): number => Math.hypot(mark.anchor.x - x, mark.anchor.y - y);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < marks.length; i++) {
      for (let j = i + 1; j < marks.length; j++) {
        const [one, other] = [marks[i]!, marks[j]!];
        if (away(one, other) + away(other, one) >= away(one, one) + away(other, other) - 0.01) continue;
        marks[i] = markAt({ code: one.code, ...one.anchor }, other.x, other.y, ground);
        marks[j] = markAt({ code: other.code, ...other.anchor }, one.x, one.y, ground);
        changed = true;
      }
    }
  }
  return marks;
}

function markAt({ code, x, y }: Anchor, toX: number, toY: number, { reach }: Ground): Mark {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const mark = { code, x: round(toX), y: round(toY), anchor: { x: round(x), y: round(y) } };
  return { ...mark, led: Math.hypot(mark.x - mark.anchor.x, mark.y - mark.anchor.y) > reach };
}

/** How many other places lie under a target: the most crowded choose first, in the middle, and the others give way outwards. */
function crowd(anchor: Anchor, anchors: readonly Anchor[], { spacing }: Ground): number {
  return anchors.filter((other) => Math.hypot(other.x - anchor.x, other.y - anchor.y) < 2 * spacing).length;
}

function isFree({ x, y }: Mark, placed: readonly Mark[], { width, height, spacing }: Ground): boolean {
  const edge = spacing / 2;
  if (x < edge || y < edge || x > width - edge || y > height - edge) return false;
  // A tenth more, for the rounding of both.
  return placed.every((other) => Math.hypot(other.x - x, other.y - y) >= spacing + 0.1);
}

function costOf(mark: Mark, placed: readonly Mark[], anchors: readonly Anchor[], { land, spacing }: Ground): number {
  let cost = 0;
  if (mark.led && land.some((ring) => contains(ring, mark.x, mark.y))) cost += COST.land;
  for (const other of placed) if (mark.led && cross(mark, other)) cost += COST.crossing;
  for (const other of anchors) {
    if (other.code !== mark.code && Math.hypot(other.x - mark.x, other.y - mark.y) < spacing / 2) cost += COST.covering;
  }
  return cost;
}

/** True where the lines of two marks cross, or one runs over the other's dot. */
function cross(one: Mark, other: Mark): boolean {
  if (toSegment(other, one) < 6 || toSegment(one, other) < 6) return true;
  const side = (a: { x: number; y: number }, b: { x: number; y: number }, c: { x: number; y: number }): number =>
    Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  return side(one.anchor, one, other.anchor) !== side(one.anchor, one, other) && side(other.anchor, other, one.anchor) !== side(other.anchor, other, one);
}

function toSegment(point: { x: number; y: number }, { x, y, anchor }: Mark): number {
  const length = (x - anchor.x) ** 2 + (y - anchor.y) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - anchor.x) * (x - anchor.x) + (point.y - anchor.y) * (y - anchor.y)) / length));
  return Math.hypot(point.x - anchor.x - along * (x - anchor.x), point.y - anchor.y - along * (y - anchor.y));
}
