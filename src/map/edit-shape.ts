import type { Feature, LineString, Polygon, Position } from 'geojson';
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw';
import { asWgs84 } from '../core/geo/geometry.ts';
import { ringsOf, withRings } from '../core/geo/rings.ts';
import { COORDINATE_DECIMALS } from './drawing-snap.ts';
import { lineOf, type DrawAnew } from './drawing-task.ts';

/**
 * Edits a shape; what it returns shows another in its place. The library knows neither holes nor several parts: each ring
 * is a polygon of its own while it is edited.
 */
export function editShape(draw: TerraDraw, task: DrawAnew): (shape: DrawAnew['shape']) => void {
  let shape: DrawAnew['shape'];
  let ids: string[] = [];
  /** Where each position was before it was rounded: what is not moved stays exactly where it is. */
  const exact = new Map<string, Position>();
  const rounded = (position: Position): Position => {
    const [lon = 0, lat = 0] = position.map((degrees) => Number(degrees.toFixed(COORDINATE_DECIMALS)));
    exact.set(`${lon},${lat}`, position);
    return [lon, lat];
  };
  const restored = (position: Position): Position => exact.get(`${position[0]},${position[1]}`) ?? position;

  const show = (next: DrawAnew['shape']): void => {
    shape = next;
    draw.clear();
    const features =
      next.type === 'LineString'
        ? [lineFeature(next.coordinates.map(rounded))]
        : ringsOf(next).map((ring) => ringFeature(ring.map(rounded)));
    ids = draw.addFeatures(features).flatMap(({ id, valid }) => (valid && id !== undefined ? String(id) : []));
    if (draw.getMode() !== 'select') draw.setMode('select');
    if (ids[0] !== undefined) draw.selectFeature(ids[0]);
  };
  show(task.shape);
  draw.on('finish', () => {
    const drawn = ids.map((id) => draw.getSnapshotFeature(id)?.geometry);
    const next = shape.type === 'LineString' ? lineShape(drawn[0], restored) : ringShape(shape, drawn, restored);
    if (next === null) return;
    const before = shape;
    // Whoever takes it shows it again at once: by then it is what is shown.
    shape = next;
    const taken = task.onDrawn(
      next.type === 'LineString' ? { type: 'LineString', line: lineOf(next.coordinates) } : asWgs84(next),
    );
    // The library is still in the midst of what it tells of.
    if (!taken) queueMicrotask(() => draw.enabled && show(before));
  });
  return (next) => {
    if (JSON.stringify(next.type === shape.type && next.coordinates) !== JSON.stringify(shape.coordinates)) show(next);
  };
}

type Drawn = GeoJSONStoreFeatures['geometry'] | undefined;

function lineShape(drawn: Drawn, restored: (position: Position) => Position): LineString | null {
  return drawn?.type === 'LineString' ? { type: 'LineString', coordinates: drawn.coordinates.map(restored) } : null;
}

function ringShape(
  shape: Exclude<DrawAnew['shape'], LineString>,
  drawn: readonly Drawn[],
  restored: (position: Position) => Position,
): typeof shape | null {
  const rings = drawn.flatMap((one) => (one?.type === 'Polygon' ? [one.coordinates[0]!.map(restored)] : []));
  return rings.length === ringsOf(shape).length ? withRings(shape, rings) : null;
}

function ringFeature(ring: Position[]): GeoJSONStoreFeatures {
  const feature: Feature<Polygon> = {
    type: 'Feature',
    properties: { mode: 'polygon' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  return feature as GeoJSONStoreFeatures;
}

function lineFeature(coordinates: Position[]): GeoJSONStoreFeatures {
  const feature: Feature<LineString> = {
    type: 'Feature',
    properties: { mode: 'linestring' },
    geometry: { type: 'LineString', coordinates },
  };
  return feature as GeoJSONStoreFeatures;
}
