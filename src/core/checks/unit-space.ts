import { AREA_CLASSES, type AreaClass } from '../plan/plan.ts';
import { householdsOf, type AuditContext } from './context.ts';
import { readAs, whyNotApplicable } from './floor-area.ts';
import type { Pool } from './pools.ts';
import type { Verdict } from './result.ts';
import { sumShares, type UnitParts } from './roll-up.ts';
import type { SpaceColumns } from './space-columns.ts';
import type { UnitNode } from './unit-tree.ts';

/** Floor area of a unit's areas of one class, summed: pools once, by their members' shares. */
export interface ClassSpace {
  /** Areas that the rule is asked of and whose households are known. */
  readonly areas: number;
  /** Areas that it is asked of and whose households are unknown: in none of the sums. */
  readonly leftOut: number;
  readonly households: number;
  /** m². Null: not known exactly. */
  readonly required: number | null;
  /** m²; at least, where the verdict is no_data. Null: no area of the class is asked. */
  readonly counted: number | null;
  readonly planned: number | null;
  readonly verdict: Verdict;
}

/** What a unit's own row leaves out: the two rates are two lines, and an average over both would be neither. */
export interface UnitSpace {
  /** Areas of unknown class are read as built. */
  readonly byClass: Readonly<Record<AreaClass, ClassSpace>>;
  /**
   * What its areas lack, added up, m²: a pool's gap once, split by its members' need. Unlike the gap of the sums, a
   * surplus of one area does not cover what another lacks. Null: none of its areas could be judged.
   */
  readonly floorGapM2: number | null;
  /** Areas whose floor area could not be judged: what they lack is not in the sum. */
  readonly floorGapUndecided: number;
}

/** What each area lacks of floor area, as the list shows it, by position. NaN: unknown, or not asked of it. */
export interface FloorGaps {
  readonly gap: Float64Array;
  readonly undecided: (area: number) => boolean;
}

/** Each area's part of what is lacking, by position: its own gap, or its share of its pool's. NaN: unknown or not asked. */
export function floorGapParts({ gap }: FloorGaps, pools: readonly Pool[], built: SpaceColumns): Float64Array {
  const parts = gap.slice();
  for (const { remaining } of pools) {
    const needs = remaining.map((a) => (built.has(a) ? built.needLo[a]! : 0));
    const whole = needs.reduce((sum, need) => sum + need, 0);
    for (const [k, a] of remaining.entries()) {
      if (!Number.isNaN(gap[a]!)) parts[a] = whole === 0 ? 0 : (gap[a]! * needs[k]!) / whole;
    }
  }
  return parts;
}

/** The space of one unit by class, and what its areas lack. */
export function spaceOfUnit(
  context: AuditContext,
  { areas }: UnitNode,
  { shares }: Pick<UnitParts, 'shares'>,
  gapParts: Float64Array,
  undecided: FloorGaps['undecided'],
): UnitSpace {
  let gap = 0;
  let judged = 0;
  let open = 0;
  for (const a of areas) {
    if (undecided(a)) open++;
    if (Number.isNaN(gapParts[a]!)) continue;
    gap += gapParts[a]!;
    judged++;
  }
  const byClass = Object.fromEntries(
    AREA_CLASSES.map((name) => {
      const inside = areas.filter((a) => context.areas[a]!.class === name);
      return [name, classSpace(context, inside, shares.built)];
    }),
  ) as Record<AreaClass, ClassSpace>;
  return { byClass, floorGapM2: judged > 0 ? gap : null, floorGapUndecided: open };
}

function classSpace(context: AuditContext, areas: readonly number[], columns: SpaceColumns): ClassSpace {
  const asked = areas.filter((a) => columns.has(a));
  const sum = sumShares(asked, columns);
  const leftOut = areas.filter((a) => {
    const area = context.areas[a]!;
    return householdsOf(context, area) === undefined && !whyNotApplicable(context, area, readAs(area, 'built'));
  });
  return {
    areas: asked.length,
    leftOut: leftOut.length,
    households: asked.reduce((total, a) => total + columns.households[a]!, 0),
    required: sum.required,
    counted: sum.counted,
    planned: sum.planned?.counted ?? null,
    verdict: sum.verdict === 'not_applicable' && leftOut.length > 0 ? 'no_data' : sum.verdict,
  };
}
