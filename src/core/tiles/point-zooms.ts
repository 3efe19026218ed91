import { DEEPEST_ZOOM, UNITS_PER_PX } from './tile-grid.ts';

/** A position that far off the straight line between its neighbours is left out: nobody sees it. */
const TOLERANCE_PX = 0.3;

/** The finest tolerance there is, units of the world's grid: deeper tiles leave nothing out. */
const FINEST = toleranceAt(DEEPEST_ZOOM - 1);

function toleranceAt(zoom: number): number {
  return TOLERANCE_PX * UNITS_PER_PX * 2 ** (DEEPEST_ZOOM - zoom);
}

/**
 * From which zoom on each position of a line is drawn (Douglas and Peucker's distance, turned into a zoom): its ends from
 * 0, the others in `zooms` from `from + 1` up to `last - 1`. Found once for the whole line, so that two tiles that it
 * crosses leave out the same positions and meet. No library gives the distances themselves, of which every zoom is read.
 */
export function markPointZooms(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  zooms: { [at: number]: number },
  from: number,
  last: number,
): void {
  zooms[from] = 0;
  zooms[last] = 0;
  const stack = [from, last];
  while (stack.length > 0) {
    const end = stack.pop()!;
    const start = stack.pop()!;
    const { farthest, distance } = farthestBetween(x, y, start, end);
    if (distance <= FINEST) {
      for (let i = start + 1; i < end; i++) zooms[i] = DEEPEST_ZOOM;
      continue;
    }
    zooms[farthest] = zoomOf(distance);
    stack.push(start, farthest, farthest, end);
  }
}

/** The least zoom at whose tolerance a distance counts. */
function zoomOf(distance: number): number {
  return Math.max(0, Math.floor(Math.log2(toleranceAt(0) / distance)) + 1);
}

/** Of equally far ones the one nearest the middle, which keeps the halves of a straight line even. */
function farthestBetween(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  start: number,
  end: number,
): { farthest: number; distance: number } {
  const fromX = x[start]!;
  const fromY = y[start]!;
  const alongX = x[end]! - fromX;
  const alongY = y[end]! - fromY;
  const along2 = alongX * alongX + alongY * alongY;
  const middle = (start + end) / 2;
  let farthest = start;
  let most = -1;
  for (let i = start + 1; i < end; i++) {
    const dx = x[i]! - fromX;
    const dy = y[i]! - fromY;
    const share = along2 > 0 ? Math.min(1, Math.max(0, (dx * alongX + dy * alongY) / along2)) : 0;
    const offX = dx - share * alongX;
    const offY = dy - share * alongY;
    const off2 = offX * offX + offY * offY;
    if (off2 > most || (off2 === most && Math.abs(i - middle) < Math.abs(farthest - middle))) {
      most = off2;
      farthest = i;
    }
  }
  return { farthest, distance: Math.sqrt(Math.max(0, most)) };
}
