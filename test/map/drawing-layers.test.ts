import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { withDrawing } from '../../src/map/drawing-layers.ts';

const empty: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } };
const next: StyleSpecification = {
  version: 8,
  sources: { areas: empty },
  layers: [{ id: 'canvas', type: 'background' }],
};

it('carries what is being drawn over to the next style, on top, and nothing else', () => {
  const present: StyleSpecification = {
    version: 8,
    sources: { old: empty, 'drawing-polygon': empty },
    layers: [
      { id: 'drawing-polygon', type: 'fill', source: 'drawing-polygon' },
      { id: 'old', type: 'fill', source: 'old' },
    ],
  };
  const carried = withDrawing(present, next);
  expect(Object.keys(carried.sources)).toEqual(['areas', 'drawing-polygon']);
  expect(carried.layers.map(({ id }) => id)).toEqual(['canvas', 'drawing-polygon']);
});

it('leaves a style alone where nothing is drawn', () => {
  expect(withDrawing(undefined, next)).toBe(next);
  expect(withDrawing(next, next)).toBe(next);
});
