import { AnalysisCancelled, type AnalysisApi, type AuditDigest } from '../analysis/api.ts';
import { runJob } from './jobs.ts';
import type { PatchQueue } from './patch-queue.ts';
import { chosenStandard } from './selectors.ts';
import type { WorkspaceState } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Audits on request; the latest request wins and ends the one before it. */
export interface AuditRunner {
  request(): Promise<void>;
}

export function createAuditRunner(
  store: WorkspaceStore,
  analysis: Pick<AnalysisApi, 'audit' | 'hasStreets' | 'read'>,
  patches: PatchQueue,
  now: () => number,
): AuditRunner {
  let running: AbortController | null = null;

  /** Streets that another visit opened, or that were put aside for others since, are read again. */
  async function openStreets({ inputs }: WorkspaceState): Promise<void> {
    const streets = inputs.find(({ input }) => input.role === 'streets');
    if (streets === undefined || (await analysis.hasStreets(streets.input.sha256))) return;
    const { files, declared } = streets.source;
    const file = files[0]!;
    const job = { kind: 'read', file: file.name } as const;
    await runJob(store, job, running ?? new AbortController(), async (reading) => {
      const source = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const crs = declared.crs === null ? {} : { crs: declared.crs };
      await analysis.read({ files: [source], role: 'streets', ...crs }, reading, () => undefined);
    });
  }

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
        await openStreets(state);
        if (controller.signal.aborted) return;
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
