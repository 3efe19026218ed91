import { AnalysisCancelled, type ReadReport } from '../analysis/api.ts';
import type { InputFile } from '../core/checks/result.ts';
import type { InputRole, Issue, IssueCode } from '../core/issue.ts';
import { whyTooLarge } from '../core/network/read-streets.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { runJob } from '../state/jobs.ts';
import { isOutOfDate } from '../state/selectors.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { OpenedInput, PendingFile } from '../state/workspace-state.ts';
import { collectRecords } from './apply-records.ts';
import { showExtent } from './show-extent.ts';

/** What the person has said about a file that does not say it itself. */
export interface Declaration {
  readonly role: InputRole | null;
  readonly crs: string | null;
}

const NOTHING_DECLARED: Declaration = { role: null, crs: null };

/** Reads files one after another into the plan, each one undoable step, and audits once at the end. */
export async function openFiles(workspace: Workspace, files: readonly File[]): Promise<void> {
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one after another: a later file may replace what an earlier one brought
    await readInto(workspace, file, NOTHING_DECLARED);
  }
  await afterReading(workspace);
}

/** Reads a file again that needed a word from the person. */
export async function declareFile(workspace: Workspace, pending: PendingFile, declared: Declaration): Promise<void> {
  discardFile(workspace, pending);
  await readInto(workspace, pending.file, declared);
  await afterReading(workspace);
}

/** Takes a file that could not be read off the list. */
export function discardFile(workspace: Workspace, { key }: PendingFile): void {
  workspace.store.setState(({ pending }) => ({ pending: pending.filter((file) => file.key !== key) }));
}

async function afterReading(workspace: Workspace): Promise<void> {
  if (!isOutOfDate(workspace.store.getState())) return;
  showExtent(workspace);
  await workspace.audits.request();
}

async function readInto(workspace: Workspace, file: File, declared: Declaration): Promise<void> {
  const { store, analysis } = workspace;
  const tooLarge = whyTooLarge(file.name, file.size);
  if (tooLarge) return setAside(workspace, file, declared, declared.role, [tooLarge]);
  const controller = new AbortController();
  const collector = collectRecords(store.getState().plan);
  try {
    const report = await runJob(store, { kind: 'read', file: file.name }, controller, async (job) => {
      const request = {
        file: await readSourceFile(file),
        ...(declared.role === null ? {} : { role: declared.role }),
        ...(declared.crs === null ? {} : { crs: declared.crs }),
      };
      return analysis.read(request, job, (part) => collector.add(part));
    });
    if (controller.signal.aborted) return;
    if (report.input === null) setAside(workspace, file, declared, report.role, report.issues);
    else take(workspace, report.input, report, collector);
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    store.setState(({ failures }) => ({ failures: [...failures, { kind: 'read', file: file.name, message }] }));
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
    { input, issues, ids, streets },
  ]);
}
