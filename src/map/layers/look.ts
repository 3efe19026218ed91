import type { ExpressionSpecification } from 'maplibre-gl';
import type { CircleBand, PlanLayer, SideName, StreetLayer, WalkExplanation } from '../../analysis/api.ts';
import type { MapLayers, SurfaceId } from '../../state/map-layers.ts';
import type { Palette } from '../palette.ts';

/** Everything that the map's picture depends on beside its data. */
export interface MapLook {
  readonly layers: MapLayers;
  readonly palette: Palette;
  /** Bounds between the classes of each surface, ascending; absent: not known yet. */
  readonly breaks: Readonly<Partial<Record<SurfaceId, readonly number[]>>>;
  /** Signs shrink and circles pale from afar where there are many. */
  readonly facilityCount: number;
  /** Minutes of the service circle. */
  readonly minutes: number;
  /** The walk that is explained; null: none is. */
  readonly walk: Pick<WalkExplanation, 'line' | 'legs'> | null;
  /** The circle of the selected facility, in thirds, the farthest first; empty: none is selected. */
  readonly facilityBands: readonly CircleBand[];
  /** Whether there is an audit to draw. */
  readonly judged: boolean;
  /** Which of two sides that are compared is drawn; absent: the last audit. */
  readonly side?: SideName;
  /** Hash of the streets' file; null: none is open, and there is no base map. */
  readonly streets: string | null;
  /** Whether names of the base map are wanted in English where it has them. */
  readonly english: boolean;
}

/** Labels are drawn on the device from the first of these that it has; no font is fetched. */
export const FONTS = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];

/** What a layer is drawn of: things of one kind in the tiles of a source. */
export function tiled<S extends PlanLayer | StreetLayer, L extends string>(source: S, layer: L) {
  return { source, 'source-layer': layer } as const;
}

export const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
export const CHOSEN: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false];
export const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];
/** Its sign is in somebody's hand, and drawn there. */
export const HELD: ExpressionSpecification = ['boolean', ['feature-state', 'held'], false];

/** A line width that grows as the map comes closer. */
export function closer(base: ExpressionSpecification | number): ExpressionSpecification {
  return [
    'interpolate',
    ['linear'],
    ['zoom'],
    9,
    ['*', base, 0.25],
    11,
    ['*', base, 0.45],
    13,
    base,
    16,
    ['*', base, 1.6],
  ];
}
