import { areaWeight } from '../core/population/area-weight.ts';
import type { SpreadRequest } from '../core/population/spread.ts';
import { ESTIMATED_FIGURES, SPREAD_WEIGHTS, type Plan, type SpreadWeight } from '../core/plan/plan.ts';

/** What a plan has to spread persons from and by. */
export interface SpreadChoices {
  readonly sources: readonly SpreadRequest['source'][];
  /** Areas for which each weight is known. */
  readonly weightKnown: Readonly<Record<SpreadWeight, number>>;
  /** Whether some unit states both residents and elders, so that it has a share of elders. */
  readonly hasShares: boolean;
}

export function spreadChoices({ areas, units, population }: Plan): SpreadChoices {
  const weightKnown: Record<SpreadWeight, number> = { households: 0, floor_area: 0, polygon: 0 };
  for (const area of areas.values()) {
    for (const weight of SPREAD_WEIGHTS) if (!Number.isNaN(areaWeight(area, weight))) weightKnown[weight]++;
  }
  const rows = [...units.values()];
  const stated = rows.some((unit) => ESTIMATED_FIGURES.some((figure) => unit[figure] !== undefined));
  return {
    sources: [...(stated ? (['units'] as const) : []), ...(population ? (['grid'] as const) : [])],
    weightKnown,
    hasShares: rows.some(({ residents, elders }) => residents !== undefined && elders !== undefined),
  };
}

/** Where a person starts: the first source there is, by the first weight that any area has. */
export function firstSpread({ sources, weightKnown }: SpreadChoices): SpreadRequest {
  const weight = SPREAD_WEIGHTS.find((one) => weightKnown[one] > 0) ?? 'households';
  return sources[0] === 'grid'
    ? { source: 'grid', overwrite: false }
    : { source: 'units', weight, overwrite: false, eldersByShare: false };
}
