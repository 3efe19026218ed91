import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export interface TileFeature {
  readonly type: 'point' | 'line' | 'area';
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  /** Lines or rings in the tile's units. */
  readonly parts: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** What a vector tile holds, read by the library that MapLibre reads it with: features by layer. */
export function readTile(bytes: Uint8Array): Readonly<Record<string, TileFeature[]>> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i): TileFeature => {
        const feature = layer.feature(i);
        return {
          type: (['point', 'point', 'line', 'area'] as const)[feature.type],
          properties: feature.properties,
          parts: feature.loadGeometry().map((part) => part.map(({ x, y }) => [x, y] as const)),
        };
      }),
    ]),
  );
}
