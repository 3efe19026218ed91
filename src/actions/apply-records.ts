import type { PopulationGrid, Plan } from '../core/plan/plan.ts';
import type { Change, Edit, TableName } from '../core/plan/edit.ts';
import { withEldersOfBands } from '../core/plan/elders-of-bands.ts';
import { settingsInUse } from '../state/selectors.ts';
import { knownBounds } from './known-bounds.ts';
import type { Table } from '../core/import/table.ts';

/** Collects the parts of a table that is being read as edits of a plan. */
export interface RecordCollector {
  add(part: Table): void;
  /** The edits so far, and the ids of the records they bring. */
  finish(alsoRemove: readonly string[]): { change: Change; ids: readonly string[] };
}

/** A record that the plan already holds under the same id is replaced; one listed in `alsoRemove` and not brought again goes. */
export function collectRecords(plan: Plan): RecordCollector {
  const edits: Edit[] = [];
  const ids = new Set<string>();
  const elderAge = settingsInUse({ plan }).elder_age;
  let table: TableName | null = null;
  const grids: PopulationGrid[] = [];
  return {
    add(part) {
      if (part.role === 'population') {
        grids.push(part.records);
        return;
      }
      table = part.role;
      const before: ReadonlyMap<string, unknown> = plan[part.role];
      for (const record of part.records) {
        const id = 'path' in record ? record.path : record.id;
        const to = 'ageBands' in record ? withEldersOfBands(record, elderAge) : record;
        ids.add(id);
        if (record.geometry !== undefined) knownBounds(record.geometry);
        edits.push({ table: part.role, id, from: before.get(id), to } as Edit);
      }
    },
    finish(alsoRemove) {
      if (grids.length > 0) edits.push({ table: 'population', from: plan.population, to: joinGrids(grids) });
      if (table !== null) edits.push(...removals(plan, table, alsoRemove, ids));
      return { change: edits, ids: [...ids] };
    },
  };
}

/** Edits that take records out of a table, those in `except` left. */
export function removals(
  plan: Plan,
  table: TableName,
  ids: readonly string[],
  except: ReadonlySet<string> = new Set(),
): Edit[] {
  const before: ReadonlyMap<string, unknown> = plan[table];
  return ids
    .filter((id) => before.has(id) && !except.has(id))
    .map((id) => ({ table, id, from: before.get(id), to: undefined }) as Edit);
}

function joinGrids(grids: readonly PopulationGrid[]): PopulationGrid {
  const [only] = grids;
  if (grids.length === 1 && only !== undefined) return only;
  const count = grids.reduce((sum, grid) => sum + grid.lon.length, 0);
  const joined = {
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    elders: new Float64Array(count),
    residents: new Float64Array(count),
  };
  let at = 0;
  for (const grid of grids) {
    for (const column of ['lon', 'lat', 'elders', 'residents'] as const) joined[column].set(grid[column], at);
    at += grid.lon.length;
  }
  return joined;
}
