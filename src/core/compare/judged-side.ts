import type { Audit } from '../checks/audit.ts';
import type { Plan } from '../plan/plan.ts';

/** One of two sides that are compared: a plan and how it stands. */
export interface JudgedSide {
  readonly plan: Plan;
  readonly audit: Audit;
}
