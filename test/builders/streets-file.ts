import { metresAway } from './plan-builder.ts';

/** Streets as the bytes of a GeoJSON file, from lines of [metres east, metres north] points. */
export function streetsFile(...lines: readonly (readonly (readonly [number, number])[])[]): Uint8Array {
  const features = lines.map((line) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates: line.map(([east, north]) => [...metresAway(east, north)]) },
  }));
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}
