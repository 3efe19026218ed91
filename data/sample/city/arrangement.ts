import type { Face, Line } from './face.ts';
import { between, crossing, distance, grain, signedArea, type Point } from './plane.ts';

export interface Stroke {
  readonly points: readonly Point[];
  readonly line: Line;
}

/** Points nearer than this become one. */
const MERGE_M = 5;

/**
 * The pieces of ground that strokes cut the plane into. `judge` sees the middle of each stretch between two crossings and
 * says what runs there; undefined takes the stretch out.
 */
export function arrange(
  strokes: readonly Stroke[],
  judge: (middle: Point, line: Line, stroke: Stroke) => Line | undefined,
): Face[] {
  const segments = strokes.flatMap((stroke) =>
    stroke.points.slice(1).map((b, i) => ({ a: stroke.points[i]!, b, stroke, cuts: [] as number[] })),
  );
  for (let i = 0; i < segments.length; i++) {
    for (let j = i + 1; j < segments.length; j++) {
      const [one, other] = [segments[i]!, segments[j]!];
      if (one.stroke === other.stroke || apart(one, other)) continue;
      const cross = crossing(one.a, one.b, other.a, other.b);
      if (!cross) continue;
      const [slackS, slackT] = [MERGE_M / distance(one.a, one.b), MERGE_M / distance(other.a, other.b)];
      if (cross.s < -slackS || cross.s > 1 + slackS || cross.t < -slackT || cross.t > 1 + slackT) continue;
      one.cuts.push(Math.min(1, Math.max(0, cross.s)));
      other.cuts.push(Math.min(1, Math.max(0, cross.t)));
    }
  }
  const net = new Net();
  for (const { a, b, stroke, cuts } of segments) {
    const shares = [0, ...cuts, 1].sort((x, y) => x - y);
    for (let k = 1; k < shares.length; k++) {
      const [from, to] = [between(a, b, shares[k - 1]!), between(a, b, shares[k]!)];
      if (distance(from, to) < 0.05) continue;
      const line = judge(between(from, to, 0.5), stroke.line, stroke);
      if (line !== undefined) net.add(from, to, line);
    }
  }
  return net.faces();
}

interface Ends {
  readonly a: Point;
  readonly b: Point;
}

function apart(p: Ends, q: Ends): boolean {
  return ([0, 1] as const).some(
    (n) =>
      Math.max(p.a[n], p.b[n]) + MERGE_M < Math.min(q.a[n], q.b[n]) ||
      Math.max(q.a[n], q.b[n]) + MERGE_M < Math.min(p.a[n], p.b[n]),
  );
}

class Net {
  private readonly points: Point[] = [];
  private readonly cells = new Map<string, number[]>();
  /** Neighbours of each point, with what runs between. */
  private readonly ways: Map<number, Line>[] = [];

  add(from: Point, to: Point, line: Line): void {
    const [u, v] = [this.vertex(from), this.vertex(to)];
    if (u === v) return;
    const known = this.ways[u]!.get(v);
    if (known && known.road !== null) return;
    this.ways[u]!.set(v, line);
    this.ways[v]!.set(u, line);
  }

  private vertex(at: Point): number {
    const [cx, cy] = [Math.floor(at[0] / MERGE_M), Math.floor(at[1] / MERGE_M)];
    for (let x = cx - 1; x <= cx + 1; x++) {
      for (let y = cy - 1; y <= cy + 1; y++) {
        const near = this.cells.get(`${x},${y}`)?.find((v) => distance(this.points[v]!, at) < MERGE_M);
        if (near !== undefined) return near;
      }
    }
    const vertex = this.points.push(grain(at)) - 1;
    this.ways.push(new Map());
    const key = `${cx},${cy}`;
    this.cells.set(key, [...(this.cells.get(key) ?? []), vertex]);
    return vertex;
  }

  faces(): Face[] {
    this.prune();
    const around = this.ways.map((ways, u) => [...ways.keys()].sort((v, w) => this.bearing(u, v) - this.bearing(u, w)));
    const faces: Face[] = [];
    const seen = new Set<string>();
    for (let u = 0; u < this.points.length; u++) {
      for (const v of around[u]!) {
        const walk: number[] = [];
        let [from, to] = [u, v];
        while (!seen.has(`${from}>${to}`)) {
          seen.add(`${from}>${to}`);
          walk.push(from);
          const turns = around[to]!;
          // The next way clockwise from where one comes from keeps the face on the left.
          const next = turns[(turns.indexOf(from) + turns.length - 1) % turns.length]!;
          [from, to] = [to, next];
        }
        const ring = walk.map((at) => this.points[at]!);
        if (ring.length < 3 || signedArea(ring) <= 0) continue;
        faces.push({ ring, sides: walk.map((at, i) => this.ways[at]!.get(walk[(i + 1) % walk.length]!)!) });
      }
    }
    return faces;
  }

  /** Ways that lead nowhere bound no face. */
  private prune(): void {
    const loose = this.points.map((_, v) => v).filter((v) => this.ways[v]!.size === 1);
    for (let v = loose.pop(); v !== undefined; v = loose.pop()) {
      const [other] = this.ways[v]!.keys();
      this.ways[v]!.clear();
      if (other === undefined) continue;
      this.ways[other]!.delete(v);
      if (this.ways[other]!.size === 1) loose.push(other);
    }
  }

  private bearing(u: number, v: number): number {
    const [a, b] = [this.points[u]!, this.points[v]!];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  }
}
