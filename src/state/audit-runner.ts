import { AnalysisCancelled, type AnalysisApi, type AuditDigest, type AuditRequest } from '../analysis/api.ts';
import type { Change } from '../core/plan/edit.ts';
import { runJob } from './jobs.ts';
import { noteFailure } from './note-failure.ts';
import type { PatchQueue } from './patch-queue.ts';
import { chosenStandard, streetsInUse } from './selectors.ts';
import type { WorkspaceState } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Audits on request; the latest request wins and ends the one before it. */
export interface AuditRunner {
  request(): Promise<void>;
  /**
   * Judges the plan as if a change had been made, as often as the analysis manages: one trial at a time, and of those asked
   * for meanwhile the last alone. A request ends it.
   */
  attempt(change: Change): void;
}

export function createAuditRunner(
  store: WorkspaceStore,
  analysis: Pick<AnalysisApi, 'audit' | 'hasStreets' | 'read'>,
  patches: PatchQueue,
  now: () => number,
): AuditRunner {
  let running: AbortController | null = null;
  let requested: Promise<void> = Promise.resolve();
  let trying: AbortController | null = null;
  /** The trial that is asked for and not begun. */
  let wanted: Change | null = null;

  /** Streets that another visit opened, or that were put aside for others since, are read again. */
  async function openStreets(state: WorkspaceState, controller: AbortController): Promise<void> {
    const streets = streetsInUse(state);
    // Those of the last audit are open: no need to ask.
    if (streets === null || streets.input.sha256 === state.digest?.stamp.streetsSha256) return;
    if (await analysis.hasStreets(streets.input.sha256)) return;
    const { files, declared } = streets.source;
    const file = files[0]!;
    const job = { kind: 'read', file: file.name } as const;
    await runJob(store, job, controller, async (reading) => {
      const source = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const crs = declared.crs === null ? {} : { crs: declared.crs };
      await analysis.read({ files: [source], role: 'streets', ...crs }, reading, () => undefined);
    });
  }

  function show(digest: AuditDigest, more: Partial<WorkspaceState> = {}): void {
    store.setState((before) => ({ digest: keepIds(before.digest, digest), ...more }));
  }

  function fail(error: unknown): void {
    noteFailure(store, 'audit', error);
  }

  function request(): Promise<void> {
    trying?.abort();
    trying = null;
    wanted = null;
    running?.abort();
    requested = auditPlan(new AbortController());
    return requested;
  }

  async function auditPlan(controller: AbortController): Promise<void> {
    running = controller;
    const asked = now();
    store.setState(({ failures }) => ({ failures: failures.filter(({ kind }) => kind !== 'audit') }));
    try {
      await runJob(store, { kind: 'audit', file: null }, controller, async (job) => {
        await patches.flushed();
        if (controller.signal.aborted) return;
        await openStreets(store.getState(), controller);
        if (controller.signal.aborted) return;
        const digest = await analysis.audit(requestOf(store.getState()), job);
        if (running === controller) show(digest, { auditMs: now() - asked });
      });
    } catch (error) {
      if (error instanceof AnalysisCancelled || controller.signal.aborted) return;
      fail(error);
    } finally {
      if (running === controller) running = null;
    }
  }

  function attempt(change: Change): void {
    wanted = change;
    if (trying === null) void attemptAll(new AbortController());
  }

  async function attemptAll(controller: AbortController): Promise<void> {
    trying = controller;
    const job = { signal: controller.signal, onProgress: () => {} };
    try {
      await requested;
      await patches.flushed();
      while (wanted !== null && !controller.signal.aborted) {
        const trial = wanted;
        const began = now();
        wanted = null;
        // oxlint-disable-next-line no-await-in-loop -- one after another is the point
        const digest = await analysis.audit({ ...requestOf(store.getState()), trial }, job);
        if (controller.signal.aborted) return;
        show(digest);
        // As long again for the page and the map, which would else never get to show a trial before the next.
        // oxlint-disable-next-line no-await-in-loop -- as above
        await rest(now() - began);
      }
    } catch (error) {
      if (!(error instanceof AnalysisCancelled || controller.signal.aborted)) fail(error);
    } finally {
      if (trying === controller) trying = null;
    }
  }

  return { request, attempt };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function requestOf(state: WorkspaceState): AuditRequest {
  return {
    planVersion: state.planVersion,
    standard: chosenStandard(state),
    asOf: state.asOf,
    inputs: state.inputs.map(({ input }) => input),
    inputIssues: state.inputs.flatMap(({ issues }) => issues),
  };
}

/** The digest with the list of ids it had before where that says the same: what hangs on the ids alone need not be made anew. */
function keepIds(before: AuditDigest | null, { areaIds, ...found }: AuditDigest): AuditDigest {
  const same = before?.areaIds.length === areaIds.length && areaIds.every((id, a) => id === before.areaIds[a]);
  return { ...found, areaIds: same ? before.areaIds : areaIds };
}
