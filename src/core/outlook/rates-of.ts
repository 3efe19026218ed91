import type { AreaId, Growth, Plan } from '../plan/plan.ts';

/** Figures that grow. */
export const GROWING_FIGURES = ['households', 'residents', 'elders'] as const;
export type GrowingFigure = (typeof GROWING_FIGURES)[number];

/** A rate, as a share a year, and the assumption that states it. */
export interface StatedRate {
  readonly rate: number;
  readonly id: Growth['id'];
}

/** By figure; absent: no assumption states it. */
export type Rates = { readonly [figure in GrowingFigure]?: StatedRate };

/** What an area's figures are assumed to grow by: of area, its units (`units`: paths, lowest first) and all, the narrowest. */
export function ratesOf(growth: Plan['growth'], area: AreaId, units: readonly string[]): Rates {
  const stated = growthIds(area, units).flatMap((id) => growth.get(id) ?? []);
  return Object.fromEntries(
    GROWING_FIGURES.flatMap((figure) => {
      const narrowest = stated.find((one) => one[figure] !== undefined);
      return narrowest === undefined ? [] : [[figure, { rate: narrowest[figure]!, id: narrowest.id }]];
    }),
  );
}

/** Ids of the assumptions that concern an area, the narrowest first. */
export function growthIds(area: AreaId, units: readonly string[]): readonly string[] {
  return [`area/${area}`, ...units.map((path) => `unit/${path}`), 'all'];
}
