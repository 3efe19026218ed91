import { asWgs84, type LonLat, type PlaceGeometry } from '../geo/geometry.ts';
import type { Facility } from '../plan/plan.ts';
import type { Progress } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import type { Audit } from './audit.ts';
import type { Outcome, Remedy, RemedyAct } from './remedy.ts';
import type { Check, CheckId } from './result.ts';
import { changeOf, suppose, type Subject, type Supposition } from './suppose.ts';

/** Trials take about alike long, and how many there are turns out on the way. */
export const AT_WORK: Progress = { stage: 'judging', done: 0, total: 1 };

/** Remedies of one check that fails, each tried by the rules of the audit before it is told. */
export class Trial {
  readonly audit: Audit;
  readonly check: Check;
  private readonly of: Subject;
  /** Members that share the pool today; none where there is no pool. */
  private readonly staying: readonly number[];

  constructor(audit: Audit, of: Subject, check: Check) {
    this.audit = audit;
    this.of = of;
    this.check = check;
    this.staying = suppose(audit, of, {}).pool?.remaining ?? [];
  }

  judge(supposition: Supposition): Outcome {
    return outcomeOf(suppose(this.audit, this.of, supposition).check(this.check.check));
  }

  /**
   * The remedy with what comes of it; null where it would not help. A pool is not helped by what some of its members do not
   * reach, who would have to leave it: what is left of it may do, and they would be worse off.
   */
  attempt(act: RemedyAct, supposition: Supposition): Remedy | null {
    const { pool, check } = suppose(this.audit, this.of, supposition);
    if (this.staying.some((a) => pool?.dropped.includes(a))) return null;
    const outcome = outcomeOf(check(this.check.check));
    return helps(this.check, outcome) ? { ...act, outcome, change: changeOf(this.audit, supposition) } : null;
  }

  /** The same, of remedies that must close the gap by themselves. */
  attemptToClose(act: RemedyAct, supposition: Supposition): Remedy | null {
    const remedy = this.attempt(act, supposition);
    return remedy && closes(remedy.outcome) ? remedy : null;
  }
}

/** Whether nothing is lacking any more: met, or by class alone still open. */
export function closes({ verdict }: Outcome): boolean {
  return verdict === 'met' || verdict === 'depends_on_class';
}

function helps({ gap }: Check, outcome: Outcome): boolean {
  return closes(outcome) || (gap !== null && outcome.gap !== null && outcome.gap < gap - TOLERANCE);
}

function outcomeOf(check: Check | null): Outcome {
  return { verdict: check?.verdict ?? 'not_applicable', gap: check?.gap ?? null };
}

/** Whether an area would be in a pool of exactly these members, and that pool meet both questions of space. */
export function poolMeets(audit: Audit, area: number, members: readonly number[], supposition: Supposition): boolean {
  const { pool, check } = suppose(audit, { area }, supposition);
  const met = (id: CheckId) => (check(id)?.verdict ?? 'met') === 'met';
  return members.every((a) => pool?.remaining.includes(a)) && met('floor_area') && met('single_unit');
}

/** An open station that is not in the plan yet. */
export function newFacility({ context }: Audit, fields: Partial<Facility>): Facility {
  let id = 'new';
  while (context.facilityIndex.has(id)) id += '+';
  return { type: 'station', status: 'open', ...fields, id };
}

export function pointOf(at: LonLat): PlaceGeometry {
  return asWgs84({ type: 'Point', coordinates: [...at] });
}
