import type {
  Area,
  Candidate,
  Facility,
  Growth,
  Measure,
  Parcel,
  Plan,
  PlannedHousing,
  PopulationGrid,
  StreetEdit,
  Unit,
} from './plan.ts';
import type { Settings } from './settings.ts';

export interface TableRecords {
  areas: Area;
  facilities: Facility;
  units: Unit;
  candidates: Candidate;
  parcels: Parcel;
  streetEdits: StreetEdit;
  measures: Measure;
  growth: Growth;
  housing: PlannedHousing;
}
export const TABLES = [
  'areas',
  'facilities',
  'units',
  'candidates',
  'parcels',
  'streetEdits',
  'measures',
  'growth',
  'housing',
] as const satisfies readonly (keyof TableRecords)[];
export type TableName = keyof TableRecords;

/** Those that files bring; the others are made here. */
export type FileTableName = 'areas' | 'facilities' | 'units' | 'candidates';

/** A whole record came (`from` undefined), went (`to` undefined) or was replaced. */
export type RecordEdit = {
  [T in TableName]: {
    readonly table: T;
    readonly id: string;
    readonly from: TableRecords[T] | undefined;
    readonly to: TableRecords[T] | undefined;
  };
}[TableName];

/** One field of one record changed its meaning. */
export type FieldEdit = {
  [T in TableName]: {
    [F in keyof TableRecords[T] & string]: {
      readonly table: T;
      readonly id: string;
      readonly field: F;
      readonly from: TableRecords[T][F] | undefined;
      readonly to: TableRecords[T][F] | undefined;
    };
  }[keyof TableRecords[T] & string];
}[TableName];

type SettingEdit = {
  [K in keyof Settings]: {
    readonly table: 'settings';
    readonly field: K;
    readonly from: Settings[K] | undefined;
    readonly to: Settings[K] | undefined;
  };
}[keyof Settings];

interface PopulationEdit {
  readonly table: 'population';
  readonly from: PopulationGrid | null;
  readonly to: PopulationGrid | null;
}

/**
 * One meaning-bearing edit: what it changed, from what, to what. The same value serves undo, the worker's mirror
 * and scenarios; it holds no index and no path into a structure.
 */
export type Edit = RecordEdit | FieldEdit | SettingEdit | PopulationEdit;

/** What one action did, in order. */
export type Change = readonly Edit[];

/** The change that takes `change` back. */
export function inverse(change: Change): Change {
  return change.map((edit) => ({ ...edit, from: edit.to, to: edit.from }) as Edit).reverse();
}

/** The plan after a change. Tables that the change does not touch are shared with the plan before it. */
export function applyChange(plan: Plan, change: Change): Plan {
  const next: { -readonly [K in keyof Plan]: Plan[K] } = { ...plan };
  const opened = new Map<TableName, Map<string, unknown>>();
  for (const edit of change) {
    if (edit.table === 'population') {
      next.population = edit.to;
    } else if (edit.table === 'settings') {
      next.settings = withField(next.settings, edit.field, edit.to);
    } else {
      const table = opened.get(edit.table) ?? new Map<string, unknown>(plan[edit.table]);
      opened.set(edit.table, table);
      applyToTable(table, edit);
    }
  }
  return Object.assign(next, Object.fromEntries(opened));
}

function applyToTable(table: Map<string, unknown>, edit: RecordEdit | FieldEdit): void {
  if (!('field' in edit)) {
    if (edit.to === undefined) table.delete(edit.id);
    else table.set(edit.id, edit.to);
    return;
  }
  const record = table.get(edit.id);
  if (record === undefined) {
    throw new Error(`edit of ${edit.table} ${edit.id} field ${edit.field}: expected the record to exist`);
  }
  table.set(edit.id, withField(record as object, edit.field, edit.to));
}

/** A field set to undefined is taken off, so that an absent figure stays absent and undo gives the identical record. */
export function withField<R extends object>(record: R, field: string, value: unknown): R {
  const next = { ...record } as Record<string, unknown>;
  if (value === undefined) delete next[field];
  else next[field] = value;
  return next as R;
}
