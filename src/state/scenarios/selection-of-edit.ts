import type { Plan } from '../../core/plan/plan.ts';
import type { ScenarioEdit } from '../../core/plan/scenario.ts';
import type { Selection } from '../workspace-state.ts';

const KINDS = {
  areas: 'area',
  facilities: 'facility',
  candidates: 'candidate',
  parcels: 'parcel',
  streetEdits: 'streetEdit',
} as const;

/** What an edit is of, to look at; null: the plan has it no more, or it is nowhere. */
export function selectionOfEdit({ table, id }: ScenarioEdit, plan: Plan): Selection | null {
  if (table === 'measures') {
    const subject = plan.measures.get(id)?.subject;
    return subject ? { kind: subject.kind, id: subject.id } : null;
  }
  if (table === 'housing') {
    const area = plan.housing.get(id)?.area;
    return area === undefined ? null : { kind: 'area', id: area };
  }
  if (table === 'units' || table === 'growth') return null;
  return plan[table].has(id) ? { kind: KINDS[table], id } : null;
}
