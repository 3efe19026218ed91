import { AREA_CLASSES, UNIT_LEVELS, type Area, type AreaId } from '../core/plan/plan.ts';

/** What the list shows of each area beside its verdicts, a column a figure, in the order of the audit's `areaIds`. NaN is unknown. */
export interface AreaColumns {
  readonly name: readonly string[];
  /** Names of the two lowest known units, for the list. */
  readonly unit: readonly string[];
  /** Names of all known units from the highest down, joined by `/`. */
  readonly path: readonly string[];
  /** What a text filter looks in, in lower case. */
  readonly searched: readonly string[];
  /** Position in `AREA_CLASSES`. */
  readonly class: Uint8Array;
  readonly households: Float64Array;
  readonly elders: Float64Array;
}

export function areaColumns(areas: ReadonlyMap<AreaId, Area>, areaIds: readonly AreaId[]): AreaColumns {
  const count = areaIds.length;
  const name: string[] = [];
  const unit: string[] = [];
  const path: string[] = [];
  const searched: string[] = [];
  const classes = new Uint8Array(count);
  const households = new Float64Array(count);
  const elders = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const id = areaIds[i]!;
    const area = areas.get(id);
    const units = area === undefined ? [] : UNIT_LEVELS.flatMap((level) => area[level] ?? []);
    name[i] = area?.name ?? id;
    path[i] = units.join('/');
    unit[i] = (area?.community === undefined ? units.slice(-1) : units.slice(-2)).join(' / ');
    searched[i] = `${name[i]}\n${id}\n${path[i]}`.toLowerCase();
    classes[i] = AREA_CLASSES.indexOf(area?.class ?? 'unknown');
    households[i] = area?.households ?? NaN;
    elders[i] = area?.elders ?? NaN;
  }
  return { name, unit, path, searched, class: classes, households, elders };
}

/**
 * Whether an area whose own columns say `path` lies in the unit with `unitPath`. An area may know fewer of the higher
 * levels than the units table does, so the end of the unit's path is what must fit.
 */
export function liesInUnit(path: string, unitPath: string): boolean {
  if (path === '') return false;
  if (path === unitPath || path.startsWith(`${unitPath}/`)) return true;
  const names = path.split('/');
  for (let end = names.length; end > 0; end--) {
    if (`/${unitPath}`.endsWith(`/${names.slice(0, end).join('/')}`)) return true;
  }
  return false;
}
