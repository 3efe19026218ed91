import { auditWithMemorySteps, type Audit, type AuditInput } from '../checks/audit.ts';
import { AREA_CHECKS, type AreaCheckId } from '../checks/result.ts';
import { UNIT_LEVELS, type AreaId } from '../plan/plan.ts';
import type { Progress, Steps } from '../progress.ts';
import { compareText, type IsoDate } from '../units.ts';
import { groundOfYearSteps } from './ground-of-year.ts';
import type { OutlookNote } from './note.ts';
import { yearEnd } from './opening-day.ts';
import { planInYear } from './plan-in-year.ts';
import { failingVerdict, failsAt, figuresAt, isMetAt, type FailingVerdict, type FiguresThen } from './turns.ts';

/** The last year to judge. */
export interface OutlookQuestion {
  readonly until: number;
}

/** How the whole stands on a day. */
export interface OutlookYear {
  /** Null: today, as audited. */
  readonly year: number | null;
  readonly asOf: IsoDate;
  /** Areas by their own verdict: short, and short until what is on the way opens. */
  readonly areasShort: number;
  readonly areasMetIfBuilt: number;
  readonly floorGapM2: number;
  /** Areas and pools that could not be judged: what they lack is not in `floorGapM2`. */
  readonly floorGapUndecided: number;
  /** Sums over the areas that state the figure. */
  readonly households: number;
  readonly elders: number;
  readonly eldersUncovered: number;
  readonly areasWithoutElders: number;
}

/** A check that an area passes today and fails later. */
export interface Turn {
  readonly area: AreaId;
  readonly check: AreaCheckId;
  /** The first year at whose end it fails. */
  readonly year: number;
  readonly verdict: FailingVerdict;
  /** Whether the figures are a whole pool's. */
  readonly pooled: boolean;
  readonly today: FiguresThen;
  /** At the end of `year`. */
  readonly first: FiguresThen;
  /** At the end of the last year. */
  readonly last: FiguresThen;
  /** The first year after `year` at whose end it passes again. */
  readonly metAgain: number | null;
}

/** The years ahead by the plan's own assumptions. */
export interface Outlook {
  /** Today, then the end of each year from this one on. */
  readonly years: readonly OutlookYear[];
  /** In order of year, then of area. */
  readonly turns: readonly Turn[];
  /** Of the last year. */
  readonly notes: readonly OutlookNote[];
}

/** What was found of a turn so far. */
type OpenTurn = { -readonly [K in keyof Turn]: Turn[K] };

/**
 * Audits the end of every year from that of the as-of date on. `today` is the audit of `input`; the areas stand where they
 * stand, so that walks are not measured again.
 */
export function* outlookSteps(input: AuditInput, today: Audit, { until }: OutlookQuestion): Steps<Outlook> {
  const baseYear = Number(input.asOf.slice(0, 4));
  const unitsOf = unitsOfAreas(today);
  const years: OutlookYear[] = [yearOf(null, today)];
  const turns = new Map<string, OpenTurn>();
  let notes: readonly OutlookNote[] = [];
  for (let year = baseYear; year <= until; year++) {
    const progress = { stage: 'years', done: year - baseYear, total: until - baseYear + 1 } as const;
    const ofYear = planInYear(input.plan, { year, baseYear, unitsOf });
    notes = ofYear.notes;
    const audit = yield* reporting(progress, auditOfYearSteps(input, today, ofYear.plan, yearEnd(year)));
    years.push(yearOf(year, audit));
    followTurns(turns, today, audit, year);
  }
  return { years, turns: [...turns.values()].sort(byYearAndArea), notes };
}

function* auditOfYearSteps(input: AuditInput, today: Audit, plan: AuditInput['plan'], asOf: IsoDate): Steps<Audit> {
  const memory = yield* groundOfYearSteps(today.memory, plan);
  return yield* auditWithMemorySteps({ ...input, plan, asOf }, memory);
}

/** Steps that report the progress of the work they are a part of. */
function* reporting<T>(progress: Progress, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield progress;
  }
}

function byYearAndArea(a: Turn, b: Turn): number {
  return a.year - b.year || compareText(a.area, b.area);
}

function yearOf(year: number | null, { columns, result, context }: Audit): OutlookYear {
  const { by_verdict, floor_gap_m2, floor_gap_undecided, elders, areas_without_elders } = result.summary;
  return {
    year,
    asOf: context.asOf,
    areasShort: by_verdict.short ?? 0,
    areasMetIfBuilt: by_verdict.met_if_built ?? 0,
    floorGapM2: floor_gap_m2,
    floorGapUndecided: floor_gap_undecided,
    households: sumKnown(context.counts.households),
    elders,
    eldersUncovered: sumKnown(columns.eldersUncovered),
    areasWithoutElders: areas_without_elders,
  };
}

function sumKnown(column: Float64Array): number {
  let sum = 0;
  for (const value of column) if (!Number.isNaN(value)) sum += value;
  return sum;
}

function followTurns(turns: Map<string, OpenTurn>, today: Audit, audit: Audit, year: number): void {
  for (const check of AREA_CHECKS) {
    const before = today.columns.checks[check].verdict;
    const now = audit.columns.checks[check].verdict;
    for (const [a, { id }] of audit.context.areas.entries()) {
      if (!isMetAt(before, a)) continue;
      const key = `${check} ${id}`;
      const turn = turns.get(key);
      const figures = figuresAt(audit.columns, check, a);
      if (turn) {
        turn.last = figures;
        if (isMetAt(now, a)) turn.metAgain ??= year;
      } else if (failsAt(now, a)) {
        turns.set(key, {
          area: id,
          check,
          year,
          verdict: failingVerdict(now, a),
          pooled: audit.columns.pooled[a] === 1,
          today: figuresAt(today.columns, check, a),
          first: figures,
          last: figures,
          metAgain: null,
        });
      }
    }
  }
}

/** Paths of the units that each area lies in, lowest level first. */
function unitsOfAreas({ context }: Audit): (area: AreaId) => readonly string[] {
  const { paths } = context.unitTree.placedAreas;
  const lowestFirst = UNIT_LEVELS.toReversed();
  return (area) => {
    const known = paths[context.areaIndex.get(area) ?? -1];
    return known === undefined ? [] : lowestFirst.flatMap((level) => known[level] ?? []);
  };
}
