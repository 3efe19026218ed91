import type { MapLibreMap } from 'maplibre-gl';
import type { Position } from 'geojson';
import type { TerraDrawMouseEvent } from 'terra-draw';
import { greatCircleMetres } from '../core/geo/distance.ts';
import { snapToLines } from '../core/geo/snap-to-shapes.ts';
import type { DrawingTask } from './drawing-task.ts';
import { STREET_LAYERS } from './tile-address.ts';

/** Decimals of a degree: a tenth of a millimetre. */
export const COORDINATE_DECIMALS = 9;

/** To the plan's own shapes, of which the library knows nothing, and to the streets in view. */
export function drawingSnap(map: MapLibreMap, { snapTo, toStreets }: DrawingTask, nearPx: number) {
  return ({ lng, lat, containerX, containerY }: TerraDrawMouseEvent): Position | undefined => {
    const aside = map.unproject([containerX + nearPx, containerY]);
    const withinM = greatCircleMetres([lng, lat], [aside.lng, aside.lat]);
    const snapped =
      snapTo?.([lng, lat], withinM) ??
      (toStreets ? snapToLines(streetsAt(map, containerX, containerY, nearPx), [lng, lat], withinM) : null);
    return snapped?.map((degrees) => Number(degrees.toFixed(COORDINATE_DECIMALS)));
  };
}

/** Lines of streets as the map draws them. */
function streetsAt(map: MapLibreMap, x: number, y: number, nearPx: number): Position[][] {
  const box: [[number, number], [number, number]] = [
    [x - nearPx, y - nearPx],
    [x + nearPx, y + nearPx],
  ];
  const layers = map.getLayersOrder().filter((id) => {
    const layer = map.getLayer(id);
    return layer?.type === 'line' && STREET_LAYERS.some((source) => source === layer.source);
  });
  if (layers.length === 0) return [];
  return map.queryRenderedFeatures(box, { layers }).flatMap(({ geometry }) => {
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  });
}
