import { AnalysisCancelled, type ReadReport } from '../analysis/api.ts';
import type { InputFile } from '../core/checks/result.ts';
import type { InputRole, Issue, IssueCode } from '../core/issue.ts';
import { whyTooLarge } from '../core/network/read-streets.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { runJob } from '../state/jobs.ts';
import { NEW_PROJECT } from '../state/project.ts';
import { isEmpty, isOutOfDate } from '../state/selectors.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { Declaration, OpenedInput, OpenedSource, OpeningFile, PendingFile } from '../state/workspace-state.ts';
import { collectRecords } from './apply-records.ts';
import { showExtent } from './show-extent.ts';

const NOTHING_DECLARED: Declaration = { role: null, crs: null };

/** A file to read, and what is known of it. */
export interface FileToOpen {
  readonly file: File;
  readonly declared: Declaration;
}

/** Reads files one after another into the plan, each one undoable step, and audits once at the end. */
export async function openFiles(workspace: Workspace, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  // What is opened when nothing is makes another project, whatever was open before.
  if (isEmpty(workspace.store.getState())) workspace.store.setState({ project: NEW_PROJECT });
  await readAll(
    workspace,
    files.map((file) => ({ file, declared: NOTHING_DECLARED })),
  );
  await showAndJudge(workspace);
}

/** Reads files; false: the person stopped it, and those after the one that was being read are not read. */
export async function readAll(workspace: Workspace, files: readonly FileToOpen[]): Promise<boolean> {
  const { store } = workspace;
  const mark = (at: number, state: OpeningFile['state']): void =>
    store.setState(({ opening }) => ({ opening: opening.map((one, i) => (i === at ? { ...one, state } : one)) }));
  store.setState({ opening: files.map(({ file }) => ({ name: file.name, state: 'waiting' })) });
  try {
    for (const [at, { file, declared }] of files.entries()) {
      mark(at, 'reading');
      // oxlint-disable-next-line no-await-in-loop -- one after another: a later file may replace what an earlier one brought
      const outcome = await readInto(workspace, file, declared);
      if (outcome === 'stopped') return false;
      mark(at, outcome);
    }
    return true;
  } finally {
    store.setState({ opening: [] });
  }
}

/** Reads a file again that needed a word from the person. */
export async function declareFile(workspace: Workspace, pending: PendingFile, declared: Declaration): Promise<void> {
  discardFile(workspace, pending);
  await readAll(workspace, [{ file: pending.file, declared }]);
  await showAndJudge(workspace);
}

/** Takes a file that could not be read off the list. */
export function discardFile(workspace: Workspace, { key }: PendingFile): void {
  workspace.store.setState(({ pending }) => ({ pending: pending.filter((file) => file.key !== key) }));
}

/** Brings the map to what was read and judges it. */
export async function showAndJudge(workspace: Workspace): Promise<void> {
  if (!isOutOfDate(workspace.store.getState())) return;
  showExtent(workspace);
  await workspace.audits.request();
}

async function readInto(
  workspace: Workspace,
  file: File,
  declared: Declaration,
): Promise<'read' | 'refused' | 'stopped'> {
  const { store, analysis } = workspace;
  const tooLarge = whyTooLarge(file.name, file.size);
  if (tooLarge) {
    setAside(workspace, file, declared, declared.role, [tooLarge]);
    return 'refused';
  }
  const controller = new AbortController();
  const collector = collectRecords(store.getState().plan);
  try {
    const report = await runJob(store, { kind: 'read', file: file.name }, controller, async (job) => {
      const request = {
        files: [await readSourceFile(file)],
        ...(declared.role === null ? {} : { role: declared.role }),
        ...(declared.crs === null ? {} : { crs: declared.crs }),
      };
      return analysis.read(request, job, (part) => collector.add(part));
    });
    if (controller.signal.aborted) return 'stopped';
    if (report.input === null) {
      setAside(workspace, file, declared, report.role, report.issues);
      return 'refused';
    }
    take(workspace, { file, declared }, report.input, report, collector);
    return 'read';
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return 'stopped';
    const message = error instanceof Error ? error.message : String(error);
    store.setState(({ failures }) => ({ failures: [...failures, { kind: 'read', file: file.name, message }] }));
    return 'refused';
  }
}

const UNSAID: Readonly<Partial<Record<IssueCode, PendingFile['needs']>>> = {
  role_unknown: 'role',
  crs_unresolved: 'crs',
  crs_not_degrees: 'crs',
  crs_unknown: 'crs',
};

/** Keeps a file that is not usable yet, with what is missing. */
function setAside(
  { store }: Workspace,
  file: File,
  declared: Declaration,
  role: InputRole | null,
  issues: readonly Issue[],
): void {
  const needs = issues.map(({ code }) => UNSAID[code]).find((need) => need !== undefined) ?? 'repair';
  store.setState(({ pending }) => ({
    pending: [
      ...pending.filter((other) => other.file.name !== file.name),
      {
        key: 1 + Math.max(0, ...pending.map(({ key }) => key)),
        file,
        role: declared.role ?? role,
        crs: declared.crs,
        issues,
        needs,
      },
    ],
  }));
}

/** A plan has one population grid and one street network: another replaces it. */
const ONE_OF_A_KIND: ReadonlySet<InputRole> = new Set(['population', 'streets']);

/** Puts a table that was read into the plan. The same file again replaces what it brought before, rows that went included. */
function take(
  workspace: Workspace,
  source: OpenedSource,
  input: InputFile,
  { issues, streets }: Pick<ReadReport, 'issues' | 'streets'>,
  collector: ReturnType<typeof collectRecords>,
): void {
  const { inputs, pending } = workspace.store.getState();
  const same = (other: OpenedInput): boolean =>
    other.input.role === input.role && (other.input.file === input.file || ONE_OF_A_KIND.has(input.role));
  const before = inputs.filter(same).flatMap(({ ids }) => ids);
  const { change, ids } = collector.finish(before);
  workspace.store.setState({ pending: pending.filter(({ file }) => file.name !== input.file) });
  commit(workspace, { kind: 'open', file: input.file }, change, [
    ...inputs.filter((other) => !same(other)),
    { input, issues, ids, streets, source },
  ]);
}
