import type { AuditContext, JudgedClass } from './context.ts';
import {
  judgeAreaFloorArea,
  judgePoolFloorArea,
  shareOfArea,
  shareOfMember,
  type FloorAreaJudgement,
} from './floor-area.ts';
import { judgeAreaLand } from './land-per-person.ts';
import type { Ledgers } from './ledgers.ts';
import type { Pool } from './pools.ts';
import { VERDICTS, type AreaResult, type Check, type PoolResult, type ReasonCode, type Verdict } from './result.ts';
import { SpaceColumns } from './space-columns.ts';
import { judgeAreaSingleUnit, judgePoolSingleUnit } from './single-unit.ts';
import { eldersUncovered, judgeAreaCircle, nearestOf, type CircleCoverage } from './walk-circle.ts';

/** Judges areas one at a time, on their own or with the pool they belong to; each pool is judged once. */
export class AreaJudge {
  readonly coverage: CircleCoverage;
  /** What each judged area brings to sums over several, unknown classes read one way. */
  readonly shares: Readonly<Record<JudgedClass, SpaceColumns>>;
  private readonly context: AuditContext;
  private readonly ledgers: Ledgers;
  private readonly poolByArea = new Map<number, Pool>();
  private readonly dropped = new Set<number>();
  private readonly floorArea = new Map<Pool, FloorAreaJudgement>();
  private readonly singleUnit = new Map<Pool, Check | null>();

  constructor(context: AuditContext, ledgers: Ledgers, pools: readonly Pool[], coverage: CircleCoverage) {
    this.context = context;
    this.ledgers = ledgers;
    this.coverage = coverage;
    const count = context.areas.length;
    this.shares = { new: new SpaceColumns(count), built: new SpaceColumns(count) };
    for (const pool of pools) {
      for (const a of pool.dropped) this.dropped.add(a);
      for (const a of pool.remaining) this.poolByArea.set(a, pool);
      if (pool.remaining.length === 0) continue;
      this.floorArea.set(pool, judgePoolFloorArea(context, ledgers.booking, pool));
      this.singleUnit.set(pool, judgePoolSingleUnit(context, ledgers.booking, pool));
    }
  }

  /** An area's result, and its part in `shares`. */
  area(a: number): AreaResult {
    const { context, coverage, shares } = this;
    const area = context.areas[a]!;
    const pooled = this.poolByArea.has(a);
    const floor = this.floorAreaOf(a);
    const shareOf = pooled ? shareOfMember : shareOfArea;
    const asBuilt = shareOf(context, floor, a, 'built');
    shares.built.set(a, asBuilt);
    shares.new.set(a, pooled || area.class === 'unknown' ? shareOf(context, floor, a, 'new') : asBuilt);
    const checks = [
      floor.check,
      this.singleUnitOf(a),
      judgeAreaCircle(context, coverage, a),
      judgeAreaLand(context, this.ledgers.land[a]!, a),
    ].filter((check) => check !== null);
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

  pool(pool: Pool): PoolResult {
    const ids = (positions: readonly number[]) => positions.map((a) => this.context.areas[a]!.id);
    return {
      id: pool.id,
      members: ids(pool.members),
      dropped: ids(pool.dropped),
      checks: [this.floorArea.get(pool)?.check, this.singleUnit.get(pool)].filter((check) => !!check),
    };
  }

  private floorAreaOf(a: number): FloorAreaJudgement {
    const own = judgeAreaFloorArea(this.context, this.ledgers.booking, a);
    const pool = this.poolByArea.get(a);
    if (!pool) return this.dropped.has(a) ? { ...own, check: withReason(own.check, 'out_of_reach') } : own;
    // A rural member brings no need to the pool, and carries no verdict of it.
    if (own.check.verdict === 'not_applicable') return own;
    const { check, answers } = this.floorArea.get(pool)!;
    return { answers, check: { ...withReason(check, 'in_pool'), own_required: own.check.required } };
  }

  private singleUnitOf(a: number): Check | null {
    const pool = this.poolByArea.get(a);
    const own = judgeAreaSingleUnit(this.context, this.ledgers.booking, a);
    if (!pool || !own || own.verdict === 'not_applicable') return own;
    const shared = this.singleUnit.get(pool) ?? null;
    return shared && withReason(shared, 'in_pool');
  }
}

function withReason(check: Check, reason: ReasonCode): Check {
  return { ...check, reasons: [reason, ...check.reasons] };
}

/** The worst of the binding checks, in the order of `VERDICTS`. */
function worstVerdict(checks: readonly Check[]): Verdict {
  let worst: number = VERDICTS.indexOf('not_applicable');
  for (const { role, verdict } of checks) {
    if (role === 'binding') worst = Math.min(worst, VERDICTS.indexOf(verdict));
  }
  return VERDICTS[worst]!;
}
