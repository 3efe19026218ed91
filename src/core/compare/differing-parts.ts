import { planDiff } from '../plan/plan-diff.ts';
import type { Both, ComparedPart } from './comparison.ts';
import type { JudgedSide } from './judged-side.ts';

/** What differs between two sides as a whole. */
export function differingParts({ left, right }: Both<JudgedSide>): ComparedPart[] {
  const tables = new Set(planDiff(left.plan, right.plan).map(({ table }) => table));
  const [before, after] = [left.audit, right.audit];
  const sameStreets = before.memory.walks.ground.streets === after.memory.walks.ground.streets;
  const differs: Readonly<Record<ComparedPart, boolean>> = {
    standard: before.result.run.standards.sha256 !== after.result.run.standards.sha256,
    as_of: before.context.asOf !== after.context.asOf,
    settings: tables.has('settings'),
    areas: tables.has('areas'),
    facilities: tables.has('facilities'),
    units: tables.has('units'),
    population: tables.has('population'),
    streets: !sameStreets || tables.has('streetEdits'),
  };
  return (Object.keys(differs) as ComparedPart[]).filter((part) => differs[part]);
}
