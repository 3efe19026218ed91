import { AnalysisCancelled, type Job, type SourceReport } from '../analysis/api.ts';
import { groupFiles } from '../core/import/group-files.ts';
import { MOST_SOURCE_BYTES } from '../core/import/open-source.ts';
import type { SourceFile, TableRole } from '../core/import/table.ts';
import { looksLikeStreets } from '../core/network/open-streets.ts';
import { whyTooLarge } from '../core/network/read-streets.ts';
import { issue, type Issue } from '../core/issue.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import {
  canBeSettled,
  firstStep,
  NOTHING_DECLARED,
  type Declaration,
  type DraftReading,
} from '../state/import-draft.ts';
import { runJob } from '../state/jobs.ts';
import { needsReview } from '../state/needs-review.ts';
import { ownIds } from '../state/own-ids.ts';
import { noteFailure } from '../state/note-failure.ts';
import { isEmpty, isOutOfDate, settingsInUse } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';
import type { OpeningFile } from '../state/workspace-state.ts';
import { bringIn } from './bring-in.ts';
import { closeProject } from './close-project.ts';
import { isProjectFile, openProjectFile } from './open-project-file.ts';
import { readDraft } from './read-draft.ts';
import { setAside } from './set-aside.ts';
import { showExtent } from './show-extent.ts';

/** Files that are read together, and what is known of them. */
export interface FilesToOpen {
  /** The file, first, and those that belong to it. */
  readonly files: readonly File[];
  readonly declared: Declaration;
  /** Whether a person is asked where the file leaves something open; else only where it cannot be read. */
  readonly review: boolean;
}

type Outcome = 'read' | 'refused' | 'stopped';

/**
 * Reads files one after another into the plan, each one undoable step, and audits once at the end. A project file is opened
 * first, in place of what is open, and the others into it.
 */
export async function openFiles(workspace: Workspace, given: readonly File[]): Promise<void> {
  if (given.length === 0) return;
  const files: File[] = [];
  for (const file of given) {
    // oxlint-disable-next-line no-await-in-loop -- one project after another: each has its place on the device
    if (await isProjectFile(file)) await openProjectFile(workspace, file);
    else files.push(file);
  }
  if (files.length > 0) await openTables(workspace, files);
  else await showAndJudge(workspace);
}

async function openTables(workspace: Workspace, files: readonly File[]): Promise<void> {
  // What is opened when nothing is any more makes another project, whatever was open before.
  const state = workspace.store.getState();
  if (isEmpty(state) && state.history.steps.length > 0) await closeProject(workspace);
  const byName = new Map(files.map((file) => [file.name, file]));
  const groups = groupFiles([...byName.keys()]).map((names) => names.map((name) => byName.get(name)!));
  await readAll(
    workspace,
    groups.map((group) => ({ files: group, declared: NOTHING_DECLARED, review: true })),
  );
  await showAndJudge(workspace);
}

/** Reads files; false: the person stopped it, and those after the one that was being read are not read. */
export async function readAll(workspace: Workspace, all: readonly FilesToOpen[]): Promise<boolean> {
  const { store } = workspace;
  const mark = (at: number, state: OpeningFile['state']): void =>
    store.setState(({ opening }) => ({ opening: opening.map((one, i) => (i === at ? { ...one, state } : one)) }));
  store.setState({ opening: all.map(({ files }) => ({ name: files[0]!.name, state: 'waiting' })) });
  try {
    for (const [at, one] of all.entries()) {
      mark(at, 'reading');
      // oxlint-disable-next-line no-await-in-loop -- one after another: a later file may replace what an earlier one brought
      const outcome = await readInto(workspace, one);
      if (outcome === 'stopped') return false;
      mark(at, outcome);
    }
    return true;
  } finally {
    store.setState(({ imports }) => ({ opening: [], importOpen: imports.some(canBeSettled) }));
  }
}

/** Brings the map to what was read and judges it. */
export async function showAndJudge(workspace: Workspace): Promise<void> {
  if (!isOutOfDate(workspace.store.getState())) return;
  showExtent(workspace);
  await workspace.audits.request();
}

