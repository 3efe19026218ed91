import type { AuditDigest } from '../../analysis/api.ts';
import { NO_CHECK } from '../../core/checks/area-columns.ts';
import { VERDICTS, type CheckId, type Verdict } from '../../core/checks/result.ts';
import type { Standard } from '../../core/standards/standard.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { daysBetween, type IsoDate } from '../../core/units.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import type { UnitForest } from '../unit-forest.ts';

/** A clause with a deadline: how those it is asked of stand today, and for how long it has been due. */
export interface DeadlineBar {
  readonly check: CheckId;
  readonly date: IsoDate;
  /** Days from the deadline to the as-of date; 0 or less: not past. */
  readonly daysPast: number;
  /** Who is asked: the units of a level, or residential areas. */
  readonly of: UnitLevel | 'areas';
  readonly asked: number;
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
}

/** Clauses with a deadline, those longest due first. */
export function overdueByRule({ rows }: UnitForest, digest: AuditDigest, standard: Standard): DeadlineBar[] {
  const asOf = digest.run.as_of;
  const bars = new Map<string, Omit<DeadlineBar, 'daysPast' | 'asked'>>();
  const floorDate = valueInForce(standard, 'floor_area_rate_built', asOf)?.deadline?.date;
  if (floorDate !== undefined) {
    const byVerdict: Partial<Record<Verdict, number>> = {};
    const codes = digest.checks.floor_area.verdict;
    for (let a = 0; a < codes.length; a++) {
      // Areas that the deadline is not set for have no days at all.
      if (codes[a] !== NO_CHECK && !Number.isNaN(digest.daysOverdue[a]!)) count(byVerdict, VERDICTS[codes[a]!]!);
    }
    bars.set('floor_area', { check: 'floor_area', date: floorDate, of: 'areas', byVerdict });
  }
  for (const { unit } of rows) {
    for (const { check, verdict, deadline } of unit.checks) {
      if (deadline === null || verdict === 'not_applicable') continue;
      // A city's beds are its counties' beds too: each level is asked by itself.
      const key = `${check} ${unit.level}`;
      const bar = bars.get(key) ?? { check, date: deadline.date, of: unit.level, byVerdict: {} };
      count(bar.byVerdict, verdict);
      bars.set(key, bar);
    }
  }
  return [...bars.values()]
    .map((bar) => ({
      ...bar,
      daysPast: daysBetween(bar.date, asOf),
      asked: Object.values(bar.byVerdict).reduce((sum, one) => sum + one, 0),
    }))
    .filter(({ asked }) => asked > 0)
    .sort((a, b) => b.daysPast - a.daysPast || failing(b) / b.asked - failing(a) / a.asked);
}

/** Those that do not comply today, whatever is on the way. */
export function failing({ byVerdict }: Pick<DeadlineBar, 'byVerdict'>): number {
  return (byVerdict.short ?? 0) + (byVerdict.met_if_built ?? 0);
}

/** Those of whom it cannot be told. */
export function undecided({ byVerdict }: Pick<DeadlineBar, 'byVerdict'>): number {
  return (byVerdict.no_data ?? 0) + (byVerdict.depends_on_class ?? 0);
}

function count(counts: Partial<Record<Verdict, number>>, verdict: Verdict): void {
  counts[verdict] = (counts[verdict] ?? 0) + 1;
}
