import Flatbush from 'flatbush';
import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';

/**
 * A barrier stands a hair (0.1 mm) beside where it was drawn: then it runs exactly through no corner of a street, and
 * whatever passes it crosses it in one place. Drawn along a street, it stands to its right or its left, all along.
 */
const HAIR_LON = 1.3e-9;
const HAIR_LAT = 0.7e-9;

const NONE: readonly number[] = [];

/** Lines that nobody walks across, as straight pieces that are found by where they are. */
export class Barriers {
  /** As they were drawn. */
  readonly lines: readonly (readonly LonLat[])[];
  /** Degrees: both ends of piece after piece. */
  readonly ends: Float64Array;
  private readonly index: Flatbush | null;

  constructor(lines: readonly (readonly LonLat[])[]) {
    this.lines = lines;
    this.ends = Float64Array.from(
      lines.flatMap((line) => line.slice(1).flatMap((to, i) => [...aside(line[i]!), ...aside(to)])),
    );
    const count = this.ends.length / 4;
    this.index = count === 0 ? null : new Flatbush(count);
    for (let piece = 0; piece < count; piece++) this.index!.add(...this.boundsOf(piece));
    this.index?.finish();
  }

  /** Pieces whose box meets a box, in ascending order. */
  near([west, south, east, north]: Bounds): readonly number[] {
    const { index } = this;
    // Most boxes are far from all of them.
    if (!index || west > index.maxX || east < index.minX || south > index.maxY || north < index.minY) return NONE;
    return index.search(west, south, east, north).sort((a, b) => a - b);
  }

  boundsOf(piece: number): Bounds {
    const [x, y, u, v] = this.ends.subarray(piece * 4, piece * 4 + 4) as unknown as Bounds;
    return [Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v)];
  }

  /** Where a straight stretch crosses a piece, as a share of the stretch; NaN where it does not. */
  crossing(piece: number, ax: number, ay: number, bx: number, by: number): number {
    const p = piece * 4;
    const [cx, cy, dx, dy] = [this.ends[p]!, this.ends[p + 1]!, this.ends[p + 2]!, this.ends[p + 3]!];
    return crossingShare(ax, ay, bx, by, cx, cy, dx, dy);
  }
}

function aside([lon, lat]: LonLat): LonLat {
  return [lon + HAIR_LON, lat + HAIR_LAT];
}

/** Where AB crosses CD, as a share of AB; NaN where it does not. Good in any coordinates in which both are straight. */
function crossingShare(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
  if (a > 0 === b > 0) return NaN;
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
  return c > 0 === d > 0 ? NaN : a / (a - b);
}
