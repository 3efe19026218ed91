/** A pedestrian square's boundary: rings of places in `x` and `y`, each closed by repeating its first. Outer and inner alike. */
export interface Square {
  readonly rings: readonly (readonly number[])[];
}

/**
 * Of a square's corners as many are joined to each other; with more, ways lead in along every second, third … of them.
 * 60 corners have up to 1 770 lines of sight.
 */
const MOST_CORNERS = 60;

/**
 * Straight lines across a square, as pairs of places: between any two of its entrances (`isEntrance`) and inner corners
 * that see each other over its surface. Shortest walks over a surface bend only at such corners.
 * `x` and `y` must be whole numbers, so that sides are told exactly.
 */
export function crossSquare(
  { rings }: Square,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  isEntrance: (place: number) => boolean,
): [from: number, to: number][] {
  const corners = cornersOf(rings, x, y, isEntrance);
  const lines: [number, number][] = [];
  for (let a = 0; a < corners.length; a++) {
    for (let b = a + 1; b < corners.length; b++) {
      if (sees(corners[a]!, corners[b]!, rings, x, y)) lines.push([corners[a]!, corners[b]!]);
    }
  }
  return lines;
}

function cornersOf(
  rings: Square['rings'],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  isEntrance: (place: number) => boolean,
): number[] {
  const entrances = new Set<number>();
  const bends = new Set<number>();
  for (const ring of rings) {
    // Inside is on the left of a counter-clockwise outer ring, and outside an inner ring, whichever way it is drawn.
    const inward = Math.sign(doubleArea(ring, x, y)) * (isInner(ring, rings, x, y) ? -1 : 1);
    for (let i = 0; i + 1 < ring.length; i++) {
      const place = ring[i]!;
      const before = ring[i === 0 ? ring.length - 2 : i - 1]!;
      if (isEntrance(place)) entrances.add(place);
      else if (turn(before, place, ring[i + 1]!, x, y) * inward < 0) bends.add(place);
    }
  }
  const corners = [...entrances, ...bends];
  const stride = Math.ceil(corners.length / MOST_CORNERS);
  return corners.filter((_, i) => i % stride === 0);
}

function doubleArea(ring: readonly number[], x: ArrayLike<number>, y: ArrayLike<number>): number {
  const x0 = x[ring[0]!]!;
  const y0 = y[ring[0]!]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const from = ring[i - 1]!;
    const to = ring[i]!;
    sum += (x[from]! - x0) * (y[to]! - y0) - (x[to]! - x0) * (y[from]! - y0);
  }
  return sum;
}

/** Whether an odd number of the other rings goes round this one. */
function isInner(ring: readonly number[], rings: Square['rings'], x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  const others = rings.filter((other) => other !== ring);
  const free = ring.find((place) => !others.some((other) => other.includes(place)));
  return free !== undefined && isInside(x[free]!, y[free]!, others, x, y);
}

/** Positive where the way turns left at `b`, negative where right, 0 straight on. */
function turn(a: number, b: number, c: number, x: ArrayLike<number>, y: ArrayLike<number>): number {
  return (x[b]! - x[a]!) * (y[c]! - y[b]!) - (y[b]! - y[a]!) * (x[c]! - x[b]!);
}

/** Whether the line between two corners lies on the surface and is no side of it. */
function sees(a: number, b: number, rings: Square['rings'], x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const from = ring[i - 1]!;
      const to = ring[i]!;
      if ((from === a && to === b) || (from === b && to === a)) return false;
      if (from !== a && from !== b && isBetween(a, from, b, x, y)) return false;
      const sideFrom = Math.sign(turn(a, b, from, x, y));
      const sideTo = Math.sign(turn(a, b, to, x, y));
      if (sideFrom * sideTo < 0 && turn(from, to, a, x, y) * turn(from, to, b, x, y) < 0) return false;
    }
  }
  return isInside((x[a]! + x[b]!) / 2, (y[a]! + y[b]!) / 2, rings, x, y);
}

/** Whether a corner lies on the open line between two others: then the walk is made of two shorter lines. */
function isBetween(a: number, corner: number, b: number, x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  if (turn(a, corner, b, x, y) !== 0) return false;
  const along = (x[corner]! - x[a]!) * (x[b]! - x[a]!) + (y[corner]! - y[a]!) * (y[b]! - y[a]!);
  const whole = (x[b]! - x[a]!) ** 2 + (y[b]! - y[a]!) ** 2;
  return along > 0 && along < whole;
}

/** Even-odd rule. */
function isInside(px: number, py: number, rings: Square['rings'], x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const yA = y[ring[i - 1]!]!;
      const yB = y[ring[i]!]!;
      if (yA > py === yB > py) continue;
      const xA = x[ring[i - 1]!]!;
      if (px < xA + ((py - yA) / (yB - yA)) * (x[ring[i]!]! - xA)) inside = !inside;
    }
  }
  return inside;
}
