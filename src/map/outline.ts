/** Outlines on the sheet: rings of projected points, and the path data of SVG 2 (section 9.3) that draws them. */
import { geoPath, type GeoContext, type GeoProjection } from 'd3-geo';
import type { Land } from './shapes.ts';

/** [x, y] in tenths of a unit of the viewBox: whole numbers, so that equal outlines give equal bytes everywhere. */
export type Tenths = readonly [number, number];
export type Ring = readonly Tenths[];

/** Rings of a piece of land on the sheet, rounded, without points that repeat or lie on a straight line; empty where none is seen. */
export function projectLand(projection: GeoProjection, land: Land): Ring[] {
  const rings: [number, number][][] = [];
  const pen: GeoContext = {
    beginPath: () => {},
    moveTo: (x, y) => void rings.push([[x, y]]),
    lineTo: (x, y) => void rings.at(-1)!.push([x, y]),
    arc: () => {},
    closePath: () => {},
  };
  geoPath(projection, pen)({ type: 'Polygon', coordinates: land.rings as unknown as [number, number][][] });
  return rings.map(roundRing).filter((ring) => ring.length > 2);
}

function roundRing(points: readonly [number, number][]): Ring {
  const ring: Tenths[] = [];
  for (const [x, y] of points) {
    const point: Tenths = [Math.round(x * 10), Math.round(y * 10)];
    const last = ring.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) continue;
    const before = ring.at(-2);
    if (last && before && (last[0] - before[0]) * (point[1] - last[1]) === (last[1] - before[1]) * (point[0] - last[0])) ring.pop();
    ring.push(point);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop();
  return ring;
}

/** Area of a ring in square units of the viewBox. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  ring.forEach(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 200;
}

/** Middle of the points of a ring, in units. */
export function ringMiddle(ring: Ring): [number, number] {
  const sum = ring.reduce<[number, number]>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / ring.length / 10, sum[1] / ring.length / 10];
}

/** A ring too small to be seen → an octagon 5 units across in its place; any other ring as it is. */
export function enlarge(ring: Ring): Ring {
  if (ringArea(ring) >= 18) return ring;
  const [x, y] = ringMiddle(ring);
  const corner = (index: number): Tenths => [Math.round(x * 10 + 25 * Math.cos((index * Math.PI) / 4)), Math.round(y * 10 + 25 * Math.sin((index * Math.PI) / 4))];
  return Array.from({ length: 8 }, (_, index) => corner(index));
}

/** True where a point (in units) lies inside a ring: the even-odd rule. */
export function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [oneX, oneY] = ring[index]!;
    const [otherX, otherY] = ring[before]!;
    if (oneY > y * 10 !== otherY > y * 10 && x * 10 < ((otherX - oneX) * (y * 10 - oneY)) / (otherY - oneY) + oneX) inside = !inside;
  }
  return inside;
}

/** Path data: one absolute move for each ring, then relative lines. */
export function pathData(rings: readonly Ring[]): string {
  return rings.map(ringData).join('');
}

function ringData(ring: Ring): string {
  let [x, y] = ring[0]!;
  let data = `M${pair(x, y)}l`;
  for (let index = 1; index < ring.length; index++) {
    const [nextX, nextY] = ring[index]!;
    const line = pair(nextX - x, nextY - y);
    data += index === 1 || line.startsWith('-') ? line : ` ${line}`;
    [x, y] = [nextX, nextY];
  }
  return `${data}z`;
}

/** Tenths → decimal without a needless zero: -5 → `-.5`. */
export function number(tenths: number): string {
  const sign = tenths < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(tenths) / 10);
  const rest = Math.abs(tenths) % 10;
  return `${sign}${whole === 0 && rest !== 0 ? '' : whole}${rest === 0 ? '' : `.${rest}`}`;
}

function pair(x: number, y: number): string {
  return y < 0 ? number(x) + number(y) : `${number(x)} ${number(y)}`;
}