async function readInto(workspace: Workspace, to: FilesToOpen): Promise<Outcome> {
  const { store } = workspace;
  const { files, declared } = to;
  const file = files[0]!;
  const refused = tooLarge(files);
  if (refused) {
    setAside(workspace, { files, declared, source: null, issues: [refused] });
    return 'refused';
  }
  const controller = new AbortController();
  try {
    return await runJob(store, { kind: 'read', file: file.name }, controller, async (job) => {
      const sources = await Promise.all(files.map(readSourceFile));
      const outcome = isOfStreets(declared, sources[0]!)
        ? await readStreets(workspace, to, sources, job)
        : await readTable(workspace, to, sources, job);
      return controller.signal.aborted ? 'stopped' : outcome;
    });
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return 'stopped';
    noteFailure(store, 'read', error, file.name);
    return 'refused';
  }
}

function isOfStreets({ role }: Declaration, { bytes }: SourceFile): boolean {
  return role === 'streets' || (role === null && looksLikeStreets(bytes));
}

function tooLarge(files: readonly File[]): Issue | null {
  const [{ name }] = files as readonly [File];
  const size = files.reduce((sum, one) => sum + one.size, 0);
  const streets = whyTooLarge(name, size);
  if (streets) return streets;
  if (size <= MOST_SOURCE_BYTES) return null;
  return issue('file_too_large', { file: name }, { found: size, limit: MOST_SOURCE_BYTES });
}

async function readStreets(
  workspace: Workspace,
  { files, declared }: FilesToOpen,
  sources: readonly SourceFile[],
  job: Job,
): Promise<Outcome> {
  const { crs } = declared;
  const request = { files: sources, role: 'streets' as const, ...(crs === null ? {} : { crs }) };
  const report = await workspace.analysis.read(request, job, () => undefined);
  if (job.signal.aborted) return 'stopped';
  if (report.input === null) {
    setAside(workspace, { files, declared: { ...declared, role: 'streets' }, source: null, issues: report.issues });
    return 'refused';
  }
  bringIn(workspace, { files, declared }, report, null);
  return 'read';
}

/** Whether another coordinate system than the one assumed would put a file's places clearly nearer to what is there. */
async function seemsElsewhere(
  { analysis }: Workspace,
  { handle }: SourceReport,
  role: TableRole,
  { crs, mapping }: Declaration,
): Promise<boolean> {
  if (crs !== null) return false;
  const [first] = await analysis.suggestCrs({ handle, role, ...(mapping === null ? {} : { mapping }) });
  return first !== undefined && first.offset !== null;
}

function mustBeSeen({ store }: Workspace, source: SourceReport, reading: DraftReading): boolean {
  const { inputs, plan } = store.getState();
  const { input } = reading.report;
  const own = new Set(input === null ? [] : ownIds(inputs, input));
  return needsReview(source, reading, { elderAge: settingsInUse({ plan }).elder_age, own });
}

async function readTable(
  workspace: Workspace,
  { files, declared, review }: FilesToOpen,
  sources: readonly SourceFile[],
  job: Job,
): Promise<Outcome> {
  const { analysis } = workspace;
  const source = await analysis.openSource({ files: sources, choice: declared.choice }, job);
  const role = declared.role ?? source.role;
  const reading = source.profiles.length > 0 && role ? await readDraft(workspace, source, declared, job) : null;
  const elsewhere =
    review && reading?.table ? await seemsElsewhere(workspace, source, reading.table.role, declared) : false;
  if (job.signal.aborted) {
    await analysis.closeSource(source.handle);
    return 'stopped';
  }
  if (!reading?.table || !reading.merge || elsewhere || (review && mustBeSeen(workspace, source, reading))) {
    const issues = reading?.report.issues ?? source.issues;
    setAside(workspace, { files, declared, source, issues }, elsewhere ? () => 'place' : firstStep);
    return 'refused';
  }
  bringIn(workspace, { files, declared }, reading.report, reading.merge);
  await analysis.closeSource(source.handle);
  return 'read';
}
