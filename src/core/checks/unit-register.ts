import {
  UNIT_LEVELS,
  type Area,
  type Plan,
  type Settlement,
  type Unit,
  type UnitLevel,
  type UnitNames,
} from '../plan/plan.ts';
import { compareText } from '../units.ts';
import type { UnitNode, UnitPaths } from './unit-tree.ts';

/** Positions of what lies in each unit, by `keyOf` level and path, ascending. */
export type ByUnit = ReadonlyMap<string, readonly number[]>;

/** Units known at each level: from the table where it has that level, else from the areas' own columns. */
export class UnitRegister {
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

  /** What a row's own columns say of a level: the path as stated, and the known unit that it means. Null: they say nothing. */
  stated(names: UnitNames, level: UnitLevel): { readonly text: string; readonly path: string | undefined } | null {
    const text = this.statedPath(names, level);
    return text === undefined ? null : { text, path: this.meant(level, text) };
  }

  /** What is found by place, with the units above it. */
  withUnitsAbove(found: UnitPaths): UnitPaths {
    const paths = { ...found };
    this.fillUpward(paths);
    return paths;
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
      const path = this.stated(names, level)?.path;
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

  nodes(areas: readonly Area[], areasIn: ByUnit, facilitiesIn: ByUnit): UnitNode[] {
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

export function keyOf(level: UnitLevel, text: string): string {
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
