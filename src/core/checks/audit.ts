import { catchmentsSteps, type Catchments } from '../access/catchments.ts';
import { walkEndsAt } from '../access/locate.ts';
import { originsSteps } from '../access/origins.ts';
import { walkingMetres, type Origins } from '../access/reach.ts';
import { straightLineSteps, type StraightLineReach } from '../access/straight-line.ts';
import type { LonLat } from '../geo/geometry.ts';
import { issue, type Issue } from '../issue.ts';
import type { Area, FacilityId, Plan, PopulationGrid } from '../plan/plan.ts';
import { WALKING_SPEEDS_KM_H, type Settings } from '../plan/settings.ts';
import type { Steps } from '../progress.ts';
import type { LoadedStandard } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';
import { bookFloorArea, type Booking } from './booking.ts';
import {
  auditContext,
  circlesOf,
  effectiveSettings,
  sortedById,
  type AuditContext,
  type JudgedClass,
} from './context.ts';
import {
  judgeAreaFloorArea,
  judgePoolFloorArea,
  shareOfArea,
  shareOfMember,
  type FloorAreaJudgement,
  type SpaceShare,
} from './floor-area.ts';
import { judgeAreaLand, shareLand } from './land-per-person.ts';
import { settlePools, type Pool } from './pools.ts';
import {
  VERDICTS,
  type AreaResult,
  type AuditResult,
  type Check,
  type InputFile,
  type PoolResult,
  type ReasonCode,
  type Run,
  type Verdict,
} from './result.ts';
import { judgeUnit } from './roll-up.ts';
import { judgeAreaSingleUnit, judgePoolSingleUnit } from './single-unit.ts';
import { summarise } from './summary.ts';
import { growUnitTree } from './unit-tree.ts';
import { circleCoverage, eldersUncovered, judgeAreaCircle, nearestOf, type CircleCoverage } from './walk-circle.ts';

/** What is judged, by which standard, as of which day; and what is said of the run in the result. */
export interface AuditInput {
  readonly plan: Plan;
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
  /** The tool's own version. */
  readonly version: string;
  readonly inputs: readonly InputFile[];
  /** What reading the inputs found; passed on with what the audit finds. */
  readonly inputIssues: readonly Issue[];
}

/** What an audit worked out on the way and the next one may reuse: valid as long as what it came from is the same. */
export interface AuditMemory {
  readonly areas: Plan['areas'];
  readonly population: PopulationGrid | null;
  readonly facilities: Plan['facilities'];
  readonly origins: Origins;
  readonly reach: StraightLineReach;
  readonly catchments: ReadonlyMap<number, Catchments>;
}

/** A finished audit, with what explaining it and repeating it need. */
export interface Audit {
  readonly result: AuditResult;
  readonly context: AuditContext;
  readonly booking: Booking;
  readonly memory: AuditMemory;
}

/** Areas judged between two reports. */
const PER_STEP = 500;

/** Every residential area judged against every clause. A pure function of its input; `memory` only saves work. */
export function* auditSteps(input: AuditInput): Steps<AuditResult> {
  return (yield* auditWithMemorySteps(input, null)).result;
}

/** The audit together with what the next one may reuse of it. */
export function* auditWithMemorySteps(input: AuditInput, previous: AuditMemory | null): Steps<Audit> {
  const { plan, asOf } = input;
  const { standard } = input.standard;
  const settings = effectiveSettings(plan);
  const { circleM, poolCircleM } = circlesOf(standard, settings, asOf);
  const memory = yield* walkSteps(plan, settings, [circleM, poolCircleM], previous);
  const context = auditContext(
    plan,
    standard,
    asOf,
    memory.reach,
    memory.catchments.get(circleM)!,
    memory.catchments.get(poolCircleM)!,
  );

  yield { stage: 'booking', done: 0, total: 1 };
  const booking = bookFloorArea(context);
  const settled = settlePools(context, booking);
  const pools = new PoolBook(context, booking, settled.pools);
  const landParts = shareLand(context);
  const coverage = circleCoverage(context);

  const areas: AreaResult[] = [];
  const floorArea: FloorAreaJudgement[] = [];
  for (const [a, area] of context.areas.entries()) {
    if (a % PER_STEP === 0) yield { stage: 'judging', done: a, total: context.areas.length };
    const floor = pools.floorAreaOf(a);
    floorArea.push(floor);
    const checks = [
      floor.check,
      pools.singleUnitOf(a),
      judgeAreaCircle(context, coverage, a),
      judgeAreaLand(context, landParts.get(a) ?? [], a),
    ].filter((check) => check !== null);
    areas.push(areaResult(context, area, checks, coverage, a));
  }

  const tree = growUnitTree(context);
  const shareOf = (a: number, unknownAs: JudgedClass): SpaceShare | null =>
    pools.poolOf(a)
      ? shareOfMember(context, floorArea[a]!, a, unknownAs)
      : shareOfArea(context, floorArea[a]!, a, unknownAs);
  const units = tree.nodes.map((node) => judgeUnit(context, node, { results: areas, coverage, shareOf }));
  const poolResults = settled.pools.map((pool) => pools.resultOf(pool));
  const issues = [...input.inputIssues, ...planIssues(context), ...booking.issues, ...settled.issues, ...tree.issues];
  const unbooked = booking.unbooked
    .filter(({ facility }) => context.withPlanned[facility])
    .map(({ facility, m2, reason }) => ({ facility: context.facilities[facility]!.id, m2, reason }));
  const result: AuditResult = {
    run: runOf(input, context),
    areas,
    pools: poolResults,
    units,
    unbooked,
    summary: summarise(context, areas, poolResults, units, coverage),
    issues,
  };
  return { result, context, booking, memory };
}

