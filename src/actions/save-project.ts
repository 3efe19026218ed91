import { AnalysisCancelled, type AnalysisApi, type ProjectRequest } from '../analysis/api.ts';
import { EMPTY_DOCUMENT, type PlanDocument } from '../core/plan/document.ts';
import { documentDiff } from '../core/plan/document-diff.ts';
import { PROJECT_ENDING } from '../core/project/parts.ts';
import { chooseSavePlace } from '../files/choose-save-place.ts';
import { readSourceFile } from '../files/read-source-file.ts';
import { runJob } from '../state/jobs.ts';
import { pause } from '../state/pause.ts';
import { nameOfPlan } from '../state/project.ts';
import { chosenStandard, streetsInUse } from '../state/selectors.ts';
import { sliceDocumentChange } from '../state/slice-change.ts';
import type { Workspace } from '../state/workspace.ts';
import type { WorkspaceState } from '../state/workspace-state.ts';
import { textsFor } from '../text/texts.ts';

const FILE = { ending: PROJECT_ENDING, mediaType: 'application/x-yiquan' } as const;

/** Saves what is open as a project file: where it was saved before, or where the person says. `anew`: asks in any case. */
export async function saveProject({ store, analysis, time }: Workspace, anew = false): Promise<void> {
  if (store.getState().jobs.some(({ kind }) => kind === 'save')) return;
  const controller = new AbortController();
  try {
    const { savedTo } = store.getState().project;
    const place = await chooseSavePlace(fileName(store.getState()), FILE, anew ? null : savedTo);
    if (place === null) return;
    await runJob(store, { kind: 'save', file: place.name }, controller, async (job) => {
      const state = store.getState();
      const { document } = state;
      const request = await requestOf(state, new Date(time()).toISOString());
      await stage(analysis, document);
      const bytes = await analysis.writeProject(request, job);
      if (job.signal.aborted) return;
      await place.write(bytes);
      // Closing a project stops what is done for it.
      if (job.signal.aborted) return;
      store.setState(({ project }) => ({
        project: { ...project, savedTo: place.handle },
        saved: { document, file: place.name },
      }));
    });
  } catch (error) {
    if (error instanceof AnalysisCancelled || controller.signal.aborted) return;
    const message = error instanceof Error ? error.message : String(error);
    store.setState(({ failures, project }) => ({
      // The file may have been moved: the next time it is asked again.
      project: { ...project, savedTo: null },
      failures: [...failures, { kind: 'save', file: null, message }],
    }));
  }
}

async function requestOf(state: WorkspaceState, writtenAt: string): Promise<ProjectRequest> {
  const { project, asOf, standardId, inputs } = state;
  const source = streetsInUse(state)?.source;
  const crs = source?.declared.crs ?? null;
  return {
    name: project.name,
    madeUp: project.madeUp,
    asOf,
    standards: [chosenStandard(state)],
    standardId,
    inputs: inputs.map(({ input, issues, ids }) => ({ input, issues, ids })),
    streets: source ? { ...(await readSourceFile(source.files[0]!)), ...(crs === null ? {} : { crs }) } : null,
    writtenAt,
  };
}

/** Hands a document over in parts that are each quick to copy. */
async function stage(analysis: AnalysisApi, document: PlanDocument): Promise<void> {
  for (const [at, change] of sliceDocumentChange(documentDiff(EMPTY_DOCUMENT, document)).entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in order, a breath between any two
    await analysis.stageDocument({ change, first: at === 0 });
    // oxlint-disable-next-line no-await-in-loop -- see above
    await pause();
  }
}

/** Signs that no system takes in a name are left out. */
function fileName({ project, plan, inputs, preferences }: WorkspaceState): string {
  const { unnamed } = textsFor(preferences.language).projects;
  const name = (project.name ?? nameOfPlan(plan, inputs)).replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  return `${name === '' ? unnamed : name}${PROJECT_ENDING}`;
}
