import type { PlaceGeometry } from '../geo/geometry.ts';
import type { Edit, TableName, TableRecords } from './edit.ts';
import type { Plan } from './plan.ts';

/** Tables whose records a person puts on the map by hand. Boundaries of units come from files alone. */
export const PLACED_TABLES = ['facilities', 'areas', 'candidates', 'parcels'] as const satisfies readonly TableName[];
export type PlacedTable = (typeof PLACED_TABLES)[number];

/** One record of such a table. */
export interface PlacedRecord {
  readonly table: PlacedTable;
  readonly id: string;
}

export function placedRecord(plan: Plan, { table, id }: PlacedRecord): TableRecords[PlacedTable] | undefined {
  return plan[table].get(id);
}

/** The edit that gives a record another geometry. */
export function geometryEdit({ table, id }: PlacedRecord, from: PlaceGeometry | undefined, to: PlaceGeometry): Edit {
  return { table, id, field: 'geometry', from, to } as Edit;
}
