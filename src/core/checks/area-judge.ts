import { enterCheck, type AreaColumns } from './area-columns.ts';
import type { AuditContext, JudgedClass } from './context.ts';
import {
  explainAreaFloorArea,
  explainPoolFloorArea,
  judgeAreaFloorArea,
  judgePoolFloorArea,
  shareOfArea,
  shareOfMember,
  type FloorAreaJudgement,
} from './floor-area.ts';
import { explainAreaLand, judgeAreaLand, landRole } from './land-per-person.ts';
import type { Ledgers } from './ledgers.ts';
import type { Pool } from './pools.ts';
import {
  VERDICTS,
  type AreaResult,
  type Check,
  type CheckFigures,
  type PoolResult,
  type ReasonCode,
  type Verdict,
} from './result.ts';
import type { SpaceColumns } from './space-columns.ts';
import {
  explainSingleUnit,
  judgeSingleUnit,
  singleUnitOfArea,
  singleUnitOfPool,
  type SingleUnitQuestion,
} from './single-unit.ts';
import { eldersUncovered, explainAreaCircle, judgeAreaCircle, nearestOf, type CircleCoverage } from './walk-circle.ts';

/** A pool's judgements, which its members share. */
interface PoolJudgement {
  readonly pool: Pool;
  readonly floorArea: FloorAreaJudgement;
  /** Null: the pool does not carry the check. */
  readonly singleUnit: { readonly question: SingleUnitQuestion; readonly figures: CheckFigures } | null;
}

/**
 * Judges areas one at a time, on their own or with the pool they belong to; each pool is judged once. What is judged
 * goes into columns. Explaining, which lists what stands behind every figure, is done for those that are looked at.
 */
export class AreaJudge {
  private readonly coverage: CircleCoverage;
  private readonly context: AuditContext;
  private readonly ledgers: Ledgers;
  private readonly judged = new Map<Pool, PoolJudgement>();
  private readonly poolOf = new Map<number, PoolJudgement>();
  private readonly dropped = new Set<number>();

  constructor(context: AuditContext, ledgers: Ledgers, pools: readonly Pool[], coverage: CircleCoverage) {
    this.context = context;
    this.ledgers = ledgers;
    this.coverage = coverage;
    for (const pool of pools) {
      for (const a of pool.dropped) this.dropped.add(a);
      if (pool.remaining.length === 0) continue;
      const question = singleUnitOfPool(context, ledgers.booking, pool);
      const judged = {
        pool,
        floorArea: judgePoolFloorArea(context, ledgers.booking, pool),
        singleUnit: question && { question, figures: judgeSingleUnit(context, question) },
      };
      this.judged.set(pool, judged);
      for (const a of pool.remaining) this.poolOf.set(a, judged);
    }
  }

  /** Judges an area into columns; and what it brings to sums over several, unknown classes read one way, into `shares`. */
  judge(a: number, columns: AreaColumns, shares: Readonly<Record<JudgedClass, SpaceColumns>>): void {
    const { context, coverage, ledgers } = this;
    const own = judgeAreaFloorArea(context, ledgers.booking, a);
    const pool = this.poolWith(a, own.figures);
    const floor = pool ? pool.floorArea : own;
    const isMember = this.poolOf.has(a);
    const shareOf = isMember ? shareOfMember : shareOfArea;
    const asBuilt = shareOf(context, floor, a, 'built');
    const bothWays = isMember || context.areas[a]!.class === 'unknown';
    shares.built.set(a, asBuilt);
    shares.new.set(a, bothWays ? shareOf(context, floor, a, 'new') : asBuilt);
    enterCheck(columns, a, 'floor_area', 'binding', floor.figures);
    const singleUnit = this.singleUnitOf(a);
    if (singleUnit) enterCheck(columns, a, 'single_unit', 'binding', singleUnit.figures);
    enterCheck(columns, a, 'walk_circle', 'binding', judgeAreaCircle(context, coverage, a));
    enterCheck(columns, a, 'land_per_person', landRole(context), judgeAreaLand(context, ledgers.land, a));
    columns.pooled[a] = Number(pool !== null);
    columns.coveredShare[a] = coverage.today.share[a]!;
    columns.eldersUncovered[a] = eldersUncovered(context, coverage, a) ?? NaN;
    columns.eldersEstimated[a] = Number(context.areas[a]!.estimated?.elders !== undefined);
    columns.nearestMinutes[a] = nearestOf(context, coverage, a)?.minutes ?? NaN;
  }

