import { AnalysisCancelled, type Job } from '../analysis/api.ts';
import type { Issue } from '../core/issue.ts';
import { applyToDocument, EMPTY_DOCUMENT, type DocumentChange } from '../core/plan/document.ts';
import type { InputFile } from '../core/checks/result.ts';
import { whyProjectTooLarge } from '../core/project/read-project.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import type { ComparedPlan, DocumentSource } from '../state/compare/compare-side.ts';
import type { Replayed } from '../state/journal.ts';
import { runJob } from '../state/jobs.ts';
import type { KeptProject } from '../state/project.ts';
import type { Version } from '../state/versions.ts';
import { formatDateTime } from '../text/numbers.ts';
import type { Workspace } from '../state/workspace.ts';

/** What can be read for a comparison, beside tables: how the project stood before, or another one. */
export type ComparedSource =
  | { readonly kind: 'version'; readonly version: Version }
  | { readonly kind: 'kept'; readonly project: KeptProject }
  | { readonly kind: 'file'; readonly file: File };

/** `of` null: the file is refused, the issues say why. */
export type ComparedDocument = { readonly of: ComparedPlan } | { readonly of: null; readonly issues: readonly Issue[] };

/**
 * Reads a document for a comparison alone, as the plan that it shows; what is open stays as it is. Rejects with
 * `AnalysisCancelled` where it was stopped.
 */
export function readComparedDocument(workspace: Workspace, source: ComparedSource): Promise<ComparedDocument> {
  const named = { kind: 'read', file: nameOf(source) } as const;
  return runJob(workspace.store, named, new AbortController(), async (job) => {
    const read = await readDocument(workspace, source, job);
    if (job.signal.aborted) throw new AnalysisCancelled();
    return read;
  });
}

function nameOf(source: ComparedSource): string {
  if (source.kind === 'file') return source.file.name;
  return source.kind === 'kept' ? source.project.shownName : formatDateTime(source.version.at);
}

async function readDocument(workspace: Workspace, source: ComparedSource, job: Job): Promise<ComparedDocument> {
  const { keeper } = workspace;
  if (source.kind === 'file') return readFile(workspace, source.file, job);
  if (source.kind === 'version') {
    const stood = await keeper.asOf(source.version.seq);
    return replayed(stood, { kind: 'version', at: source.version.at, streets: streetsHash(stood.inputs) });
  }
  const stands = await keeper.peek(source.project);
  const { shownName } = source.project;
  return replayed(stands, { kind: 'project', name: shownName, streets: streetsHash(stands.inputs) });
}

function replayed({ document }: Replayed, from: DocumentSource): ComparedDocument {
  return { of: { kind: 'document', from, document, shown: document.shown } };
}

async function readFile({ analysis }: Workspace, file: File, job: Job): Promise<ComparedDocument> {
  const tooLarge = whyProjectTooLarge(file.name, file.size);
  if (tooLarge) return { of: null, issues: [tooLarge] };
  const change: DocumentChange[] = [];
  const request = { file: await readSourceFile(file), openStreets: false };
  const { project, issues } = await analysis.readProject(request, job, (part) => void change.push(part));
  if (project === null) return { of: null, issues };
  const document = applyToDocument(EMPTY_DOCUMENT, change.flat());
  const from: DocumentSource = { kind: 'project', name: file.name, streets: streetsHash(project.inputs) };
  return { of: { kind: 'document', from, document, shown: document.shown } };
}

function streetsHash(inputs: readonly { readonly input: InputFile }[]): string | null {
  return inputs.find(({ input }) => input.role === 'streets')?.input.sha256 ?? null;
}
