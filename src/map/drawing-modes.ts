import type { MapLibreMap } from 'maplibre-gl';
import {
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type TerraDrawExtend,
} from 'terra-draw';
import { findSelfIntersection } from '../core/geo/self-intersection.ts';
import { drawingSnap } from './drawing-snap.ts';
import type { DrawingTask } from './drawing-task.ts';
import type { Palette } from './palette.ts';

/** How near a pointer must come to snap, to close a shape or to take up a corner, CSS pixels; a finger covers more. */
const NEAR_PX = 12;
const NEAR_FINGER_PX = 24;

type Colour = TerraDrawExtend.HexColorStyling;

/** How points, polygons and lines are drawn and changed, in the colours of the map. */
export function drawingModes(map: MapLibreMap, task: DrawingTask, palette: Palette) {
  const pointerDistance = matchMedia('(pointer: coarse)').matches ? NEAR_FINGER_PX : NEAR_PX;
  const snapping = { toCustom: drawingSnap(map, task, pointerDistance) };
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
