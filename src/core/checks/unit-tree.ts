import { standsAt } from '../access/locate.ts';
import { innerPosition } from '../geo/polygon.ts';
import type { LonLat } from '../geo/geometry.ts';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import {
  UNIT_LEVELS,
  type Area,
  type Facility,
  type Plan,
  type Settlement,
  type Unit,
  type UnitLevel,
  type UnitNames,
} from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { PlanIndex } from './plan-index.ts';
import { levelThatCounts } from './unit-checks.ts';
import { unitDisagreement } from './unit-disagreement.ts';
import { UnitPlaces } from './unit-places.ts';
import { keyOf, UnitRegister, type ByUnit } from './unit-register.ts';

/** A unit with what lies in it. Areas and facilities by position, ascending. */
export interface UnitNode {
  readonly level: UnitLevel;
  readonly path: string;
  readonly name: string;
  /** Its row in the units table; null: it is only known from the areas' columns. */
  readonly row: Unit | null;
  readonly settlement: Settlement;
  readonly areas: readonly number[];
  readonly facilities: readonly number[];
}

/** The path of the unit at each level that something lies in; absent where that is not known. */
export type UnitPaths = { readonly [level in UnitLevel]?: string };

/** Who lies in which unit, in order of level (highest first) and path. */
export interface UnitTree {
  readonly nodes: readonly UnitNode[];
  readonly issues: readonly Issue[];
  readonly placedAreas: PlacedAreas;
  /** By the facility's record: a record that is still the same lies where it lay, as long as areas and units stay. */
  readonly placedFacilities: ReadonlyMap<Facility, PlacedFacility>;
}

/** The units there are and the areas in them: what depends on no facility. */
interface PlacedAreas {
  readonly register: UnitRegister;
  /** By position of the area. */
  readonly paths: readonly UnitPaths[];
  readonly byUnit: ByUnit;
  /** What their own columns and their place say of them against each other. */
  readonly issues: readonly Issue[];
}

interface PlacedFacility {
  readonly paths: UnitPaths;
  readonly issues: readonly Issue[];
}

/** What a tree grows from: records by position. */
type Ground = Pick<PlanIndex, 'areas' | 'areaIndex' | 'areasAt' | 'facilities'>;

/** Records placed between two reports. */
const PER_STEP = 1000;

/**
 * Places every area and facility in the administrative units, from its own columns, else by place, else by the areas it
 * serves. `previous`, of the same areas and units, is taken over for all facilities that are still the same.
 */
export function* growUnitTreeSteps(ground: Ground, units: Plan['units'], previous: UnitTree | null): Steps<UnitTree> {
  const { areas, facilities, areasAt } = ground;
  const places = new UnitPlaces(units);
  const placedAreas = previous?.placedAreas ?? (yield* placeAreasSteps(areas, units, places));
  const { register, paths: areaPaths } = placedAreas;
  const issues = [...placedAreas.issues];
  const place = (facility: Facility): PlacedFacility => {
    const at = standsAt(facility);
    const served = () => (facility.serves ?? []).flatMap(({ area }) => ground.areaIndex.get(area) ?? []);
    const paths = register.resolve(facility, [
      () => (at ? places.at(at) : []),
      () => agreed((at ? areasAt.containing(at) : []).map((a) => areaPaths[a]!)),
      () => agreed(served().map((a) => areaPaths[a]!)),
    ]);
    const where = { input: 'facilities', id: facility.id } as const;
    const found: Issue[] = [];
    const level = levelThatCounts(facility);
    if (level && register.has(level) && paths[level] === undefined) found.push(unresolved(where, facility, level));
    return { paths, issues: [...found, ...disagreements(register, places, facility, at, where)] };
  };
  const placedFacilities = new Map<Facility, PlacedFacility>();
  for (const facility of facilities) {
    const done = placedFacilities.size;
    if (done % PER_STEP === 0) yield { stage: 'units', done, total: facilities.length };
    const placed = previous?.placedFacilities.get(facility) ?? place(facility);
    placedFacilities.set(facility, placed);
    issues.push(...placed.issues);
  }
  const facilityPaths = [...placedFacilities.values()].map(({ paths }) => paths);
  const nodes = register.nodes(areas, placedAreas.byUnit, groupByUnit(facilityPaths));
  if (units.size === 0) {
    if (nodes.length > 0) issues.push(issue('units_from_areas', { input: 'areas' }));
  } else {
    for (const { areas: inside, path, level } of nodes) {
      if (inside.length === 0) issues.push(issue('unit_without_areas', { input: 'units', id: path }, { path, level }));
    }
  }
  return { nodes, issues, placedAreas, placedFacilities };
}

function* placeAreasSteps(areas: readonly Area[], units: Plan['units'], places: UnitPlaces): Steps<PlacedAreas> {
  const register = new UnitRegister(units, areas);
  const paths: UnitPaths[] = [];
  const issues: Issue[] = [];
  for (const area of areas) {
    if (paths.length % PER_STEP === 0) yield { stage: 'units', done: paths.length, total: areas.length };
    const at = area.geometry ? innerPosition(area.geometry) : null;
    const own = register.resolve(area, [() => (at ? places.at(at) : [])]);
    paths.push(own);
    const where = { input: 'areas', id: area.id } as const;
    const nowhere = UNIT_LEVELS.find((level) => own[level] === undefined && register.stated(area, level) !== null);
    if (nowhere) issues.push(unresolved(where, area, nowhere));
    issues.push(...disagreements(register, places, area, at, where));
  }
  return { register, paths, byUnit: groupByUnit(paths), issues };
}

/** It is not known in which unit of a level something lies. */
function unresolved(where: IssuePlace, names: UnitNames, level: UnitLevel): Issue {
  const stated = UNIT_LEVELS.flatMap((one) => names[one] ?? []);
  return issue('unit_unresolved', { ...where, column: level }, { names: stated, level });
}

/** What the columns say of a record against where it lies: one issue at most. */
function disagreements(
  register: UnitRegister,
  places: UnitPlaces,
  names: UnitNames,
  at: LonLat | null,
  where: IssuePlace,
): Issue[] {
  const found = at && unitDisagreement(register, places, names, at);
  if (!found) return [];
  const { level, isKnown, expected, metres } = found;
  const detail = { found: found.found, expected, level, known: isKnown, metres: metres && Math.round(metres) };
  return [issue('unit_disagrees', { ...where, column: level }, detail)];
}

/** What several sources agree on, level by level. */
function agreed(paths: readonly UnitPaths[]): UnitPaths {
  const result: { [level in UnitLevel]?: string } = {};
  const [first, ...others] = paths;
  for (const level of UNIT_LEVELS) {
    const path = first?.[level];
    if (path !== undefined && others.every((one) => one[level] === path)) result[level] = path;
  }
  return result;
}

/** Positions of what lies in each unit, ascending. */
function groupByUnit(paths: Iterable<UnitPaths>): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  let index = -1;
  for (const levels of paths) {
    index++;
    for (const level of UNIT_LEVELS) {
      const path = levels[level];
      if (path === undefined) continue;
      const group = groups.get(keyOf(level, path));
      if (group) group.push(index);
      else groups.set(keyOf(level, path), [index]);
    }
  }
  return groups;
}
