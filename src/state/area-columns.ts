import { AREA_CLASSES, SETTLEMENTS, type Area, type AreaId } from '../core/plan/plan.ts';

/** What the list shows of each area beside its verdicts, a column a figure, in the order of the audit's `areaIds`. NaN is unknown. */
export interface AreaColumns {
  readonly name: readonly string[];
  /** Names of the two lowest known units, for the list. */
  readonly unit: readonly string[];
  /** Names of all known units from the highest down, joined by `/`. */
  readonly path: readonly string[];
  /** Position in `AREA_CLASSES`. */
  readonly class: Uint8Array;
  /** Position in `SETTLEMENTS`; 255 where the area is gone. */
  readonly settlement: Uint8Array;
  readonly households: Float64Array;
  readonly elders: Float64Array;
}

export function areaColumns(areas: ReadonlyMap<AreaId, Area>, areaIds: readonly AreaId[]): AreaColumns {
  const count = areaIds.length;
  const name: string[] = [];
  const unit: string[] = [];
  const path: string[] = [];
  const classes = new Uint8Array(count);
  const settlement = new Uint8Array(count).fill(255);
  const households = new Float64Array(count);
  const elders = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const id = areaIds[i]!;
    const area = areas.get(id);
    name[i] = area?.name ?? id;
    path[i] = area === undefined ? '' : pathOf(area);
    unit[i] = area === undefined ? '' : shortUnit(area);
    classes[i] = AREA_CLASSES.indexOf(area?.class ?? 'unknown');
    if (area !== undefined) settlement[i] = SETTLEMENTS.indexOf(area.settlement);
    households[i] = area?.households ?? NaN;
    elders[i] = area?.elders ?? NaN;
  }
  return { name, unit, path, class: classes, settlement, households, elders };
}

/** Names of the known units from the highest down. Written out: it runs once an area after every audit. */
function pathOf({ city, county, subdistrict, community }: Area): string {
  let path = city ?? '';
  for (const name of [county, subdistrict, community]) {
    if (name !== undefined) path = path === '' ? name : `${path}/${name}`;
  }
  return path;
}

/** The subdistrict and the community, as far as they are known; else the lowest unit that is. */
function shortUnit({ city, county, subdistrict, community }: Area): string {
  const above = subdistrict ?? county ?? city;
  if (community === undefined) return above ?? '';
  return above === undefined ? community : `${above} / ${community}`;
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
