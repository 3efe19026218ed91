import { AnalysisCancelled, type Job } from '../analysis/api.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { canBeSettled, guessOf, type Declaration, type ImportDraft, type ImportStep } from '../state/import-draft.ts';
import type { Workspace } from '../state/workspace.ts';
import { readDraft } from './read-draft.ts';

/** Whoever types or clicks on is waited for, milliseconds. */
const WAIT_MS = 150;

/** Settles something of a file on its way into the plan, and reads it anew. */
export function changeImport(workspace: Workspace, key: number, more: Partial<Declaration>): void {
  const draft = draftOf(workspace, key);
  if (!draft) return;
  const declared = { ...draft.declared, ...more };
  const reopen = 'choice' in more;
  if (more.mapping === null && !reopen) {
    const guess = guessOf({ ...draft, declared });
    update(workspace, key, {
      declared: withElderAge({ ...declared, mapping: guess?.mapping ?? null }, draft),
      likely: guess?.likely ?? [],
      remembered: false,
    });
  } else update(workspace, key, { declared: 'mapping' in more ? withElderAge(declared, draft) : declared });
  void rereadImport(workspace, key, null, reopen);
}

/** Another column of elders may count them from another age: the plan is to follow it, unless the person says otherwise. */
function withElderAge(declared: Declaration, before: ImportDraft): Declaration {
  const header = declared.mapping?.columns['elders']?.[0] ?? '';
  if (header === before.declared.mapping?.columns['elders']?.[0]) return declared;
  return { ...declared, elderAge: before.source?.eldersFrom[header] ?? null };
}

/** Goes back from what was settled for an earlier file to what the columns seem to say. */
export function forgetRemembered(workspace: Workspace, key: number): void {
  changeImport(workspace, key, { mapping: null });
}

export function showImportStep(workspace: Workspace, key: number, step: ImportStep): void {
  update(workspace, key, { step });
}

/** Lets a file go; nothing of it is in the plan. */
export function cancelImport(workspace: Workspace, key: number): void {
  const draft = draftOf(workspace, key);
  if (!draft) return;
  draft.controller.abort();
  if (draft.source) void workspace.analysis.closeSource(draft.source.handle);
  workspace.store.setState(({ imports, importOpen }) => {
    const rest = imports.filter((other) => other.key !== key);
    return { imports: rest, importOpen: importOpen && rest.some(canBeSettled) };
  });
}

/**
 * Reads a draft as it is declared now, opening its files anew if asked to; a later change ends it. `step` says what to
 * show once it is read.
 */
export async function rereadImport(
  workspace: Workspace,
  key: number,
  step: ((draft: ImportDraft) => ImportStep) | null = null,
  reopen = false,
): Promise<void> {
  const before = draftOf(workspace, key);
  if (!before || (before.source === null && !reopen)) return;
  before.controller.abort();
  const controller = new AbortController();
  const job = { signal: controller.signal, onProgress: () => undefined };
  update(workspace, key, { reading: null, controller });
  try {
    await new Promise((resolve) => setTimeout(resolve, step === null ? WAIT_MS : 0));
    if (controller.signal.aborted) return;
    if (reopen) await openAnew(workspace, key, job);
    const draft = draftOf(workspace, key);
    if (!draft?.source || controller.signal.aborted) return;
    const { role } = draft.declared;
    if (role === 'streets' || role === null || draft.source.profiles.length === 0) {
      update(workspace, key, step === null ? {} : { step: step(draft) });
      return;
    }
    const reading = await readDraft(workspace, draft.source, draft.declared, job);
    if (controller.signal.aborted) return;
    update(workspace, key, { reading });
    const read = draftOf(workspace, key);
    if (read && step !== null) update(workspace, key, { step: step(read) });
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    workspace.store.setState(({ failures }) => ({
      failures: [...failures, { kind: 'read', file: before.files[0]!.name, message }],
    }));
  }
}

/** Opens a draft's files anew, by what is chosen now: another sheet, header line or encoding has other columns. */
async function openAnew(workspace: Workspace, key: number, job: Job): Promise<void> {
  const { analysis } = workspace;
  const draft = draftOf(workspace, key);
  if (!draft) return;
  const files = await Promise.all(draft.files.map(readSourceFile));
  const source = await analysis.openSource({ files, choice: draft.declared.choice }, job);
  if (job.signal.aborted) return;
  if (draft.source) void analysis.closeSource(draft.source.handle);
  const guess = guessOf({ ...draft, source });
  update(workspace, key, {
    source,
    declared: { ...draft.declared, mapping: draft.declared.mapping ?? guess?.mapping ?? null },
    likely: guess?.likely ?? [],
  });
}

function draftOf({ store }: Workspace, key: number): ImportDraft | undefined {
  return store.getState().imports.find((draft) => draft.key === key);
}

function update({ store }: Workspace, key: number, more: Partial<ImportDraft>): void {
  store.setState(({ imports }) => ({
    imports: imports.map((draft) => (draft.key === key ? { ...draft, ...more } : draft)),
  }));
}
