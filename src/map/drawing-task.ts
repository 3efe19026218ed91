import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '../core/geo/geometry.ts';
import type { DrawnShape } from '../state/drawn-shape.ts';

/** Where a position snaps to, within so many metres; null: nothing is so near. */
export type SnapTo = (at: LonLat, withinM: number) => LonLat | null;

interface Snapping {
  /** Absent: to nothing of the plan. */
  readonly snapTo?: SnapTo;
  /** To the streets that are in view, too. */
  readonly toStreets: boolean;
}

export interface DrawNew extends Snapping {
  readonly kind: 'point' | 'polygon' | 'line';
  /** Hears of a finished shape. */
  onDrawn(shape: DrawnShape): void;
  /** Hears that a shape cannot be finished, because it crosses itself. */
  onCrossing(): void;
  /** Hears how many corners there are. */
  onProgress(corners: number): void;
}

export interface DrawAnew extends Snapping {
  readonly kind: 'shape';
  readonly shape: Polygon | MultiPolygon | LineString;
  /** Hears of each change of the shape; false: it is refused, and the shape stays as it was. */
  onDrawn(shape: DrawnShape): boolean;
}

export type DrawingTask = DrawNew | DrawAnew;

export interface Drawing {
  /** Ends the shape with the corners that it has. */
  finish(): void;
  /** Shows the shape as it is by now, where something else than this drawing changed it. */
  show(shape: DrawAnew['shape']): void;
  /** As if the middle of the map had been pressed: for whoever moves the map by keys. */
  pressCentre(): void;
  stop(): void;
}

/** Positions as the plan keeps a line. */
export function lineOf(coordinates: readonly Position[]): LonLat[] {
  return coordinates.map(([lon, lat]) => [lon!, lat!]);
}
