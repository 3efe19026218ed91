import type { MapLibreMap } from 'maplibre-gl';
import { TerraDraw, type GeoJSONStoreFeatures } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { asWgs84 } from '../core/geo/geometry.ts';
import { DRAWING_PREFIX } from './drawing-layers.ts';
import { drawingModes } from './drawing-modes.ts';
import { COORDINATE_DECIMALS } from './drawing-snap.ts';
import { lineOf, type Drawing, type DrawingTask, type DrawNew } from './drawing-task.ts';
import { editShape } from './edit-shape.ts';
import type { Palette } from './palette.ts';

const MODES = { point: 'point', polygon: 'polygon', line: 'linestring' } as const;

/** Draws on the map, or changes a shape there, until it is stopped. The map must have its style. */
export function startDrawing(map: MapLibreMap, task: DrawingTask, palette: Palette): Drawing {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      coordinatePrecision: COORDINATE_DECIMALS,
      prefixId: DRAWING_PREFIX,
    }),
    modes: drawingModes(map, task, palette),
  });
  draw.start();
  const show = task.kind === 'shape' ? editShape(draw, task) : null;
  if (task.kind !== 'shape') drawNew(draw, task);
  const canvas = map.getCanvas();
  // Keys that draw are the map's, from the first.
  canvas.focus({ preventScroll: true });
  return {
    finish: () => void canvas.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' })),
    show: (shape) => show?.(shape),
    pressCentre() {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const where = { clientX: left + width / 2, clientY: top + height / 2, isPrimary: true, button: 0 };
      for (const type of ['pointermove', 'pointerdown', 'pointerup']) {
        canvas.dispatchEvent(new PointerEvent(type, { ...where, button: type === 'pointermove' ? -1 : 0 }));
      }
    },
    stop: () => draw.stop(),
  };
}

function drawNew(draw: TerraDraw, task: DrawNew): void {
  const mode = MODES[task.kind];
  draw.setMode(mode);
  draw.on('change', () => {
    const drawn = draw
      .getSnapshot()
      .find(({ properties }) => properties.mode === mode && properties['currentlyDrawing']);
    if (drawn !== undefined) task.onProgress(cornersOf(drawn));
  });
  draw.on('finish', (id) => {
    const drawn = draw.getSnapshotFeature(id)?.geometry;
    if (drawn === undefined) return;
    // Whoever hears of it may stop the drawing, which the library is still in the midst of.
    queueMicrotask(() => {
      if (!draw.enabled) return;
      draw.clear();
      if (drawn.type === 'LineString') task.onDrawn({ type: 'LineString', line: lineOf(drawn.coordinates) });
      else task.onDrawn(asWgs84(drawn));
    });
  });
}

/** Corners that were set. The library counts those of polygons; a line also has one that follows the pointer. */
function cornersOf({ geometry, properties }: GeoJSONStoreFeatures): number {
  return geometry.type === 'LineString'
    ? geometry.coordinates.length - 1
    : Number(properties['committedCoordinateCount'] ?? 0);
}
