import { standsAt } from '../access/locate.ts';
import { innerPosition } from '../geo/polygon.ts';
import type { LonLat } from '../geo/geometry.ts';
import { issue, type Issue } from '../issue.ts';
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
import { compareText } from '../units.ts';
import type { Steps } from '../progress.ts';
import { areaLocator, type PlanIndex } from './plan-index.ts';
import { levelThatCounts } from './unit-checks.ts';

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
  readonly facilityPaths: ReadonlyMap<Facility, UnitPaths>;
}

/** The units there are and the areas in them: what depends on no facility. */
interface PlacedAreas {
  readonly register: UnitRegister;
  /** By position of the area. */
  readonly paths: readonly UnitPaths[];
  readonly byUnit: ReadonlyMap<string, readonly number[]>;
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
  const issues: Issue[] = [];
  const unitsAt = unitLocator(units);
  const placedAreas = previous?.placedAreas ?? (yield* placeAreasSteps(areas, units, unitsAt));
  const { register, paths: areaPaths } = placedAreas;
  const resolve = (facility: Facility): UnitPaths => {
    const at = standsAt(facility);
    const served = () => (facility.serves ?? []).flatMap(({ area }) => ground.areaIndex.get(area) ?? []);
    return register.resolve(facility, [
      () => (at ? unitsAt(at) : []),
      () => agreed((at ? areasAt.containing(at) : []).map((a) => areaPaths[a]!)),
      () => agreed(served().map((a) => areaPaths[a]!)),
    ]);
  };
  const facilityPaths = new Map<Facility, UnitPaths>();
  for (const facility of facilities) {
    const done = facilityPaths.size;
    if (done % PER_STEP === 0) yield { stage: 'units', done, total: facilities.length };
    const paths = previous?.facilityPaths.get(facility) ?? resolve(facility);
    facilityPaths.set(facility, paths);
    const level = levelThatCounts(facility);
    if (level && register.has(level) && paths[level] === undefined) {
      const names = UNIT_LEVELS.flatMap((one) => facility[one] ?? []);
      issues.push(issue('unit_unresolved', { input: 'facilities', id: facility.id, column: level }, { names, level }));
    }
  }
  const nodes = register.nodes(areas, placedAreas.byUnit, groupByUnit(facilityPaths.values()));
  if (units.size === 0) {
    if (nodes.length > 0) issues.push(issue('units_from_areas', { input: 'areas' }));
  } else {
    for (const { areas: inside, path, level } of nodes) {
      if (inside.length === 0) issues.push(issue('unit_without_areas', { input: 'units', id: path }, { path, level }));
    }
  }
  return { nodes, issues, placedAreas, facilityPaths };
}

function* placeAreasSteps(
  areas: readonly Area[],
  units: Plan['units'],
  unitsAt: (at: LonLat) => UnitPaths[],
): Steps<PlacedAreas> {
  const register = new UnitRegister(units, areas);
  const paths: UnitPaths[] = [];
  for (const area of areas) {
    if (paths.length % PER_STEP === 0) yield { stage: 'units', done: paths.length, total: areas.length };
    const { geometry } = area;
    paths.push(register.resolve(area, [() => (geometry ? unitsAt(innerPosition(geometry)) : [])]));
  }
  return { register, paths, byUnit: groupByUnit(paths) };
}

/** Units known at each level: from the table where it has that level, else from the areas' own columns. */
class UnitRegister {
  private readonly rows = new Map<string, Unit>();
  private readonly byLevel = new Map<UnitLevel, Set<string>>();
  /** Paths of a level by their last name, to find what a shorter path ends in. */
  private readonly byName = new Map<string, string[]>();
  private readonly byCode = new Map<string, string>();

  constructor(units: Plan['units'], areas: readonly UnitNames[]) {
    for (const unit of units.values()) {
      this.rows.set(keyOf(unit.level, unit.path), unit);
      this.add(unit.level, unit.path);
      if (unit.code !== undefined) this.byCode.set(keyOf(unit.level, unit.code), unit.path);
    }
    for (const level of UNIT_LEVELS) {
      if (this.byLevel.has(level)) continue;
      for (const area of areas) {
        const path = this.statedPath(area, level);
        if (path !== undefined) this.add(level, path);
      }
    }
  }

  has(level: UnitLevel): boolean {
    return this.byLevel.has(level);
  }

  private add(level: UnitLevel, path: string): void {
    const paths = this.byLevel.get(level) ?? new Set();
    if (paths.has(path)) return;
    this.byLevel.set(level, paths.add(path));
    const key = keyOf(level, lastName(path));
    this.byName.set(key, [...(this.byName.get(key) ?? []), path]);
  }

  /** Names from the highest stated level down to `level`; undefined where that level itself is not stated. */
  private statedPath(names: UnitNames, level: UnitLevel): string | undefined {
    const own = names[level];
    if (own === undefined) return undefined;
    const coded = this.byCode.get(keyOf(level, own));
    if (coded !== undefined) return coded;
    let path = '';
    for (const one of UNIT_LEVELS) {
      const name = names[one];
      if (name !== undefined) path = path === '' ? name : `${path}/${name}`;
      if (one === level) break;
    }
    return path;
  }

