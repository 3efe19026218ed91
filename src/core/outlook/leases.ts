import { auditWithMemorySteps, type Audit, type AuditInput } from '../checks/audit.ts';
import { isOpen } from '../checks/facility-state.ts';
import { AREA_CHECKS, type AreaCheckId } from '../checks/result.ts';
import type { AreaId, FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { IsoDate } from '../units.ts';
import { addMonths } from './add-months.ts';
import { failingVerdict, failsAt, figuresAt, isMetAt, type FailingVerdict, type FiguresThen } from './turns.ts';

/** Calendar months that are looked ahead. */
export const LEASE_MONTHS = [6, 12, 24] as const;

/** A check that an area passes today and fails on a day, everything but the date being as it is. */
export interface LeaseTurn extends FiguresThen {
  readonly area: AreaId;
  readonly check: AreaCheckId;
  readonly verdict: FailingVerdict;
  /** Whether the figures are a whole pool's. */
  readonly pooled: boolean;
  /** Facilities that count for it today and have ended by then, the first to end first; empty: it is not for a lease. */
  readonly ended: readonly FacilityId[];
  /** The day by which the first of those must be renewed: its last. */
  readonly renewBy: IsoDate | null;
}

/** What has ended some months from now. */
export interface LeaseTerm {
  readonly months: number;
  readonly date: IsoDate;
  /** Facilities that are open today and whose last day is before the date, the first to end first. */
  readonly ending: readonly FacilityId[];
  readonly turns: readonly LeaseTurn[];
}

/** Who turns short as facilities come to the end of what they may be counted for. `today` is the audit of `input`. */
export function* leasesSteps(input: AuditInput, today: Audit): Steps<readonly LeaseTerm[]> {
  const terms: LeaseTerm[] = [];
  for (const months of LEASE_MONTHS) {
    const date = addMonths(input.asOf, months);
    const audit = yield* auditWithMemorySteps({ ...input, asOf: date }, today.memory);
    const ending = endingBefore(today, date);
    const turns = turnsOf(today, audit, ending);
    const { facilities } = today.context;
    terms.push({ months, date, ending: ending.map((f) => facilities[f]!.id), turns });
  }
  return terms;
}

function endingBefore({ context: { facilities, asOf } }: Audit, date: IsoDate): number[] {
  const lastDay = (f: number): IsoDate | undefined => facilities[f]!.validTo;
  return [...facilities.keys()]
    .filter((f) => isOpen(facilities[f]!, asOf) && lastDay(f) !== undefined && lastDay(f)! < date)
    .sort((f, g) => (lastDay(f)! < lastDay(g)! ? -1 : lastDay(f)! > lastDay(g)! ? 1 : f - g));
}

function turnsOf(today: Audit, then: Audit, ending: readonly number[]): LeaseTurn[] {
  const { facilities, areas } = today.context;
  return [...areas.entries()].flatMap(([a, { id }]) =>
    AREA_CHECKS.flatMap((check) => {
      const now = then.columns.checks[check].verdict;
      if (!isMetAt(today.columns.checks[check].verdict, a) || !failsAt(now, a)) return [];
      const ended = endedFor(today, check, a, ending);
      const first = ended[0];
      return [
        {
          area: id,
          check,
          verdict: failingVerdict(now, a),
          pooled: then.columns.pooled[a] === 1,
          ...figuresAt(then.columns, check, a),
          ended: ended.map((f) => facilities[f]!.id),
          renewBy: first === undefined ? null : facilities[first]!.validTo!,
        },
      ];
    }),
  );
}

/** Those that have part in a check of an area: by floor area booked to it or to its pool, else by their circles. */
function endedFor({ context, booking }: Audit, check: AreaCheckId, a: number, ending: readonly number[]): number[] {
  if (check === 'walk_circle' || check === 'land_per_person') {
    return ending.filter((f) => context.catchments.get(context.facilities[f]!.id)?.area.includes(a));
  }
  const { pool } = context.areas[a]!;
  const poolPlace = pool === undefined ? undefined : context.placeOfPool.get(pool);
  const members = pool === undefined ? [a] : [...context.areas.keys()].filter((b) => context.areas[b]!.pool === pool);
  const places = [...members, ...(poolPlace === undefined ? [] : [poolPlace])];
  const parts = booking.parts.list(places.map((place) => ({ place, explicitOnly: false })));
  const booked = new Set(parts.map(({ facility }) => facility));
  return ending.filter((f) => booked.has(f));
}
