import type { AuditMemory } from '../checks/audit.ts';
import { countsOf, type PlanIndex } from '../checks/plan-index.ts';
import { growUnitTreeSteps } from '../checks/unit-tree.ts';
import type { Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';

/**
 * What an audit of a plan may reuse of the audit of another in which the same areas and facilities stand where they stand:
 * places, walks and units hold whatever their figures and dates.
 */
export function* groundOfYearSteps(memory: AuditMemory, plan: Plan): Steps<AuditMemory> {
  const { index, walks } = memory;
  const { areas, facilities } = plan;
  if (index.of.areas === areas && index.of.facilities === facilities) return memory;
  const next = yield* reindexSteps(index, plan);
  return { ...memory, index: next, walks: { ...walks, ground: { ...walks.ground, index: next } } };
}

function* reindexSteps(index: PlanIndex, { areas, facilities, units }: Plan): Steps<PlanIndex> {
  const sorted = index.of.areas === areas ? index.areas : index.areas.map(({ id }) => areas.get(id)!);
  const ground = {
    ...index,
    of: { areas, facilities, units },
    areas: sorted,
    counts: sorted === index.areas ? index.counts : countsOf(sorted),
    facilities: index.facilities.map(({ id }) => facilities.get(id)!),
  };
  return { ...ground, unitTree: yield* growUnitTreeSteps(ground, units, index.unitTree) };
}