  /** The floor-area figures of each pool that has members left. */
  poolFigures(): CheckFigures[] {
    return [...this.judged.values()].map(({ floorArea }) => floorArea.figures);
  }

  /** An area's result, explained. */
  explainArea(a: number): AreaResult {
    const { context, coverage } = this;
    const area = context.areas[a]!;
    const share = coverage.today.share[a]!;
    const checks = [
      this.explainFloorArea(a),
      this.explainSingleUnit(a),
      explainAreaCircle(context, coverage, a),
      explainAreaLand(context, this.ledgers.land, a),
    ].filter((check) => check !== null);
    return {
      id: area.id,
      name: area.name ?? null,
      verdict: worstVerdict(checks),
      checks,
      nearest: nearestOf(context, coverage, a),
      covered_share: Number.isNaN(share) ? null : share,
      elders_uncovered: eldersUncovered(context, coverage, a),
      ...(area.estimated === undefined ? {} : { estimated: area.estimated }),
    };
  }

  /** A pool's result, explained. */
  explainPool(pool: Pool): PoolResult {
    const ids = (positions: readonly number[]) => positions.map((a) => this.context.areas[a]!.id);
    const judged = this.judged.get(pool);
    const checks = judged ? [this.poolFloorArea(judged), this.poolSingleUnit(judged)] : [];
    return {
      id: pool.id,
      members: ids(pool.members),
      dropped: ids(pool.dropped),
      checks: checks.filter((check) => check !== null),
    };
  }

  /** The pool that an area is judged with. A rural member brings no need to its pool, and carries no verdict of it. */
  private poolWith(a: number, own: CheckFigures): PoolJudgement | null {
    return own.verdict === 'not_applicable' ? null : (this.poolOf.get(a) ?? null);
  }

  private explainFloorArea(a: number): Check {
    const { context, ledgers } = this;
    const own = judgeAreaFloorArea(context, ledgers.booking, a);
    const pool = this.poolWith(a, own.figures);
    if (pool) return { ...withReason(this.poolFloorArea(pool), 'in_pool'), own_required: own.figures.required };
    const check = explainAreaFloorArea(context, ledgers.booking, own, a);
    return this.dropped.has(a) ? withReason(check, 'out_of_reach') : check;
  }

  private poolFloorArea({ pool, floorArea }: PoolJudgement): Check {
    return explainPoolFloorArea(this.context, this.ledgers.booking, floorArea, pool);
  }

  private poolSingleUnit({ singleUnit }: PoolJudgement): Check | null {
    return singleUnit && explainSingleUnit(this.context, singleUnit.question);
  }

  /** What an area is asked: its own question, or its pool's. Null: it does not carry the check. */
  private singleUnitOf(a: number): (NonNullable<PoolJudgement['singleUnit']> & { pooled: boolean }) | null {
    const question = singleUnitOfArea(this.context, this.ledgers.booking, a);
    if (!question) return null;
    const figures = judgeSingleUnit(this.context, question);
    const pool = this.poolWith(a, figures);
    if (!pool) return { question, figures, pooled: false };
    return pool.singleUnit && { ...pool.singleUnit, pooled: true };
  }

  private explainSingleUnit(a: number): Check | null {
    const asked = this.singleUnitOf(a);
    if (!asked) return null;
    const check = explainSingleUnit(this.context, asked.question);
    return asked.pooled ? withReason(check, 'in_pool') : check;
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
