import { AnalysisCancelled, type ProjectReport } from '../analysis/api.ts';
import type { DocumentChange } from '../core/plan/document.ts';
import { PROJECT_ENDING } from '../core/project/parts.ts';
import { looksLikeProject, whyProjectTooLarge } from '../core/project/read-project.ts';
import type { Issue } from '../core/issue.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { NOTHING_DECLARED } from '../state/import-draft.ts';
import { runJob } from '../state/jobs.ts';
import { ownStandards, standardsWith } from '../state/own-standards.ts';
import { noteFailure } from '../state/note-failure.ts';
import { NEW_PROJECT } from '../state/project.ts';
import { commitDocument, type Workspace } from '../state/workspace.ts';
import type { OpenedInput } from '../state/workspace-state.ts';
import { closeProject } from './close-project.ts';
import { isKeptFirst } from './is-kept-first.ts';
import { setAside } from './set-aside.ts';

/** Bytes that tell a project file from another. */
const LOOK_BYTES = 64;

/** Whether a file is to be opened as a project: by its name, or by how it begins. */
export async function isProjectFile(file: File): Promise<boolean> {
  if (file.name.toLowerCase().endsWith(PROJECT_ENDING)) return true;
  return looksLikeProject(new Uint8Array(await file.slice(0, LOOK_BYTES).arrayBuffer()));
}

/**
 * Opens a project file in place of what is open, which stays on the device, as a project of its own. A file that is refused
 * changes nothing: it is looked at whole before anything is closed.
 */
export async function openProjectFile(workspace: Workspace, file: File): Promise<void> {
  const tooLarge = whyProjectTooLarge(file.name, file.size);
  const read = tooLarge ? { issues: [tooLarge] } : await readProject(workspace, file);
  if (read === null) return;
  if (!('opened' in read)) {
    setAside(workspace, { files: [file], declared: NOTHING_DECLARED, source: null, issues: read.issues });
    return;
  }
  if (!isKeptFirst(workspace, file.name)) return;
  await closeProject(workspace);
  const { project, change, inputs } = read.opened;
  const own = ownStandards(workspace.shipped.standards, project.standards);
  workspace.store.setState({
    project: { ...NEW_PROJECT, name: project.name, madeUp: project.madeUp, standards: own },
    standards: standardsWith(workspace.shipped.standards, own),
    standardId: project.standardId,
    asOf: project.asOf,
  });
  commitDocument(workspace, { kind: 'open-project', file: file.name }, change, inputs);
}

interface Opened {
  readonly project: NonNullable<ProjectReport['project']>;
  readonly change: DocumentChange;
  readonly inputs: readonly OpenedInput[];
}

/** Null: it was stopped, or failed, of which a notice tells. */
async function readProject(
  { store, analysis }: Workspace,
  file: File,
): Promise<{ readonly opened: Opened } | { readonly issues: readonly Issue[] } | null> {
  const controller = new AbortController();
  try {
    return await runJob(store, { kind: 'read', file: file.name }, controller, async (job) => {
      const change: DocumentChange[] = [];
      const request = { file: await readSourceFile(file), openStreets: true };
      const report = await analysis.readProject(request, job, (part) => void change.push(part));
      if (job.signal.aborted) return null;
      const { project, issues } = report;
      if (project === null) return { issues };
      return { opened: { project, change: change.flat(), inputs: inputsOf(project, report) } };
    });
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return null;
    noteFailure(store, 'read', error, file.name);
    return null;
  }
}

/** The files themselves are not in a project file, but for streets: those are read again in another visit. */
function inputsOf({ inputs }: Opened['project'], { bytes, streets }: ProjectReport): OpenedInput[] {
  return inputs.map(({ input, issues, ids }) => {
    const ofStreets = input.role === 'streets' && bytes !== null;
    return {
      input,
      issues,
      ids,
      streets: ofStreets ? streets : null,
      source: {
        files: ofStreets ? [new File([bytes], input.file)] : [],
        declared: { ...NOTHING_DECLARED, role: input.role },
      },
    };
  });
}
