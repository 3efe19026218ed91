import { between, crossing, distance, grain, isSimple, signedArea, type Point, type Ring } from './plane.ts';

/** From the widest road to the narrowest path; `null` in a `Line`: nothing runs there, it only divides. */
export type Road =
  'primary' | 'secondary' | 'tertiary' | 'residential' | 'pedestrian' | 'service' | 'footway' | 'track';

/** What runs along a side of a face. */
export interface Line {
  readonly road: Road | null;
  readonly name?: string;
  /** How a road gets across water, rails or an expressway. */
  readonly over?: 'bridge' | 'tunnel';
}

/** A piece of ground: its outline and what runs along each side (side `i` from point `i` to the next). */
export interface Face {
  readonly ring: Ring;
  readonly sides: readonly Line[];
}

/** Metres from the middle of a road to the ground beside it. */
export const HALF_WIDTH_M: Readonly<Record<Road, number>> = {
  primary: 24,
  secondary: 18,
  tertiary: 13,
  residential: 9,
  pedestrian: 7,
  service: 5,
  footway: 4,
  track: 4,
};

export function depthOf({ road }: Line): number {
  return road === null ? 7 : HALF_WIDTH_M[road];
}

/** A chord's end this near to a corner goes to the corner: no slivers. */
const CORNER_M = 14;

/** Divides a face by the chord through a point, or null where that makes no two sound pieces. `bend`: metres off the straight. */
export function divide(face: Face, through: Point, angle: number, line: Line, bend = 0): [Face, Face] | null {
  const ahead = hit(face.ring, through, angle);
  const behind = hit(face.ring, through, angle + Math.PI);
  if (!ahead || !behind || ahead.side === behind.side || distance(ahead.at, behind.at) < 30) return null;
  const [first, second] = ahead.side < behind.side ? [ahead, behind] : [behind, ahead];
  const ring: Point[] = [];
  const sides: Line[] = [];
  const ends: number[] = [];
  for (const [side, at] of face.ring.entries()) {
    for (const end of [first, second]) if (end.corner === side) ends.push(ring.length);
    ring.push(at);
    sides.push(face.sides[side]!);
    for (const end of [first, second]) {
      if (end.corner !== null || end.side !== side) continue;
      ends.push(ring.length);
      ring.push(end.at);
      sides.push(face.sides[side]!);
    }
  }
  const [i, j] = ends as [number, number];
  if (ends.length !== 2 || j - i < 1) return null;
  const [a, b] = [ring[i]!, ring[j]!];
  const middle: Point[] =
    Math.abs(bend) < 1
      ? []
      : [grain([(a[0] + b[0]) / 2 - Math.sin(angle) * bend, (a[1] + b[1]) / 2 + Math.cos(angle) * bend])];
  const chord = [line, ...middle.map(() => line)];
  const one: Face = { ring: [...ring.slice(i, j + 1), ...middle], sides: [...sides.slice(i, j), ...chord] };
  const other: Face = {
    ring: [...ring.slice(j), ...ring.slice(0, i + 1), ...middle],
    sides: [...sides.slice(j), ...sides.slice(0, i), ...chord],
  };
  return isSound(one) && isSound(other) ? [one, other] : null;
}

function isSound({ ring }: Face): boolean {
  return ring.length >= 3 && signedArea(ring) > 100 && isSimple(ring);
}

interface Hit {
  readonly at: Point;
  /** The side that is hit. */
  readonly side: number;
  /** The corner that it was moved to, if any. */
  readonly corner: number | null;
}

function hit(ring: Ring, from: Point, angle: number): Hit | null {
  const far: Point = [from[0] + Math.cos(angle) * 50_000, from[1] + Math.sin(angle) * 50_000];
  let best: { s: number; t: number; side: number } | null = null;
  for (let side = 0; side < ring.length; side++) {
    const cross = crossing(from, far, ring[side]!, ring[(side + 1) % ring.length]!);
    if (!cross || cross.s < 0 || cross.t < 0 || cross.t > 1) continue;
    if (!best || cross.s < best.s) best = { ...cross, side };
  }
  if (!best) return null;
  const next = (best.side + 1) % ring.length;
  const at = grain(between(ring[best.side]!, ring[next]!, best.t));
  const toFirst = distance(at, ring[best.side]!);
  const toNext = distance(at, ring[next]!);
  if (Math.min(toFirst, toNext) > CORNER_M) return { at, side: best.side, corner: null };
  const corner = toFirst <= toNext ? best.side : next;
  return { at: ring[corner]!, side: corner, corner };
}
