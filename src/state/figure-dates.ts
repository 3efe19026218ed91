import type { Facility, FacilityId } from '../core/plan/plan.ts';
import type { IsoDate } from '../core/units.ts';

/** From when the figures of some facilities are, by their own column (数据日期). */
export interface FigureDates {
  /** Null: none of them says. */
  readonly span: { readonly first: IsoDate; readonly last: IsoDate } | null;
  readonly blank: number;
}

/** ISO dates put themselves in order as text. */
export function figureDates(facilities: ReadonlyMap<FacilityId, Facility>, ids: readonly FacilityId[]): FigureDates {
  const days = ids.flatMap((id) => facilities.get(id)?.updated ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const span = first === undefined || last === undefined ? null : { first, last };
  return { span, blank: ids.length - days.length };
}
