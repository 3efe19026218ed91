import type { MapLibreMap } from 'maplibre-gl';
import type { Feature, LineString, Polygon, Position } from 'geojson';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type TerraDrawExtend,
  type TerraDrawMouseEvent,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { greatCircleMetres } from '../core/geo/distance.ts';
import { asWgs84, type LonLat } from '../core/geo/geometry.ts';
import { ringsOf, withRings } from '../core/geo/rings.ts';
import { findSelfIntersection } from '../core/geo/self-intersection.ts';
import { snapToLines } from '../core/geo/snap-to-shapes.ts';
import { DRAWING_PREFIX } from './drawing-layers.ts';
import type { DrawAnew, Drawing, DrawingTask, DrawNew } from './drawing-task.ts';
import type { Palette } from './palette.ts';
import { STREET_LAYERS } from './tile-address.ts';

/** Decimals of a degree: a tenth of a millimetre. */
const DECIMALS = 9;

/** How near a pointer must come to snap, to close a shape or to take up a corner, CSS pixels; a finger covers more. */
const NEAR_PX = 12;
const NEAR_FINGER_PX = 24;

const MODES = { point: 'point', polygon: 'polygon', line: 'linestring', shape: 'select' } as const;

type Colour = TerraDrawExtend.HexColorStyling;

/** Draws on the map, or changes a shape there, until it is stopped. The map must have its style. */
export function startDrawing(map: MapLibreMap, task: DrawingTask, palette: Palette): Drawing {
  const nearPx = matchMedia('(pointer: coarse)').matches ? NEAR_FINGER_PX : NEAR_PX;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS, prefixId: DRAWING_PREFIX }),
    modes: modesOf(map, task, palette, nearPx),
  });
  draw.start();
  const show = task.kind === 'shape' ? editShape(draw, task) : null;
  if (task.kind !== 'shape') drawNew(draw, task);
  const canvas = map.getCanvas();
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

function modesOf(map: MapLibreMap, task: DrawingTask, palette: Palette, pointerDistance: number) {
  const snapping = { toCustom: snappingOf(map, task, pointerDistance) };
  const accent = palette.accent as Colour;
  const halo = palette.halo as Colour;
  const corner = { colour: halo, outline: accent, width: pointerDistance / 2.4 };
  const closing = {
    closingPointColor: accent,
    closingPointOutlineColor: halo,
    closingPointWidth: corner.width,
    closingPointOutlineWidth: 2,
    snappingPointColor: accent,
    snappingPointOutlineColor: halo,
    snappingPointWidth: 5,
    snappingPointOutlineWidth: 2,
    coordinatePointColor: corner.colour,
    coordinatePointOutlineColor: corner.outline,
    coordinatePointWidth: 4,
    coordinatePointOutlineWidth: 2,
  };
  const coordinates = { snappable: snapping, midpoints: { draggable: true }, draggable: true, deletable: true };
  const flags = { feature: { draggable: true, coordinates } };
  return [
    new TerraDrawPointMode({ styles: { pointColor: accent, pointOutlineColor: halo, pointWidth: 7 } }),
    new TerraDrawPolygonMode({
      snapping,
      pointerDistance,
      showCoordinatePoints: true,
      // Escape is the page's: it puts the tool away.
      keyEvents: { cancel: null, finish: 'Enter' },
      validation: (feature, { updateType }) => refuseCrossing(task, feature, updateType),
      styles: { fillColor: accent, fillOpacity: 0.15, outlineColor: accent, outlineWidth: 2.5, ...closing },
    }),
    new TerraDrawLineStringMode({
      snapping,
      pointerDistance,
      showCoordinatePoints: true,
      keyEvents: { cancel: null, finish: 'Enter' },
      styles: { lineStringColor: accent, lineStringWidth: 3.5, ...closing },
    }),
    new TerraDrawSelectMode({
      pointerDistance,
      allowManualDeselection: false,
      keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
      pointerEvents: {
        leftClick: true,
        rightClick: true,
        // A long press of a finger.
        contextMenu: true,
        onDragStart: true,
        onDrag: true,
        onDragEnd: true,
      },
      flags: { polygon: flags, linestring: flags },
      styles: {
        selectedPolygonColor: accent,
        selectedPolygonFillOpacity: 0.15,
        selectedPolygonOutlineColor: accent,
        selectedPolygonOutlineWidth: 2.5,
        selectedLineStringColor: accent,
        selectedLineStringWidth: 3.5,
        selectionPointColor: corner.colour,
        selectionPointOutlineColor: corner.outline,
        selectionPointWidth: corner.width,
        selectionPointOutlineWidth: 2.5,
        midPointColor: accent,
        midPointOutlineColor: halo,
        midPointWidth: corner.width * 0.7,
        midPointOutlineWidth: 1.5,
      },
    }),
  ];
}

