import { AnalysisCancelled } from '../analysis/api.ts';
import { searchPools } from '../analysis/search-pools.ts';
import type { PoolReach } from '../core/siting/pools/pool-instance.ts';
import { runJob } from '../state/jobs.ts';
import { noteFailure } from '../state/note-failure.ts';
import type { PoolSearch } from '../state/pool-search.ts';
import { isOutOfDate } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';

/** Looks for pools of small new areas by an audit of the plan as it is, and shows the best so far all along. Stopped, that stays. */
export async function suggestPools(workspace: Workspace, reach: PoolReach): Promise<void> {
  const { store, analysis, audits, solver } = workspace;
  for (const { kind, controller } of store.getState().jobs) if (kind === 'pools') controller.abort();
  if (isOutOfDate(store.getState())) await audits.request();
  const { digest, plan } = store.getState();
  if (solver === null || digest === null) return;
  let shown: PoolSearch = { state: 'searching', found: null, reach, plan, stamp: digest.stamp };
  store.setState({ poolSearch: shown });
  const show = (part: Partial<PoolSearch>): void => {
    // A later search, or another project, has taken its place.
    if (store.getState().poolSearch !== shown) return;
    shown = { ...shown, ...part };
    store.setState({ poolSearch: shown });
  };
  const controller = new AbortController();
  try {
    await runJob(store, { kind: 'pools', file: null }, controller, async (job) => {
      const instance = await analysis.poolInstance(reach, job);
      const found = instance && (await searchPools(instance, solver, job, (best) => show({ found: best })));
      show({ state: controller.signal.aborted ? 'stopped' : 'done', found });
    });
  } catch (error) {
    show({ state: 'stopped' });
    if (error instanceof AnalysisCancelled) return;
    noteFailure(store, 'pools', error);
  }
}
