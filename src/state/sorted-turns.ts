import { AREA_CHECKS } from '../core/checks/result.ts';
import type { Turn } from '../core/outlook/outlook.ts';
import type { Plan } from '../core/plan/plan.ts';
import { compareText } from '../core/units.ts';
import type { OutlookView } from './workspace-state.ts';

/** Turns up to a year, in the order asked for; those alike stay by year, then by area. */
export function sortedTurns(
  turns: readonly Turn[],
  until: number,
  { column, descending }: OutlookView['sort'],
  { areas }: Pick<Plan, 'areas'>,
): readonly Turn[] {
  const nameOf = ({ area }: Turn): string => areas.get(area)?.name ?? area;
  const compare: Record<OutlookView['sort']['column'], (a: Turn, b: Turn) => number> = {
    area: (a, b) => compareText(nameOf(a), nameOf(b)),
    check: (a, b) => AREA_CHECKS.indexOf(a.check) - AREA_CHECKS.indexOf(b.check),
    year: (a, b) => a.year - b.year,
    gap: (a, b) => m2(a, 'first') - m2(b, 'first'),
    last: (a, b) => m2(a, 'last') - m2(b, 'last'),
  };
  const direction = descending ? -1 : 1;
  return turns.filter(({ year }) => year <= until).sort((a, b) => direction * compare[column](a, b));
}

/** Gaps in m²; a share of the circle is none, nor is what is unknown. */
function m2(turn: Turn, when: 'first' | 'last'): number {
  return turn.check === 'walk_circle' ? -1 : (turn[when].gap ?? -1);
}
