import type { Area, EstimatedFigure, EstimateSource } from '../plan/plan.ts';
import type { WithoutReason } from './spread.ts';

/** What a spread brings one figure of the areas, by position. */
export interface SpreadColumn {
  /** NaN: nothing. */
  readonly value: Float64Array;
  readonly source: (EstimateSource | null)[];
  /** Why an area is left without the figure; null: it is not. */
  readonly without: (WithoutReason | null)[];
}

/** A column that brings nothing yet: whoever states no figure of its own is without one, for the reason given. */
export function emptyColumn(areas: readonly Area[], figure: EstimatedFigure, reason: WithoutReason): SpreadColumn {
  return {
    value: new Float64Array(areas.length).fill(NaN),
    source: areas.map(() => null),
    without: areas.map((area) => (Number.isNaN(statedFigure(area, figure)) ? reason : null)),
  };
}

/** Enters the parts of some areas. */
export function enter(
  { value, source, without }: SpreadColumn,
  areas: readonly number[],
  parts: Float64Array,
  from: EstimateSource,
): void {
  for (const [k, a] of areas.entries()) {
    value[a] = parts[k]!;
    source[a] = from;
    without[a] = null;
  }
}

/** The figure that an area states itself: an earlier estimate is none. NaN is unknown. */
export function statedFigure(area: Area, figure: EstimatedFigure): number {
  return area.estimated?.[figure] === undefined ? (area[figure] ?? NaN) : NaN;
}
