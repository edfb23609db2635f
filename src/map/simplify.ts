/** Simplifies outlines by whole arcs, so that the border two States share stays one line and no gap opens between them. */
import type { Arc } from './sphere.ts';
import { toVector, type Vector } from './sphere.ts';

/**
 * Douglas–Peucker on the sphere.
 *
 * @param arc positions [longitude, latitude] in degrees
 * @param tolerance greatest distance, in radians of the Earth, that a dropped position may lie from the line kept
 * @returns the positions kept; the first and the last always are
 */
export function simplifyArc(arc: Arc, tolerance: number): Arc {
  if (tolerance === 0 || arc.length < 3) return arc;
  const vectors = arc.map((position) => toVector(position));
  const kept = new Uint8Array(arc.length);
  kept[0] = kept[arc.length - 1] = 1;
  const open: [number, number][] = [[0, arc.length - 1]];
  while (open.length > 0) {
    const [from, to] = open.pop()!;
    let farthest = -1;
    let distance = tolerance;
    for (let index = from + 1; index < to; index++) {
      const off = distanceToChord(vectors[index]!, vectors[from]!, vectors[to]!);
      if (off > distance) {
        distance = off;
        farthest = index;
      }
    }
    if (farthest === -1) continue;
    kept[farthest] = 1;
    open.push([from, farthest], [farthest, to]);
  }
  return arc.filter((_, index) => kept[index] === 1);
}

/** Straight through the Earth, not along its surface: for the short arcs of borders the two are equal. */
function distanceToChord(point: Vector, from: Vector, to: Vector): number {
  const chord = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
  const way = [point[0] - from[0], point[1] - from[1], point[2] - from[2]] as const;
  const length = chord[0] ** 2 + chord[1] ** 2 + chord[2] ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (way[0] * chord[0] + way[1] * chord[1] + way[2] * chord[2]) / length));
  return Math.hypot(way[0] - along * chord[0], way[1] - along * chord[1], way[2] - along * chord[2]);
}
