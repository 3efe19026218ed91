import type { SpreadReport } from '../analysis/api.ts';
import type { SpreadRequest } from '../core/population/spread.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Works out what a spread would do, and changes nothing. Stopped, it rejects with `AnalysisCancelled`. */
export async function previewSpread(
  { analysis, patches }: Workspace,
  request: SpreadRequest,
  signal: AbortSignal,
): Promise<SpreadReport> {
  await patches.flushed();
  return analysis.spreadPopulation(request, { signal, onProgress: () => undefined });
}

/** Does what was previewed, as one undoable step, and judges anew. False: the plan is another by now. */
export async function applySpread(workspace: Workspace, { planVersion, outcome }: SpreadReport): Promise<boolean> {
  if ('refused' in outcome || planVersion !== workspace.store.getState().planVersion) return false;
  commit(workspace, { kind: 'spread-population' }, outcome.change);
  await workspace.audits.request();
  return true;
}
