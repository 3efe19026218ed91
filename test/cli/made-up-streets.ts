/** Metres of one degree of a meridian on the sphere of CONTRACT §1. */
export const DEGREE_M = (Math.PI / 180) * 6_371_008.8;

/** Metres of the bridge below: 0.001 degrees of longitude at 32.01 north. */
export const BRIDGE_M =
  2 * 6_371_008.8 * Math.asin(Math.cos(32.01 * (Math.PI / 180)) * Math.sin(0.0005 * (Math.PI / 180)));

/**
 * Two streets due north on either bank of a canal, 0.01 degrees long, joined by a bridge at their north end; and 2 km to
 * the east an island of 500 m. All distances along them are differences of latitude.
 */
export const STREETS = geojsonOf([
  [
    [120, 32],
    [120, 32.01],
  ],
  [
    [120, 32.01],
    [120.001, 32.01],
  ],
  [
    [120.001, 32.01],
    [120.001, 32],
  ],
  [
    [120.02, 32],
    [120.02, 32.0045],
  ],
]);

export function geojsonOf(lines: readonly (readonly (readonly [number, number])[])[]): string {
  const features = lines.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Begins like a PBF file and goes on as nonsense. */
export const DAMAGED_PBF = Uint8Array.from([0, 0, 0, 13, 0x0a, 9, ...Buffer.from('OSMHeader'), 0x18, 90, 1, 2, 3, 4]);