/** A shape is only looked at whole: while it is being drawn, the edge that closes it may lie anywhere. */
function refuseCrossing(task: DrawingTask, { geometry }: GeoJSONStoreFeatures, updateType: string) {
  if (task.kind === 'shape' || updateType !== 'finish' || geometry.type !== 'Polygon') return { valid: true };
  const valid = findSelfIntersection(geometry) === null;
  if (!valid) task.onCrossing();
  return { valid };
}

function drawNew(draw: TerraDraw, task: DrawNew): void {
  const mode = MODES[task.kind];
  draw.setMode(mode);
  draw.on('change', () => {
    const drawn = draw
      .getSnapshot()
      .find(({ properties }) => properties.mode === mode && properties['currentlyDrawing']);
    if (drawn !== undefined) task.onProgress(Number(drawn.properties['committedCoordinateCount'] ?? 0));
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

/**
 * Edits a shape; what it returns shows another in its place. The library knows neither holes nor several parts: each ring
 * is a polygon of its own while it is edited.
 */
function editShape(draw: TerraDraw, task: DrawAnew): (shape: DrawAnew['shape']) => void {
  let shape: DrawAnew['shape'];
  let ids: string[] = [];
  /** Where each position was before it was rounded: what is not moved stays exactly where it is. */
  const exact = new Map<string, Position>();
  const rounded = (position: Position): Position => {
    const [lon = 0, lat = 0] = position.map((degrees) => Number(degrees.toFixed(DECIMALS)));
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
    if (draw.getMode() !== MODES.shape) draw.setMode(MODES.shape);
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

function lineOf(coordinates: readonly Position[]): LonLat[] {
  return coordinates.map(([lon, lat]) => [lon!, lat!]);
}

/** To the plan's own shapes, of which the library knows nothing, and to the streets in view. */
function snappingOf(map: MapLibreMap, { snapTo, toStreets }: DrawingTask, nearPx: number) {
  return ({ lng, lat, containerX, containerY }: TerraDrawMouseEvent): Position | undefined => {
    const aside = map.unproject([containerX + nearPx, containerY]);
    const withinM = greatCircleMetres([lng, lat], [aside.lng, aside.lat]);
    const snapped =
      snapTo?.([lng, lat], withinM) ??
      (toStreets ? snapToLines(streetsAt(map, containerX, containerY, nearPx), [lng, lat], withinM) : null);
    return snapped?.map((degrees) => Number(degrees.toFixed(DECIMALS)));
  };
}

/** Lines of streets as the map draws them. */
function streetsAt(map: MapLibreMap, x: number, y: number, nearPx: number): Position[][] {
  const box: [[number, number], [number, number]] = [
    [x - nearPx, y - nearPx],
    [x + nearPx, y + nearPx],
  ];
  const layers = map
    .getStyle()
    .layers.filter((layer) => layer.type === 'line' && STREET_LAYERS.some((id) => id === layer.source));
  if (layers.length === 0) return [];
  return map.queryRenderedFeatures(box, { layers: layers.map(({ id }) => id) }).flatMap(({ geometry }) => {
    if (geometry.type === 'LineString') return [geometry.coordinates];
    return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
  });
}
