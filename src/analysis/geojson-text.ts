import type { PlaceGeometry } from '../core/geo/geometry.ts';

/** GeoJSON text of features that are GeoJSON text already. */
export function featureCollection(features: readonly string[]): string {
  return `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`;
}

/** GeoJSON text of a feature whose geometry is GeoJSON text already. */
export function feature(geometry: string, properties: Record<string, unknown>): string {
  return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`;
}

/** Geometry is replaced whole, never edited: its text can be kept as long as the object lives. */
const texts = new WeakMap<PlaceGeometry, string>();

export function geometryText(geometry: PlaceGeometry): string {
  let text = texts.get(geometry);
  if (text === undefined) {
    text = JSON.stringify(geometry);
    texts.set(geometry, text);
  }
  return text;
}
