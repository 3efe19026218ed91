import { AnalysisCancelled, type AnalysisApi, type AuditDigest } from '../analysis/api.ts';
import { runJob } from './jobs.ts';
import type { PatchQueue } from './patch-queue.ts';
import { chosenStandard } from './selectors.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Audits on request; the latest request wins and ends the one before it. */
export interface AuditRunner {
  request(): Promise<void>;
}

export function createAuditRunner(
  store: WorkspaceStore,
  analysis: Pick<AnalysisApi, 'audit'>,
  patches: PatchQueue,
  now: () => number,
): AuditRunner {
  let running: AbortController | null = null;

  async function request(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const asked = now();
    store.setState(({ failures }) => ({ failures: failures.filter(({ kind }) => kind !== 'audit') }));
    try {
      await runJob(store, { kind: 'audit', file: null }, controller, async (job) => {
        await patches.flushed();
        if (controller.signal.aborted) return;
        const state = store.getState();
        const digest = await analysis.audit(
          {
            planVersion: state.planVersion,
            standard: chosenStandard(state),
            asOf: state.asOf,
            inputs: state.inputs.map(({ input }) => input),
            inputIssues: state.inputs.flatMap(({ issues }) => issues),
          },
          job,
        );
        if (running !== controller) return;
        store.setState((before) => ({ digest: keepIds(before.digest, digest), auditMs: now() - asked }));
      });
    } catch (error) {
      if (error instanceof AnalysisCancelled || controller.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      store.setState(({ failures }) => ({ failures: [...failures, { kind: 'audit', file: null, message }] }));
    } finally {
      if (running === controller) running = null;
    }
  }

  return { request };
}

/** The digest with the list of ids it had before where that says the same: what hangs on the ids alone need not be made anew. */
function keepIds(before: AuditDigest | null, { areaIds, ...found }: AuditDigest): AuditDigest {
  const same = before?.areaIds.length === areaIds.length && areaIds.every((id, a) => id === before.areaIds[a]);
  return { ...found, areaIds: same ? before.areaIds : areaIds };
}