  /** The known path that a stated one means: itself, or the only one that ends in it. */
  private meant(level: UnitLevel, stated: string): string | undefined {
    const candidates = this.byName.get(keyOf(level, lastName(stated))) ?? [];
    const longer = candidates.filter((path) => path.endsWith(`/${stated}`));
    if (longer.length === 1) return longer[0];
    return candidates.includes(stated) ? stated : undefined;
  }

  /**
   * The unit at every level. Its own columns decide; a level they leave open is filled from the units above a resolved
   * one, then from each further source in turn, as long as it does not contradict what is resolved.
   */
  resolve(names: UnitNames, sources: readonly (() => UnitPaths | readonly UnitPaths[])[]): UnitPaths {
    const paths: { [level in UnitLevel]?: string } = {};
    for (const level of UNIT_LEVELS) {
      const stated = this.statedPath(names, level);
      const path = stated === undefined ? undefined : this.meant(level, stated);
      if (path !== undefined) paths[level] = path;
    }
    this.fillUpward(paths);
    for (const source of sources) {
      if (UNIT_LEVELS.every((level) => paths[level] !== undefined || !this.has(level))) break;
      for (const found of [source()].flat()) {
        if (contradicts(paths, found)) continue;
        for (const level of UNIT_LEVELS) {
          const path = found[level];
          if (paths[level] === undefined && path !== undefined && this.byLevel.get(level)?.has(path))
            paths[level] = path;
        }
      }
      this.fillUpward(paths);
    }
    return paths;
  }

  /** A unit's path starts with those of the units it lies in. */
  private fillUpward(paths: { [level in UnitLevel]?: string }): void {
    for (const lower of UNIT_LEVELS.toReversed()) {
      const path = paths[lower];
      if (path === undefined) continue;
      for (const upper of UNIT_LEVELS.slice(0, UNIT_LEVELS.indexOf(lower))) {
        if (paths[upper] !== undefined) continue;
        const above = prefixesOf(path).find((prefix) => this.byLevel.get(upper)?.has(prefix));
        if (above !== undefined) paths[upper] = above;
      }
    }
  }

  nodes(areas: readonly Area[], areasIn: PlacedAreas['byUnit'], facilitiesIn: PlacedAreas['byUnit']): UnitNode[] {
    return UNIT_LEVELS.flatMap((level) =>
      [...(this.byLevel.get(level) ?? [])].sort(compareText).flatMap((path) => {
        const key = keyOf(level, path);
        const row = this.rows.get(key) ?? null;
        const inside = areasIn.get(key) ?? [];
        // A shorter path that turned out to mean a longer one names no unit of its own.
        if (!row && inside.length === 0) return [];
        return {
          level,
          path,
          name: row?.name ?? lastName(path),
          row,
          settlement: row?.settlement ?? settlementOf(areas, inside),
          areas: inside,
          facilities: facilitiesIn.get(key) ?? [],
        };
      }),
    );
  }
}

function keyOf(level: UnitLevel, text: string): string {
  return `${level}:${text}`;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function prefixesOf(path: string): string[] {
  const names = path.split('/');
  return names
    .slice(1)
    .map((_, count) => names.slice(0, count + 1).join('/'))
    .toReversed();
}

/** Whether two sets of paths put one thing into different units of a level. */
function contradicts(known: UnitPaths, found: UnitPaths): boolean {
  return UNIT_LEVELS.some(
    (level) => known[level] !== undefined && found[level] !== undefined && known[level] !== found[level],
  );
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

/** Units whose polygon holds a place, as paths by level. */
function unitLocator(units: ReadonlyMap<string, Unit>): (at: LonLat) => UnitPaths[] {
  const placed = [...units.values()]
    .filter((unit) => unit.geometry)
    .sort((a, b) => UNIT_LEVELS.indexOf(a.level) - UNIT_LEVELS.indexOf(b.level) || compareText(a.path, b.path));
  const locator = areaLocator(placed);
  return (at) => locator.containing(at).map((index) => ({ [placed[index]!.level]: placed[index]!.path }));
}

/** Urban where most residents of its areas live in urban ones, else where most areas are; urban on a tie. */
function settlementOf(areas: readonly Area[], inside: readonly number[]): Settlement {
  let urbanResidents = 0;
  let ruralResidents = 0;
  let urbanAreas = 0;
  let residentsKnown = true;
  for (const a of inside) {
    const { settlement, residents } = areas[a]!;
    if (residents === undefined) residentsKnown = false;
    if (settlement === 'urban') urbanAreas++;
    if (settlement === 'urban') urbanResidents += residents ?? 0;
    else ruralResidents += residents ?? 0;
  }
  if (residentsKnown && urbanResidents !== ruralResidents) return urbanResidents > ruralResidents ? 'urban' : 'rural';
  return urbanAreas * 2 >= inside.length ? 'urban' : 'rural';
}
