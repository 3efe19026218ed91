import { auditWithMemorySteps, type Audit, type AuditMemory } from '../core/checks/audit.ts';
import type { AreaResult } from '../core/checks/result.ts';
import { compareAuditsSteps } from '../core/compare/compare-audits.ts';
import type { Both } from '../core/compare/comparison.ts';
import type { JudgedSide } from '../core/compare/judged-side.ts';
import type { StreetGraph } from '../core/network/street-graph.ts';
import type { WaterAreas } from '../core/network/water-areas.ts';
import { applyChange } from '../core/plan/edit.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Steps } from '../core/progress.ts';
import type { ComparedArea, ComparedSide, CompareRequest, ComparisonReport, SideName } from './api.ts';
import { PlanTiles } from './plan-tiles.ts';

/** What both sides of a comparison stand on. */
export interface ComparedGround {
  /** The mirror. */
  readonly plan: Plan;
  readonly streets: { readonly graph: StreetGraph; readonly water: WaterAreas | null } | null;
  /** The last audit, which may be one of the sides already; null: none yet. */
  readonly last: JudgedSide | null;
  readonly toolVersion: string;
}

/** Two sides, each judged, kept until they are closed so that each can be drawn and explained. */
export class Comparer {
  private sides: Both<JudgedSide & { readonly tiles: PlanTiles }> | null = null;

  *compareSteps(request: CompareRequest, ground: ComparedGround): Steps<ComparisonReport> {
    const left = yield* this.judgeSteps(request.left, request, ground, ground.last?.audit.memory ?? null);
    const right = yield* this.judgeSteps(request.right, request, ground, left.audit.memory);
    const comparison = yield* compareAuditsSteps({ left, right });
    const water = ground.streets?.water ?? null;
    const drawn = (side: JudgedSide) => ({ ...side, tiles: new PlanTiles({ ...side, water }) });
    this.sides = { left: drawn(left), right: drawn(right) };
    return { ...comparison, runs: { left: left.audit.result.run, right: right.audit.result.run } };
  }

  /** An area of one side, explained; null where the side does not have it. */
  explainArea({ side, area }: ComparedArea): AreaResult | null {
    const audit = this.sides?.[side].audit;
    const a = audit?.context.areaIndex.get(area);
    return audit && a !== undefined ? audit.explain.area(a) : null;
  }

  /** The tiles of a side; null where nothing is compared. */
  tiles(side: SideName): PlanTiles | null {
    return this.sides?.[side].tiles ?? null;
  }

  close(): void {
    this.sides = null;
  }

  private *judgeSteps(
    { change, standard, asOf }: ComparedSide,
    { inputs }: CompareRequest,
    { plan, streets, last, toolVersion }: ComparedGround,
    memory: AuditMemory | null,
  ): Steps<JudgedSide> {
    const of = change.length === 0 ? plan : applyChange(plan, change);
    const input = {
      plan: of,
      streets: streets?.graph ?? null,
      standard,
      asOf,
      inputs,
      inputIssues: [],
      version: toolVersion,
    };
    if (last && last.plan === of && isAuditOf(last.audit, input)) return last;
    return { plan: of, audit: yield* auditWithMemorySteps(input, memory) };
  }
}

function isAuditOf(
  { context, result, memory }: Audit,
  { standard, asOf, streets }: Pick<ComparedSide, 'standard' | 'asOf'> & { readonly streets: StreetGraph | null },
): boolean {
  return (
    context.asOf === asOf && result.run.standards.sha256 === standard.sha256 && memory.walks.ground.streets === streets
  );
}
