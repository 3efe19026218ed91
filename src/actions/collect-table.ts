import type { PopulationGrid } from '../core/plan/plan.ts';
import type { Table, TableRole } from '../core/import/table.ts';
import { knownBounds } from './known-bounds.ts';

/** Puts the parts of a table that is being read together again. */
export interface TableCollector {
  add(part: Table): void;
  /** The whole table; `role` names an empty one. */
  finish(role: TableRole): Table;
}

export function collectTable(): TableCollector {
  const grids: PopulationGrid[] = [];
  const records: object[] = [];
  return {
    add(part) {
      if (part.role === 'population') {
        grids.push(part.records);
        return;
      }
      for (const record of part.records) {
        if (record.geometry !== undefined) knownBounds(record.geometry);
        records.push(record);
      }
    },
    finish(role) {
      if (role === 'population') return { role, records: joinGrids(grids) };
      return { role, records } as unknown as Table;
    },
  };
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
