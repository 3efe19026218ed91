import type { SpaceShare } from './floor-area.ts';

/**
 * What each area brings to floor-area sums, as flat columns by position: a metropolis' shares as objects would outlive
 * the areas' results and slow down every audit after the first.
 */
export class SpaceColumns {
  /** NaN: the area brings nothing. */
  readonly households: Float64Array;
  readonly needLo: Float64Array;
  readonly needHi: Float64Array;
  readonly todayLo: Float64Array;
  readonly todayHi: Float64Array;
  readonly plannedLo: Float64Array;
  readonly plannedHi: Float64Array;

  constructor(areas: number) {
    this.households = new Float64Array(areas).fill(NaN);
    this.needLo = new Float64Array(areas);
    this.needHi = new Float64Array(areas);
    this.todayLo = new Float64Array(areas);
    this.todayHi = new Float64Array(areas);
    this.plannedLo = new Float64Array(areas);
    this.plannedHi = new Float64Array(areas);
  }

  set(area: number, share: SpaceShare | null): void {
    this.households[area] = share ? share.households : NaN;
    if (!share) return;
    this.needLo[area] = share.need.lo;
    this.needHi[area] = share.need.hi;
    this.todayLo[area] = share.today.lo;
    this.todayHi[area] = share.today.hi;
    this.plannedLo[area] = share.planned.lo;
    this.plannedHi[area] = share.planned.hi;
  }

  has(area: number): boolean {
    return !Number.isNaN(this.households[area]!);
  }
}
