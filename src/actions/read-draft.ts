import type { Job, ReadReport, SourceReport } from '../analysis/api.ts';
import { bringTable } from '../core/import/bring-table.ts';
import { DEFAULT_MERGE, mergeTable, type Merge } from '../core/import/merge-table.ts';
import type { Table } from '../core/import/table.ts';
import { withEldersOfBands } from '../core/plan/elders-of-bands.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Declaration, DraftReading } from '../state/import-draft.ts';
import { ownIds } from '../state/own-ids.ts';
import { settingsInUse } from '../state/selectors.ts';
import type { OpenedInput } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { collectTable } from './collect-table.ts';

/** Reads an opened file as declared, and finds what bringing it into the plan as it stands would do. */
export async function readDraft(
  { store, analysis }: Workspace,
  { handle, role: told }: SourceReport,
  declared: Declaration,
  job: Job,
): Promise<DraftReading> {
  const { role: stated, crs, mapping } = declared;
  const role = stated ?? told;
  if (role === null || role === 'streets') throw new Error(`import: expected a table, got ${role ?? 'no role'}`);
  const collector = collectTable();
  const report = await analysis.readSource(
    { handle, role, ...(crs === null ? {} : { crs }), ...(mapping === null ? {} : { mapping }) },
    job,
    (part) => collector.add(part),
  );
  const { plan, inputs } = store.getState();
  const elderAge = declared.elderAge ?? settingsInUse({ plan }).elder_age;
  const table = report.input === null ? null : withElders(collector.finish(role), elderAge);
  return { report, table, merge: table && mergeInto(plan, inputs, table, report, declared) };
}

/** The table with elders summed from age bands, where it has those, for the age that the plan follows. */
function withElders(table: Table, elderAge: number): Table {
  if (table.role === 'areas')
    return { ...table, records: table.records.map((area) => withEldersOfBands(area, elderAge)) };
  if (table.role === 'units')
    return { ...table, records: table.records.map((unit) => withEldersOfBands(unit, elderAge)) };
  return table;
}

/**
 * What bringing a table into a plan would do, by the rule that was declared for it. Without one a file takes the place of
 * what it brought before, and is merged with what others brought.
 */
export function mergeInto(
  plan: Plan,
  inputs: readonly OpenedInput[],
  table: Table,
  { input, columns }: Pick<ReadReport, 'input' | 'columns'>,
  { merge: rule }: Pick<Declaration, 'merge'>,
): Merge {
  const own = ownIds(inputs, input!);
  if (rule === null && !meetsOthers(plan, table, new Set(own))) return bringTable(plan, table, own);
  return mergeTable(plan, table, rule ?? DEFAULT_MERGE, new Set(columns), { input: table.role, file: input!.file });
}

/** Whether a table has records that other files have brought. */
function meetsOthers(plan: Plan, table: Table, own: ReadonlySet<string>): boolean {
  if (table.role === 'population') return false;
  const there: ReadonlyMap<string, unknown> = plan[table.role];
  return table.records.some((record) => {
    const id = 'path' in record ? record.path : record.id;
    return there.has(id) && !own.has(id);
  });
}
