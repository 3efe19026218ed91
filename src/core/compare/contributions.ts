import type { AreaCheckId } from '../checks/result.ts';
import { settlePool, type Pool } from '../checks/pools.ts';
import { partsOfSubject, type Diagnosed } from '../checks/subject.ts';
import type { AreaId, FacilityId, PoolId } from '../plan/plan.ts';
import type { JudgedSide } from './judged-side.ts';

/** What a facility brings to a check. m², in `walk_circle` the share of origins that reach it; NaN: unknown. */
interface Contribution {
  readonly open: number;
  /** Once it opens. */
  readonly coming: number;
}

/** What counts, on one side, towards the checks of its areas. */
export class Contributions {
  private readonly side: JudgedSide;
  private readonly pools = new Map<PoolId, Pool>();

  constructor(side: JudgedSide) {
    this.side = side;
  }

  /** The pool that answers for an area; null: it is judged alone. */
  poolOf(a: number): Pool | null {
    const { columns, context, booking } = this.side.audit;
    const id = context.areas[a]?.pool;
    if (id === undefined || !columns.pooled[a]) return null;
    let pool = this.pools.get(id);
    if (!pool) {
      const members = context.areas.flatMap((area, member) => (area.pool === id ? [member] : []));
      pool = settlePool(context, booking, id, members);
      this.pools.set(id, pool);
    }
    return pool;
  }

  /** Facilities that count today, or will, towards a check of floor area or land. */
  of(id: AreaId, check: Exclude<AreaCheckId, 'walk_circle'>): Map<FacilityId, Contribution> {
    const { context, booking } = this.side.audit;
    const a = context.areaIndex.get(id);
    const sums = new Map<FacilityId, Contribution>();
    if (a === undefined) return sums;
    if (check === 'land_per_person') {
      const { start, facility, m2 } = this.side.audit.memory.ledgers.land;
      for (let k = start[a]!; k < start[a + 1]!; k++) this.add(sums, facility[k]!, m2[k]!);
      return sums;
    }
    const pool = this.poolOf(a);
    const subject: Diagnosed = pool ? { pool } : { area: a };
    for (const part of partsOfSubject(context, booking, subject, check)) this.add(sums, part.facility, part.m2 ?? NaN);
    return sums;
  }

  /** The share of an area's origins that reach a facility within the circle. */
  reach(id: AreaId, facility: FacilityId): Contribution {
    const { context } = this.side.audit;
    const catchment = context.catchments.get(facility);
    const k = catchment?.area.indexOf(context.areaIndex.get(id) ?? -1) ?? -1;
    return k < 0 ? NOTHING : this.whenOpen(context.facilityIndex.get(facility)!, catchment!.share[k]!);
  }

  private add(sums: Map<FacilityId, Contribution>, f: number, m2: number): void {
    const { context } = this.side.audit;
    if (!context.withPlanned[f]) return;
    const { id } = context.facilities[f]!;
    const before = sums.get(id) ?? NOTHING;
    const more = this.whenOpen(f, m2);
    sums.set(id, { open: before.open + more.open, coming: before.coming + more.coming });
  }

  private whenOpen(f: number, amount: number): Contribution {
    const { open, withPlanned } = this.side.audit.context;
    if (open[f]) return { open: amount, coming: 0 };
    return withPlanned[f] ? { open: 0, coming: amount } : NOTHING;
  }
}

const NOTHING: Contribution = { open: 0, coming: 0 };

/** Whether a facility brings the same on both sides. */
export function sameContribution(a: Contribution = NOTHING, b: Contribution = NOTHING): boolean {
  return Object.is(a.open, b.open) && Object.is(a.coming, b.coming);
}
