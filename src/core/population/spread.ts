import type { Change } from '../plan/edit.ts';
import type { EstimatedFigure, SpreadWeight } from '../plan/plan.ts';

/** What persons are spread from, and how: the person's own choices. */
export type SpreadRequest =
  | {
      readonly source: 'units';
      readonly weight: SpreadWeight;
      /** Whether figures that areas state are put aside. */
      readonly overwrite: boolean;
      /** Whether elders of an area that states its residents alone are its residents × the unit's own share of elders. */
      readonly eldersByShare: boolean;
    }
  | { readonly source: 'grid'; readonly overwrite: boolean };

/** Why nothing can be spread at all. */
export const SPREAD_REFUSALS = ['no_areas', 'no_unit_figures', 'no_grid', 'nothing_to_spread'] as const;
export type SpreadRefusal = (typeof SPREAD_REFUSALS)[number];

/** Why persons of a unit are spread over nobody. */
export const SKIP_REASONS = ['no_areas', 'all_stated', 'no_weight', 'exceeded'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface SkippedUnit {
  readonly unit: string;
  readonly reason: SkipReason;
  /** What was to be spread; negative, where areas and units within it state more than the unit. */
  readonly persons: number;
}

/** Why an area has no figure after all. */
export const WITHOUT_REASONS = ['no_unit', 'no_weight', 'unit_skipped', 'no_polygon', 'no_cell'] as const;
export type WithoutReason = (typeof WITHOUT_REASONS)[number];

/** What became of one figure. */
export interface FigureSpread {
  readonly figure: EstimatedFigure;
  /** Areas that get a figure, and the persons that they get together. */
  readonly areas: number;
  readonly persons: number;
  /** Of these areas, those whose stated figure is put aside. */
  readonly overwritten: number;
  /** Areas that keep the figure they state. */
  readonly kept: number;
  /** Areas that are left without a figure, by reason; reasons without areas are absent. */
  readonly without: Partial<Record<WithoutReason, number>>;
  /** Persons of the source that no area got: of skipped units, or of cells outside all areas. */
  readonly unplaced: number;
  /** By path. */
  readonly skipped: readonly SkippedUnit[];
  /** Of a grid alone. */
  readonly cells: CellCounts | null;
}

export interface CellCounts {
  /** Cells outside every area's polygon: their persons are `unplaced`. */
  readonly outside: number;
  /** Persons in cells of areas that keep the figure they state. */
  readonly inKept: number;
  /** Cells in several polygons, counted in the first area by id. */
  readonly shared: number;
  /** Cells that state no figure. */
  readonly unknown: number;
}

/** What a spread would do, and the change that does it. */
export interface Spread {
  readonly change: Change;
  readonly figures: readonly FigureSpread[];
  /** Areas that would have more elders than residents. */
  readonly eldersAboveResidents: number;
}

/** `figures`: what stood in the way, where there was something to look at. */
export interface RefusedSpread {
  readonly refused: SpreadRefusal;
  readonly figures: readonly FigureSpread[];
}
