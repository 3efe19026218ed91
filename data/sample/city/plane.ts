/** Metres east and north of the middle of the old town, before the plan is bent and laid on the globe. */
export type Point = readonly [x: number, y: number];

/** A closed outline, counter-clockwise, its first point not repeated. */
export type Ring = readonly Point[];

/** The plan's grain: a decimetre. Points that are meant to be one are one. */
export function grain([x, y]: Point): Point {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

export function keyOf([x, y]: Point): string {
  return `${Math.round(x * 10)},${Math.round(y * 10)}`;
}

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
  return Math.sqrt(dx * dx + dy * dy);
}

export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** m², positive counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, at, i) => sum + distance(at, ring[(i + 1) % ring.length]!), 0);
}

/** 1 for a circle, less the longer or more ragged. */
export function compactness(ring: Ring): number {
  return (4 * Math.PI * Math.abs(signedArea(ring))) / perimeter(ring) ** 2;
}

export function centroid(ring: Ring): Point {
  const [x0, y0] = ring[0]!;
  let [cx, cy, sum] = [0, 0, 0];
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = [ring[i]![0] - x0, ring[i]![1] - y0];
    const next = ring[(i + 1) % ring.length]!;
    const [x2, y2] = [next[0] - x0, next[1] - y0];
    const cross = x1 * y2 - x2 * y1;
    cx += (x1 + x2) * cross;
    cy += (y1 + y2) * cross;
    sum += cross;
  }
  return sum === 0 ? [x0, y0] : [x0 + cx / (3 * sum), y0 + cy / (3 * sum)];
}

export function holds(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Where two segments cross, as shares of each; null for parallels. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { s: number; t: number } | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]];
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]];
  const cross = rx * sy - ry * sx;
  if (Math.abs(cross) < 1e-9) return null;
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]];
  return { s: (qx * sy - qy * sx) / cross, t: (qx * ry - qy * rx) / cross };
}

export function toSegment(at: Point, a: Point, b: Point): { distance: number; share: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const raw = length2 === 0 ? 0 : ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / length2;
  const share = Math.min(1, Math.max(0, raw));
  return { distance: distance(at, between(a, b, share)), share };
}

export function toLine(at: Point, line: readonly Point[]): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) least = Math.min(least, toSegment(at, line[i - 1]!, line[i]!).distance);
  return least;
}

/** A curve through all the points (Catmull-Rom), a point about every `step` metres. */
export function smooth(points: readonly Point[], step: number): Point[] {
  const result: Point[] = [points[0]!];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i]!, points[i + 1]!];
    const p0 = points[i - 1] ?? p1;
    const p3 = points[i + 2] ?? p2;
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const axis = (n: 0 | 1): number =>
        0.5 *
        (2 * p1[n] +
          (p2[n] - p0[n]) * t +
          (2 * p0[n] - 5 * p1[n] + 4 * p2[n] - p3[n]) * t * t +
          (3 * p1[n] - p0[n] - 3 * p2[n] + p3[n]) * t * t * t);
      result.push(grain([axis(0), axis(1)]));
    }
  }
  return result;
}

/** The line beside a line, `side` metres to its left (right where negative). */
export function beside(line: readonly Point[], side: number): Point[] {
  const closed = line.length > 2 && keyOf(line[0]!) === keyOf(line.at(-1)!);
  return line.map((at, i) => {
    const before = line[i - 1] ?? (closed ? line[line.length - 2]! : at);
    const after = line[i + 1] ?? (closed ? line[1]! : at);
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy);
    return grain([at[0] - (dy / length) * side, at[1] + (dx / length) * side]);
  });
}

/** The box of least extent along two directions at right angles: its middle, its longer direction, both half lengths. */
export function tightBox(ring: Ring, angles: readonly number[]): { middle: Point; along: number; half: Point } {
  let best: { middle: Point; along: number; half: Point } | null = null;
  for (const angle of angles) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of ring) {
      const [u, v] = [x * cos + y * sin, y * cos - x * sin];
      [u0, u1, v0, v1] = [Math.min(u0, u), Math.max(u1, u), Math.min(v0, v), Math.max(v1, v)];
    }
    const [hu, hv] = [(u1 - u0) / 2, (v1 - v0) / 2];
    const [mu, mv] = [(u0 + u1) / 2, (v0 + v1) / 2];
    if (best === null || hu * hv < best.half[0] * best.half[1] - 1) {
      const middle: Point = [mu * cos - mv * sin, mu * sin + mv * cos];
      best =
        hu >= hv ? { middle, along: angle, half: [hu, hv] } : { middle, along: angle + Math.PI / 2, half: [hv, hu] };
    }
  }
  return best!;
}

/**
 * The outline moved inwards, each side by a distance of its own (side `i` runs from point `i` to the next). Sides that
 * vanish are left out. Null where nothing sound is left.
 */
export function inset(ring: Ring, depths: readonly number[]): Ring | null {
  let sides = ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length]!, depth: depths[i]! }));
  sides = sides.filter(({ a, b }) => distance(a, b) > 0.5);
  for (let round = 0; round < ring.length; round++) {
    if (sides.length < 3) return null;
    const moved = sides.map(({ a, b, depth }) => {
      const length = distance(a, b);
      const [nx, ny] = [(-(b[1] - a[1]) / length) * depth, ((b[0] - a[0]) / length) * depth];
      return [
        [a[0] + nx, a[1] + ny],
        [b[0] + nx, b[1] + ny],
      ] as const;
    });
    const corners = moved.map(([a, b], i): Point => {
      const [c, d] = moved[(i + moved.length - 1) % moved.length]!;
      const cross = crossing(c, d, a, b);
      const corner = cross && between(c, d, cross.s);
      // Nearly straight on: a corner would lie far off.
      return corner && distance(corner, a) < 60 ? corner : between(d, a, 0.5);
    });
    const flipped = sides.findIndex(({ a, b }, i) => {
      const [from, to] = [corners[i]!, corners[(i + 1) % corners.length]!];
      return (b[0] - a[0]) * (to[0] - from[0]) + (b[1] - a[1]) * (to[1] - from[1]) <= 0;
    });
    if (flipped < 0) {
      const result = corners.map(grain).filter((at, i, all) => distance(at, all[(i + 1) % all.length]!) > 1);
      return result.length >= 3 && signedArea(result) > 0 && isSimple(result) ? result : null;
    }
    sides.splice(flipped, 1);
  }
  return null;
}

export function isSimple(ring: Ring): boolean {
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const cross = crossing(ring[i]!, ring[(i + 1) % n]!, ring[j]!, ring[(j + 1) % n]!);
      if (cross && cross.s >= 0 && cross.s <= 1 && cross.t >= 0 && cross.t <= 1) return false;
    }
  }
  return true;
}