/** Origins, reach and catchments, each taken from `previous` where nothing it depends on has changed. */
function* walkSteps(
  plan: Plan,
  settings: Settings,
  circles: readonly [number, number],
  previous: AuditMemory | null,
): Steps<AuditMemory> {
  const { areas, population, facilities } = plan;
  const sameOrigins = previous?.areas === areas && previous.population === population;
  const origins = sameOrigins ? previous.origins : yield* originsSteps(sortedById(areas), population);
  const limitM = Math.max(previous?.reach.limitM ?? 0, reachLimitM(settings), ...circles);
  const sameReach =
    sameOrigins &&
    previous.facilities === facilities &&
    previous.reach.limitM === limitM &&
    previous.reach.detourFactor === settings.detour_factor;
  const reach = sameReach
    ? previous.reach
    : yield* straightLineSteps(origins, destinationsOf(plan), limitM, settings.detour_factor, previous?.reach);
  const catchments = new Map<number, Catchments>();
  for (const circleM of new Set(circles)) {
    const known = sameReach ? previous.catchments.get(circleM) : undefined;
    catchments.set(circleM, known ?? (yield* catchmentsSteps(reach, circleM)));
  }
  return { areas, population, facilities, origins, reach, catchments };
}

/** Reach is measured once for the fastest preset, so that a change of speed only filters. */
function reachLimitM(settings: Settings): number {
  const fastest = Math.max(settings.speed_km_h, ...Object.values(WALKING_SPEEDS_KM_H));
  return walkingMetres(settings.minutes ?? 15, fastest);
}

function destinationsOf({ facilities }: Plan): Map<FacilityId, LonLat> {
  const destinations = new Map<FacilityId, LonLat>();
  for (const facility of sortedById(facilities)) {
    const at = walkEndsAt(facility);
    if (at) destinations.set(facility.id, at);
  }
  return destinations;
}

/** Floor area and single unit of each area, its own or its pool's; each pool is judged once. */
class PoolBook {
  private readonly context: AuditContext;
  private readonly booking: Booking;
  private readonly poolByArea = new Map<number, Pool>();
  private readonly dropped = new Set<number>();
  private readonly floorArea = new Map<Pool, FloorAreaJudgement>();
  private readonly singleUnit = new Map<Pool, Check | null>();

  constructor(context: AuditContext, booking: Booking, pools: readonly Pool[]) {
    this.context = context;
    this.booking = booking;
    for (const pool of pools) {
      for (const a of pool.dropped) this.dropped.add(a);
      for (const a of pool.remaining) this.poolByArea.set(a, pool);
      if (pool.remaining.length === 0) continue;
      this.floorArea.set(pool, judgePoolFloorArea(context, booking, pool));
      this.singleUnit.set(pool, judgePoolSingleUnit(context, booking, pool));
    }
  }

  /** The pool that an area shares need and space with; null where it stands alone. */
  poolOf(a: number): Pool | null {
    return this.poolByArea.get(a) ?? null;
  }

  floorAreaOf(a: number): FloorAreaJudgement {
    const own = judgeAreaFloorArea(this.context, this.booking, a);
    const pool = this.poolOf(a);
    if (!pool) return this.dropped.has(a) ? { ...own, check: withReason(own.check, 'out_of_reach') } : own;
    // A rural member brings no need to the pool, and carries no verdict of it.
    if (own.check.verdict === 'not_applicable') return own;
    const { check, answers } = this.floorArea.get(pool)!;
    return { answers, check: { ...withReason(check, 'in_pool'), own_required: own.check.required } };
  }

  singleUnitOf(a: number): Check | null {
    const pool = this.poolOf(a);
    const own = judgeAreaSingleUnit(this.context, this.booking, a);
    if (!pool || !own || own.verdict === 'not_applicable') return own;
    const shared = this.singleUnit.get(pool) ?? null;
    return shared && withReason(shared, 'in_pool');
  }

  resultOf(pool: Pool): PoolResult {
    const { areas } = this.context;
    const ids = (positions: readonly number[]) => positions.map((a) => areas[a]!.id);
    return {
      id: pool.id,
      members: ids(pool.members),
      dropped: ids(pool.dropped),
      checks: [this.floorArea.get(pool)?.check, this.singleUnit.get(pool)].filter((check) => !!check),
    };
  }
}

function withReason(check: Check, reason: ReasonCode): Check {
  return { ...check, reasons: [reason, ...check.reasons] };
}

function areaResult(
  context: AuditContext,
  area: Area,
  checks: Check[],
  coverage: CircleCoverage,
  a: number,
): AreaResult {
  const share = coverage.today.share[a]!;
  return {
    id: area.id,
    name: area.name ?? null,
    verdict: worstVerdict(checks),
    checks,
    nearest: nearestOf(context, coverage, a),
    covered_share: Number.isNaN(share) ? null : share,
    elders_uncovered: eldersUncovered(context, coverage, a),
  };
}

/** The worst of the binding checks, in the order of `VERDICTS`. */
function worstVerdict(checks: readonly Check[]): Verdict {
  const binding = new Set(checks.filter(({ role }) => role === 'binding').map(({ verdict }) => verdict));
  return VERDICTS.find((verdict) => binding.has(verdict)) ?? 'not_applicable';
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
