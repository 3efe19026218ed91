import type { Crs } from './crs.ts';

/** Whether a pair of numbers can be a position in a system; `swapped`: it can, the other way round. */
export function fitsCrs(crs: Crs, x: number, y: number): 'fits' | 'swapped' | 'outside' {
  return inRange(crs, x, y) ? 'fits' : inRange(crs, y, x) ? 'swapped' : 'outside';
}

function inRange(crs: Crs, x: number, y: number): boolean {
  if (crs.kind === 'degrees' || crs.kind === 'shifted' || crs.range === null) {
    return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  }
  // Nobody lives within 180 m of 0° N 0° E: such numbers are degrees whose system is misnamed.
  if (crs.kind === 'web-mercator' && Math.abs(x) <= 180 && Math.abs(y) <= 180) return false;
  const [minX, minY, maxX, maxY] = crs.range;
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
