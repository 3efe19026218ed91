import { indexPlanSteps, type PlanIndex } from '../checks/plan-index.ts';
import { contains, innerPosition } from '../geo/polygon.ts';
import type { UnitNode } from '../checks/unit-tree.ts';
import type { Area, Candidate, Facility, Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { compareText } from '../units.ts';

/** A county's rows of the tables that it keeps, each sorted by id. */
export interface CountyRows {
  /** The county's path, `city/county`; null: rows whose county is not known. */
  readonly path: string | null;
  readonly areas: readonly Area[];
  readonly facilities: readonly Facility[];
  readonly candidates: readonly Candidate[];
}

/**
 * The plan's rows by county, in order of path, those of no known county last; every row stands in exactly one. Areas and
 * facilities lie where the audit places them: by their own columns, else by place. A candidate site lies in the county
 * that its own column names, else in the one whose outline holds it.
 */
export function* splitByCountySteps(plan: Plan): Steps<CountyRows[]> {
  const index = yield* indexPlanSteps(plan, null);
  const counties = index.unitTree.nodes.filter(({ level }) => level === 'county');
  const candidates = [...plan.candidates.values()].sort((a, b) => compareText(a.id, b.id));
  const placed = counties.map((node) => ({
    path: node.path,
    areas: node.areas.map((a) => index.areas[a]!),
    facilities: node.facilities.map((f) => index.facilities[f]!),
    candidates: candidates.filter((candidate) => countyOf(candidate, counties) === node),
  }));
  const rest = { path: null, ...outside(index, counties, candidates) };
  const hasRest = rest.areas.length + rest.facilities.length + rest.candidates.length > 0;
  return hasRest ? [...placed, rest] : placed;
}

function outside(
  { areas, facilities }: PlanIndex,
  counties: readonly UnitNode[],
  candidates: readonly Candidate[],
): Omit<CountyRows, 'path'> {
  const inside = {
    areas: new Set(counties.flatMap((node) => node.areas)),
    facilities: new Set(counties.flatMap((node) => node.facilities)),
  };
  return {
    areas: areas.filter((_, a) => !inside.areas.has(a)),
    facilities: facilities.filter((_, f) => !inside.facilities.has(f)),
    candidates: candidates.filter((candidate) => countyOf(candidate, counties) === null),
  };
}

/** Several counties of one name are told apart by the city; where that leaves several, none is meant. */
function countyOf({ county, city, geometry }: Candidate, counties: readonly UnitNode[]): UnitNode | null {
  if (county !== undefined) {
    const named = counties.filter(({ path, name, row }) => name === county || path === county || row?.code === county);
    const inCity = named.length > 1 ? named.filter(({ path }) => path.split('/').at(-2) === city) : named;
    return inCity.length === 1 ? inCity[0]! : null;
  }
  if (geometry === undefined) return null;
  const at = innerPosition(geometry);
  return counties.find(({ row }) => row?.geometry !== undefined && contains(row.geometry, at)) ?? null;
}
