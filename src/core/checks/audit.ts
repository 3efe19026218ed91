import { networkIssues } from '../access/network-issues.ts';
import { issue, type Issue } from '../issue.ts';
import type { StreetGraph } from '../network/street-graph.ts';
import type { Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { LoadedStandard } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';
import { AreaJudge } from './area-judge.ts';
import type { Booking } from './booking.ts';
import { auditContext, circlesOf, effectiveSettings, type AuditContext } from './context.ts';
import { keepLedgers, type Ledgers } from './ledgers.ts';
import { indexPlanSteps, type PlanIndex } from './plan-index.ts';
import { settlePools, type Pool } from './pools.ts';
import type { AreaResult, AuditResult, InputFile, PoolResult, Run, UnitResult } from './result.ts';
import { judgeUnit, type UnitParts } from './roll-up.ts';
import { Tally } from './tally.ts';
import { floorGapParts, spaceOfUnit, type FloorGaps, type UnitSpace } from './unit-space.ts';
import { circleCoverage, type CircleCoverage } from './walk-circle.ts';
import { walkSteps, type Walks } from './walks.ts';

/** What is judged, by which standard, as of which day; and what is said of the run in the result. */
export interface AuditInput {
  readonly plan: Plan;
  /** Null: walks are estimated by straight line. */
  readonly streets: StreetGraph | null;
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
  /** The tool's own version. */
  readonly version: string;
  readonly inputs: readonly InputFile[];
  /** What reading the inputs found; passed on with what the audit finds. */
  readonly inputIssues: readonly Issue[];
}

/** What an audit worked out on the way and the next one may reuse: each part names what it came from. */
export interface AuditMemory {
  readonly index: PlanIndex;
  readonly walks: Walks;
  readonly ledgers: Ledgers;
  readonly coverage: CircleCoverage;
}

/** A finished audit: everything but the areas' own results, which are explained one at a time, when asked for. */
export interface Audit {
  readonly result: Omit<AuditResult, 'areas'>;
  readonly context: AuditContext;
  readonly booking: Booking;
  readonly memory: AuditMemory;
  readonly explain: Explainer;
}

/** Works a result out again, with the parts behind every figure. */
export interface Explainer {
  /** By position. */
  area(a: number): AreaResult;
  pools(): PoolResult[];
  units(): UnitResult[];
  /** Of each unit, in the order of `units`; `gaps` as the audit's visitor saw them. */
  unitSpace(gaps: FloorGaps): UnitSpace[];
}

/** Areas judged between two reports. */
const PER_STEP = 500;

/** Units rolled up between two reports. */
const UNITS_PER_STEP = 100;

/** Every residential area judged against every clause, as one value: a pure function of its input. */
export function* auditSteps(input: AuditInput): Steps<AuditResult> {
  const areas: AreaResult[] = [];
  const { result } = yield* auditWithMemorySteps(input, null, { visit: (area) => areas.push(area), listsParts: true });
  return withAreas(result, areas);
}

/** The whole result of an audit that kept neither its areas' results nor the parts behind its figures. */
export function completeResult({ result, context, explain }: Audit): AuditResult {
  const areas = context.areas.map((_, a) => explain.area(a));
  return withAreas({ ...result, pools: explain.pools(), units: explain.units() }, areas);
}

function withAreas({ run, ...rest }: Audit['result'], areas: AreaResult[]): AuditResult {
  return { run, areas, ...rest };
}

/** Who sees each area's result once, in order of the ids, and takes from it what it needs. */
export interface Visitor {
  readonly visit: (result: AreaResult, area: number) => void;
  /** Whether the results must list the parts behind their figures. */
  readonly listsParts: boolean;
}

/**
 * The audit as it runs over and over in front of a person. The areas' results are shown to the visitor and not kept:
 * a metropolis has a hundred thousand checks. `previous` only saves work.
 */
export function* auditWithMemorySteps(
  input: AuditInput,
  previous: AuditMemory | null,
  { visit, listsParts }: Visitor,
): Steps<Audit> {
  const { plan, asOf } = input;
  const { standard } = input.standard;
  const settings = effectiveSettings(plan);
  const { circleM, poolCircleM } = circlesOf(standard, settings, asOf);
  const index = yield* indexPlanSteps(plan, previous?.index ?? null);
  const ground = { index, population: plan.population, streets: input.streets };
  const walks = yield* walkSteps(ground, settings, [circleM, poolCircleM], previous?.walks ?? null);
  const catchments = walks.catchments.get(circleM)!;
  const poolCatchments = walks.catchments.get(poolCircleM)!;
  const context = auditContext(
    index,
    settings,
    standard,
    asOf,
    { reach: walks.reach, catchments, poolCatchments },
    listsParts,
  );
  const total = context.areas.length;

  yield { stage: 'booking', done: 0, total: 1 };
  const ledgers = keepLedgers(context, previous?.ledgers ?? null);
  yield { stage: 'judging', done: 0, total };
  const settled = settlePools(context, ledgers.booking);
  const judge = new AreaJudge(context, ledgers, settled.pools, circleCoverage(context, previous?.coverage ?? null));
  const tally = new Tally(context);
  for (let a = 0; a < total; a++) {
    if (a % PER_STEP === 0) yield { stage: 'judging', done: a, total };
    const area = judge.area(a);
    tally.addArea(a, area);
    visit(area, a);
  }

  const sums = { verdicts: tally.verdicts, coverage: judge.coverage, shares: judge.shares };
  const units: UnitResult[] = [];
  for (const node of index.unitTree.nodes) {
    if (units.length % UNITS_PER_STEP === 0) yield { stage: 'judging', done: total, total };
    units.push(judgeUnit(context, node, sums));
  }
  const pools = settled.pools.map((pool) => judge.pool(pool));
  const unbooked = ledgers.booking.unbooked
    .filter(({ facility }) => context.withPlanned[facility])
    .map(({ facility, m2, reason }) => ({ facility: context.facilities[facility]!.id, m2, reason }));
  const issues = [
    ...input.inputIssues,
    ...planIssues(context),
    ...(walks.reach.method === 'network' ? networkIssues(walks.reach) : []),
    ...ledgers.booking.issues,
    ...settled.issues,
    ...index.unitTree.issues,
  ];
  return {
    result: { run: runOf(input, context), pools, units, unbooked, summary: tally.summary(pools, units), issues },
    context,
    booking: ledgers.booking,
    memory: { index, walks, ledgers, coverage: judge.coverage },
    explain: explainerOf({ ...context, listsParts: true }, ledgers, settled.pools, sums),
  };
}

function explainerOf(context: AuditContext, ledgers: Ledgers, pools: readonly Pool[], sums: UnitParts): Explainer {
  let judge: AreaJudge | null = null;
  const judging = () => (judge ??= new AreaJudge(context, ledgers, pools, sums.coverage));
  return {
    area: (a) => judging().area(a),
    pools: () => pools.map((pool) => judging().pool(pool)),
    units: () => context.unitTree.nodes.map((node) => judgeUnit(context, node, sums)),
    unitSpace(gaps) {
      const parts = floorGapParts(gaps, pools, sums.shares.built);
      return context.unitTree.nodes.map((node) => spaceOfUnit(context, node, sums, parts, gaps.undecided));
    },
  };
}

/** What the plan as a whole must say of itself: what has no place, what was taken for granted. */
function planIssues({ areas, facilities, reach, settings }: AuditContext): Issue[] {
  const issues: Issue[] = [];
  for (const [a, area] of areas.entries()) {
    if (reach.origins.basis[a] === 'none') issues.push(issue('area_not_located', { input: 'areas', id: area.id }));
  }
  for (const { id } of facilities) {
    if (!reach.rows.has(id)) issues.push(issue('facility_not_located', { input: 'facilities', id }));
  }
  const blank = facilities.filter(({ status }) => status === undefined).length;
  if (blank > 0) issues.push(issue('status_blank', { input: 'facilities', column: 'status' }, { count: blank }));
  if (reach.method === 'straight_line' && reach.rows.size > 0) {
    issues.push(issue('straight_line_estimate', {}, { factor: settings.detour_factor }));
  }
  return issues;
}

function runOf({ standard, asOf, version, inputs }: AuditInput, { settings, minutes, reach }: AuditContext): Run {
  const { id, version: documentVersion, status } = standard.standard;
  return {
    yiquan: version,
    standards: { id, version: documentVersion, status, sha256: standard.sha256 },
    as_of: asOf,
    speed_km_h: settings.speed_km_h,
    minutes,
    method: reach.method,
    settings: { ...settings },
    inputs: inputs.map((input) => ({ ...input })),
  };
}
