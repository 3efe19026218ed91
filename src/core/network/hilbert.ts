const BITS = 16;
const CELLS = (1 << BITS) - 1;

/**
 * Place of each position along a Hilbert curve over all of them, as a 32-bit key (Hilbert 1891; the step is the one of
 * Wikipedia's "Hilbert curve", "Applications and mapping algorithms").
 */
export function hilbertKeys(lon: Float64Array, lat: Float64Array): Uint32Array {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i]!);
    east = Math.max(east, lon[i]!);
    south = Math.min(south, lat[i]!);
    north = Math.max(north, lat[i]!);
  }
  const scale = CELLS / (Math.max(east - west, north - south) || 1);
  const keys = new Uint32Array(lon.length);
  for (let i = 0; i < keys.length; i++) {
    keys[i] = key(Math.floor((lon[i]! - west) * scale), Math.floor((lat[i]! - south) * scale));
  }
  return keys;
}

function key(x: number, y: number): number {
  let d = 0;
  for (let s = 1 << (BITS - 1); s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    d = d * 4 + ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = CELLS - x;
        y = CELLS - y;
      }
      const swap = x;
      x = y;
      y = swap;
    }
  }
  return d;
}
