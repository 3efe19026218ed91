import type { PlacedRecord, PlacedTable } from '../core/plan/placed-record.ts';
import type { DrawnTable } from './step-name.ts';
import type { Selection } from './workspace-state.ts';

const KIND_OF = {
  facilities: 'facility',
  areas: 'area',
  candidates: 'candidate',
  parcels: 'parcel',
  streetEdits: 'streetEdit',
} as const satisfies Record<DrawnTable, Selection['kind']>;

/** The selection of a record that was drawn. */
export function selectionOf(table: DrawnTable, id: string): Selection {
  return { kind: KIND_OF[table], id };
}

/** The table that keeps what is selected; null: nothing that is drawn by hand. */
export function tableOf(selection: Selection | null): DrawnTable | null {
  const found = Object.entries(KIND_OF).find(([, kind]) => kind === selection?.kind);
  return found === undefined ? null : (found[0] as DrawnTable);
}

/** The selected record of those that can be moved; null: none. */
export function placedSelection(selection: Selection | null): PlacedRecord | null {
  const table = tableOf(selection);
  return selection === null || table === null || table === 'streetEdits'
    ? null
    : { table: table satisfies PlacedTable, id: selection.id };
}
