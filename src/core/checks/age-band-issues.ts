import { issue, type Issue } from '../issue.ts';
import { bandName, whyInexact } from '../plan/age-bands.ts';
import type { Area, Plan, Unit } from '../plan/plan.ts';

/** Where age bands leave it open how many are of elder age: one issue a table and reason, with how many rows it is of. */
export function ageBandIssues({ areas, units }: Pick<Plan, 'areas' | 'units'>, elderAge: number): Issue[] {
  return [...issuesOf('areas', areas.values(), elderAge), ...issuesOf('units', units.values(), elderAge)];
}

function issuesOf(input: 'areas' | 'units', records: Iterable<Area | Unit>, age: number): Issue[] {
  const reasons = new Map<string, { count: number; detail: Record<string, string | number> }>();
  for (const { ageBands, elders } of records) {
    if (ageBands === undefined || elders !== undefined) continue;
    const found = whyInexact(ageBands, age);
    const detail = found.why === 'straddles' ? { why: found.why, band: bandName(found.band) } : found;
    const key = JSON.stringify(detail);
    const reason = reasons.get(key);
    if (reason) reason.count++;
    else reasons.set(key, { count: 1, detail });
  }
  return [...reasons.values()].map(({ count, detail }) =>
    issue('age_bands_inexact', { input }, { ...detail, age, count }),
  );
}
