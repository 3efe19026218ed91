import type { FormTable } from '../core/forms/form-fields.ts';
import type { Plan } from '../core/plan/plan.ts';

/** What a record is called: its id where it has no name. */
export function nameOfRecord(plan: Plan, table: FormTable, id: string): string {
  return plan[table].get(id)?.name ?? id;
}
