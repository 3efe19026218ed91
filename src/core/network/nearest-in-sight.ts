/** Shares of a segment closer than this are one: a millionth of a millimetre of a street. */
const LEAST_SHARE = 1e-12;

/**
 * The position nearest to (0, 0) on the segment from A to B, as a share of it between `from` and `to`, that no wall hides:
 * `walls` holds both ends of one after another (x, y, x, y). NaN where all of it is hidden. A wall's end hides nothing.
 */
export function nearestInSight(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  walls: readonly number[],
  from = 0,
  to = 1,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSq = dx * dx + dy * dy;
  const foot = clamp(lengthSq > 0 ? -(ax * dx + ay * dy) / lengthSq : 0, from, to);
  if (!isHidden(ax + foot * dx, ay + foot * dy, walls)) return foot;
  // Along the segment it can only change where a wall's end, or the wall itself, comes into the line of sight.
  const breaks = [from, to];
  for (let w = 0; w < walls.length; w += 4) {
    const [cx, cy, ex, ey] = [walls[w]!, walls[w + 1]!, walls[w + 2]!, walls[w + 3]!];
    const [wx, wy] = [ex - cx, ey - cy];
    breaks.push(-(ax * cy - ay * cx) / (dx * cy - dy * cx));
    breaks.push(-(ax * ey - ay * ex) / (dx * ey - dy * ex));
    breaks.push(-(wx * (ay - cy) - wy * (ax - cx)) / (wx * dy - wy * dx));
  }
  const shares = breaks.filter((share) => share >= from && share <= to).sort((a, b) => a - b);
  let nearest = NaN;
  for (let i = 1; i < shares.length; i++) {
    const [low, high] = [shares[i - 1]!, shares[i]!];
    if (high - low < LEAST_SHARE) continue;
    const middle = (low + high) / 2;
    if (isHidden(ax + middle * dx, ay + middle * dy, walls)) continue;
    const share = clamp(foot, low, high);
    if (!(Math.abs(share - foot) >= Math.abs(nearest - foot))) nearest = share;
  }
  return nearest;
}

/** Whether a wall lies between (0, 0) and a position. */
function isHidden(x: number, y: number, walls: readonly number[]): boolean {
  for (let w = 0; w < walls.length; w += 4) {
    const [cx, cy, ex, ey] = [walls[w]!, walls[w + 1]!, walls[w + 2]!, walls[w + 3]!];
    const here = (ex - cx) * -cy - (ey - cy) * -cx;
    const there = (ex - cx) * (y - cy) - (ey - cy) * (x - cx);
    if (here > 0 === there > 0) continue;
    if (x * cy - y * cx > 0 !== x * ey - y * ex > 0) return true;
  }
  return false;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
