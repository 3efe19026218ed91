import { SYNC_STAGES, type Measure, type SyncStage } from '../plan/plan.ts';
import { daysBetween, type IsoDate } from '../units.ts';

/** A stage (四同步) at which the facility is behind its housing. */
export interface LateStage {
  readonly stage: SyncStage;
  readonly housing: IsoDate;
  /** Null: the housing is through, and the facility has no date. */
  readonly facility: IsoDate | null;
  /** Days behind: to the facility's own date, else to the as-of date. */
  readonly days: number;
}

/** The stages at which a facility comes after its housing, or has no date though the housing's has passed. */
export function lateStages({ stages = {} }: Measure, asOf: IsoDate): readonly LateStage[] {
  return SYNC_STAGES.flatMap((stage) => {
    const { housing, facility } = stages[stage] ?? {};
    if (housing === undefined) return [];
    const days = daysBetween(housing, facility ?? asOf);
    return days > 0 ? [{ stage, housing, facility: facility ?? null, days }] : [];
  });
}
