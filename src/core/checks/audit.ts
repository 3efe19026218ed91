import { networkIssues } from '../access/network-issues.ts';
import { issue, type Issue } from '../issue.ts';
import type { StreetGraph } from '../network/street-graph.ts';
import type { EstimatedFigure, Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { LoadedStandard } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';
import { ageBandIssues } from './age-band-issues.ts';
import { areaColumns, type AreaColumns } from './area-columns.ts';
import { AreaJudge } from './area-judge.ts';
import type { Booking } from './booking.ts';
import { auditContext, circlesOf, effectiveSettings, type AuditContext } from './context.ts';
import { keepLedgers, type Ledgers } from './ledgers.ts';
import { indexPlanSteps, type PlanIndex } from './plan-index.ts';
import { settlePools } from './pools.ts';
import type { AreaResult, AuditResult, InputFile, PoolResult, Run, UnitResult } from './result.ts';
import { reservedParcelIssues } from './reserved-parcels.ts';
import { judgeUnit } from './roll-up.ts';
import { SpaceColumns } from './space-columns.ts';
import { summarise } from './summarise.ts';
import { floorGapParts, spaceOfUnit, type FloorGaps, type UnitSpace } from './unit-space.ts';
import { streetEditIssues } from './street-edit-issues.ts';
import { circleCoverage, type CircleCoverage } from './walk-circle.ts';
import { walkSteps, type Walks } from './walks.ts';

/** What is judged, by which standard, as of which day; and what is said of the run in the result. */
export interface AuditInput {
  readonly plan: Plan;
  /** As they came from their file, without the plan's edits; null: walks are estimated by straight line. */
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

/** A finished audit: how everything stands, in columns. Results of areas, pools and units are explained when asked for. */
export interface Audit {
  readonly result: Omit<AuditResult, 'areas' | 'pools' | 'units'>;
  readonly columns: AreaColumns;
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
  /** Of each unit, in the order of `units`; `gaps` as the audit's columns have them. */
  unitSpace(gaps: FloorGaps): UnitSpace[];
}

/** Areas judged between two reports. */
const PER_STEP = 500;

/** Areas explained between two reports: each lists everything that stands behind it. */
const EXPLAINED_PER_STEP = 100;

/** Every residential area judged against every clause, as one value: a pure function of its input. */
export function* auditSteps(input: AuditInput): Steps<AuditResult> {
  return yield* completeResultSteps(yield* auditWithMemorySteps(input, null));
}

/** The whole result of an audit: everything explained. */
export function* completeResultSteps({ result, context, explain }: Audit): Steps<AuditResult> {
  const { run, ...rest } = result;
  const areas: AreaResult[] = [];
  for (let a = 0; a < context.areas.length; a++) {
    if (a % EXPLAINED_PER_STEP === 0) yield { stage: 'writing', done: a, total: context.areas.length };
    areas.push(explain.area(a));
  }
  return { run, areas, pools: explain.pools(), units: explain.units(), ...rest };
}

/** The audit as it runs over and over in front of a person. `previous` only saves work. */
export function* auditWithMemorySteps(input: AuditInput, previous: AuditMemory | null): Steps<Audit> {
  const { plan, asOf } = input;
  const { standard } = input.standard;
  const settings = effectiveSettings(plan);
  const { circleM, poolCircleM } = circlesOf(standard, settings, asOf);
  const index = yield* indexPlanSteps(plan, previous?.index ?? null);
  const ground = { index, population: plan.population, streets: input.streets, streetEdits: plan.streetEdits };
  const walks = yield* walkSteps(ground, settings, [circleM, poolCircleM], previous?.walks ?? null);
  const catchments = walks.catchments.get(circleM)!;
  const poolCatchments = walks.catchments.get(poolCircleM)!;
  const context = auditContext(index, settings, standard, asOf, { reach: walks.reach, catchments, poolCatchments });
  const total = context.areas.length;

  yield { stage: 'booking', done: 0, total: 1 };
  const ledgers = keepLedgers(context, previous?.ledgers ?? null);
  yield { stage: 'judging', done: 0, total };
  const settled = settlePools(context, ledgers.booking);
  const coverage = circleCoverage(context, previous?.coverage ?? null);
  const judge = new AreaJudge(context, ledgers, settled.pools, coverage);
  const columns = areaColumns(total);
  const shares = { new: new SpaceColumns(total), built: new SpaceColumns(total) };
  for (let a = 0; a < total; a++) {
    if (a % PER_STEP === 0) yield { stage: 'judging', done: a, total };
    judge.judge(a, columns, shares);
  }
  yield { stage: 'judging', done: total, total };
  const unbooked = ledgers.booking.unbooked
    .filter(({ facility }) => context.withPlanned[facility])
    .map(({ facility, m2, reason }) => ({ facility: context.facilities[facility]!.id, m2, reason }));
  const issues = [
    ...input.inputIssues,
    ...planIssues(context),
    ...ageBandIssues(plan, settings.elder_age),
    ...(walks.reach.method === 'network' ? networkIssues(walks.reach) : []),
    ...streetEditIssues(plan, walks),
    ...ledgers.booking.issues,
    ...settled.issues,
    ...index.unitTree.issues,
    ...reservedParcelIssues(plan),
  ];
  const sums = { verdicts: columns.verdict, coverage, shares };
  return {
    result: { run: runOf(input, context), unbooked, summary: summarise(context, columns, judge.poolFigures()), issues },
    columns,
    context,
    booking: ledgers.booking,
    memory: { index, walks, ledgers, coverage },
    explain: {
      area: (a) => judge.explainArea(a),
      pools: () => settled.pools.map((pool) => judge.explainPool(pool)),
      units: () => index.unitTree.nodes.map((node) => judgeUnit(context, node, sums)),
      unitSpace(gaps) {
        const parts = floorGapParts(gaps, settled.pools, shares.built);
        return index.unitTree.nodes.map((node) => spaceOfUnit(context, node, sums, parts, gaps.undecided));
      },
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
  const estimated = (figure: EstimatedFigure) => areas.filter((area) => area.estimated?.[figure]).length;
  const [residents, elders] = [estimated('residents'), estimated('elders')];
  if (residents + elders > 0) issues.push(issue('population_estimated', { input: 'areas' }, { residents, elders }));
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
