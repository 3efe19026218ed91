import type { Job } from '../analysis/api.ts';
import { changeToAdd } from '../core/import/assemble-plan.ts';
import { groupFiles } from '../core/import/group-files.ts';
import type { Table, TableRole } from '../core/import/table.ts';
import { applyChange } from '../core/plan/edit.ts';
import { eldersOfBands } from '../core/plan/elders-of-bands.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import type { ComparedPlan } from '../state/compare/compare-side.ts';
import { runJob } from '../state/jobs.ts';
import { rememberedMapping } from '../state/remembered-mappings.ts';
import { settingsInUse } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';
import { collectTable } from './collect-table.ts';

/** What became of a file that was opened for a comparison. */
export interface ComparedFile {
  readonly file: string;
  /** Null: it holds no table that could be read as it is. */
  readonly role: TableRole | null;
  /** Data rows found, and those that are used. */
  readonly rows: number;
  readonly used: number;
  readonly errors: number;
  /** The coordinate system taken over from the shown plan's file of the same table; null: as the file says. */
  readonly crs: string | null;
}

/**
 * Reads tables for a comparison alone: each takes the place of the shown plan's whole table of its kind, and what is shown
 * stays as it is. Columns and coordinates are read as they were settled for the shown plan's own files. `of` null: no file
 * could be used. Rejects with `AnalysisCancelled` where it was stopped.
 */
export async function readComparedFiles(
  workspace: Workspace,
  files: readonly File[],
): Promise<{ readonly of: ComparedPlan | null; readonly read: readonly ComparedFile[] }> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const tables: Table[] = [];
  const read: ComparedFile[] = [];
  for (const names of groupFiles([...byName.keys()])) {
    const group = names.map((name) => byName.get(name)!);
    // oxlint-disable-next-line no-await-in-loop -- one after another: a later file may replace what an earlier one brought
    const one = await runJob(workspace.store, { kind: 'read', file: names[0]! }, new AbortController(), (job) =>
      readFile(workspace, group, job),
    );
    if (one.table) tables.push(one.table);
    read.push(one.said);
  }
  if (tables.length === 0) return { of: null, read };
  const { plan } = workspace.store.getState();
  const replaced = applyChange(plan, changeToAdd(plan, tables));
  const settled = applyChange(replaced, eldersOfBands(replaced, settingsInUse({ plan }).elder_age));
  const name = read.flatMap(({ file, role }) => (role === null ? [] : [file])).join(' + ');
  return { of: { kind: 'files', name, plan: settled }, read };
}

async function readFile(
  { store, analysis }: Workspace,
  files: readonly File[],
  job: Job,
): Promise<{ readonly table: Table | null; readonly said: ComparedFile }> {
  const { inputs, preferences } = store.getState();
  const sources = await Promise.all(files.map(readSourceFile));
  const source = await analysis.openSource({ files: sources }, job);
  try {
    const { role } = source;
    const said = { file: files[0]!.name, role: null, rows: source.rows, used: 0, errors: 0, crs: null };
    if (role === null) return { table: null, said };
    const like = inputs.find(({ input }) => input.role === role)?.source.declared;
    const mapping = rememberedMapping(preferences.mappings, role, source);
    const crs = source.statedCrs === null ? (like?.crs ?? null) : null;
    const collector = collectTable();
    const report = await analysis.readSource(
      { handle: source.handle, role, ...(crs === null ? {} : { crs }), ...(mapping === null ? {} : { mapping }) },
      job,
      (part) => collector.add(part),
    );
    const errors = report.issues.filter(({ severity }) => severity === 'error').length;
    if (report.input === null) return { table: null, said: { ...said, errors } };
    const table = collector.finish(role);
    const used = table.role === 'population' ? table.records.lon.length : table.records.length;
    return { table, said: { ...said, role, rows: report.rows, used, errors, crs } };
  } finally {
    await analysis.closeSource(source.handle);
  }
}
