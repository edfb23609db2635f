/** Positions on the Earth as a sphere of radius 1. Distances and radii are in radians. */

/** [longitude, latitude] in degrees, as GeoJSON (RFC 7946) orders them. */
export type Position = readonly [number, number];
export type Arc = readonly Position[];
export type Vector = readonly [number, number, number];

/** A round part of the sphere. */
export interface Cap {
  centre: Vector;
  radius: number;
}

const RADIANS = Math.PI / 180;

export function toVector([longitude, latitude]: Position): Vector {
  const flat = Math.cos(latitude * RADIANS);
  return [flat * Math.cos(longitude * RADIANS), flat * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
}

export function toPosition([x, y, z]: Vector): Position {
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/** Angle between two vectors. */
export function angle(one: Vector, other: Vector): number {
  return 2 * Math.asin(Math.min(1, Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) / 2));
}

/** A cap around all positions: near to the smallest, not smaller. Throws a RangeError where there are none. */
export function capAround(positions: readonly Position[]): Cap {
  if (positions.length === 0) throw new RangeError('Unexpected empty list of positions, expected at least one');
  const vectors = positions.map(toVector);
  const sum = vectors.reduce<[number, number, number]>((total, vector) => [total[0] + vector[0], total[1] + vector[1], total[2] + vector[2]], [0, 0, 0]);
  const length = Math.hypot(...sum) || 1;
  const centre: Vector = [sum[0] / length, sum[1] / length, sum[2] / length];
  return { centre, radius: Math.max(...vectors.map((vector) => angle(centre, vector))) };
}

/** Width of the gap between two caps; 0 where they touch. */
export function gap(one: Cap, other: Cap): number {
  return Math.max(0, angle(one.centre, other.centre) - one.radius - other.radius);
}
