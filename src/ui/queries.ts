import { useEffect, useMemo, useState } from 'react';
import {
  AnalysisCancelled,
  type AnalysisApi,
  type AreaExplanation,
  type AuditDigest,
  type CircleBand,
  type FacilityBooking,
  type WalkExplanation,
  type WalkStart,
} from '../analysis/api.ts';
import type { DataHealth } from '../core/checks/health/data-health.ts';
import type { DiagnosedSubject, Diagnosis } from '../core/checks/remedy.ts';
import type { PoolResult, UnbookedSpace } from '../core/checks/result.ts';
import type { LeaseTerm } from '../core/outlook/leases.ts';
import type { Outlook } from '../core/outlook/outlook.ts';
import type { PoolId } from '../core/plan/plan.ts';
import type { Issue } from '../core/issue.ts';
import { growUnitForest, type UnitForest } from '../state/unit-forest.ts';
import type { Progress } from '../core/progress.ts';
import { issuesOf, walkStartOf } from '../state/selectors.ts';
import { useWorkspace, useWorkspaceState } from './workspace-context.tsx';

/** Asks the analysis; the signal tells that the answer is no longer wanted. */
type Ask<T> = (question: string, signal: AbortSignal, digest: AuditDigest) => Promise<T>;

/**
 * An answer about the last audit, asked for again when the audit or the question changes. The former answer stays while
 * the same question is being asked of a new audit; null while nothing is known.
 */
function useAnswer<T>(question: string | null, ask: Ask<T>): T | null {
  const digest = useWorkspaceState((state) => state.digest);
  const [answer, setAnswer] = useState<{ question: string; digest: AuditDigest; value: T } | null>(null);
  useEffect(() => {
    if (question === null || digest === null) return undefined;
    const controller = new AbortController();
    ask(question, controller.signal, digest).then(
      (value) => {
        if (!controller.signal.aborted) setAnswer({ question, digest, value });
      },
      // A question that was overtaken or whose worker broke down has no answer; the failure is told elsewhere.
      () => undefined,
    );
    return () => controller.abort();
  }, [question, digest, ask]);
  return answer !== null && answer.question === question && digest !== null ? answer.value : null;
}

/** Undefined: not known yet. Null: the audit does not know the area. */
export function useAreaExplanation(id: string): AreaExplanation | null | undefined {
  const { analysis } = useWorkspace();
  return useWrapped(
    id,
    useMemo(() => (question: string) => analysis.explainArea(question), [analysis]),
  );
}

/** Undefined: not known yet. Null: no area is in such a pool. */
export function usePoolExplanation(id: PoolId): PoolResult | null | undefined {
  const { analysis } = useWorkspace();
  const member = useWorkspaceState(({ plan }) => {
    for (const area of plan.areas.values()) if (area.pool === id) return area.id;
    return null;
  });
  const ask = useMemo(
    () => async (question: string) => (question === '' ? null : ((await analysis.explainArea(question))?.pool ?? null)),
    [analysis],
  );
  return useWrapped(member ?? '', ask);
}

/** Why an area or a pool falls short and what would help. Undefined: not known yet. */
export function useDiagnoses(of: DiagnosedSubject): readonly Diagnosis[] | null | undefined {
  const { analysis } = useWorkspace();
  const ask = useMemo(
    () => (question: string, signal: AbortSignal) =>
      analysis.remedies(JSON.parse(question) as DiagnosedSubject, { signal, onProgress: () => {} }),
    [analysis],
  );
  return useWrapped(JSON.stringify(of), ask);
}

/** Undefined: not known yet. Null: there is no facility to walk to. */
export function useWalk(start: WalkStart): WalkExplanation | null | undefined {
  return useWrapped(JSON.stringify(start), useWalkQuestion());
}

/** The walk from what is selected; null while there is none to show. */
export function useSelectedWalk(): WalkExplanation | null {
  const start = useWorkspaceState(({ selection }) => JSON.stringify(walkStartOf(selection)));
  return useAnswer(start === 'null' ? null : start, useWalkQuestion());
}

const NO_BANDS: readonly CircleBand[] = [];

/** How far one walks to the selected facility, in thirds of the circle; empty while there is none to show. */
export function useSelectedBands(): readonly CircleBand[] {
  const { analysis } = useWorkspace();
  const id = useWorkspaceState(({ selection, layers }) =>
    selection?.kind === 'facility' && layers.circles.visible ? selection.id : null,
  );
  const ask = useMemo(() => (question: string) => analysis.facilityBands(question), [analysis]);
  return useAnswer(id, ask) ?? NO_BANDS;
}

function useWalkQuestion(): (question: string) => Promise<WalkExplanation | null> {
  const { analysis } = useWorkspace();
  return useMemo(() => (question) => analysis.explainWalk(JSON.parse(question) as WalkStart), [analysis]);
}

export function useFacilityBooking(id: string): FacilityBooking | null | undefined {
  const { analysis } = useWorkspace();
  return useWrapped(
    id,
    useMemo(() => (question: string) => analysis.explainFacility(question), [analysis]),
  );
}

/** An answer that may itself be null; undefined while it is not known. */
export function useWrapped<T>(question: string, ask: Ask<T | null>): T | null | undefined {
  const wrapped = useMemo(
    () =>
      async (asked: string, signal: AbortSignal, digest: AuditDigest): Promise<{ value: T | null }> => ({
        value: await ask(asked, signal, digest),
      }),
    [ask],
  );
  return useAnswer(question, wrapped)?.value;
}

/** Each audit is asked for its units once, however many panels show them. */
const FORESTS = new WeakMap<AuditDigest, Promise<UnitForest>>();

/** The administrative units as a tree, with their figures; null before the first audit. */
export function useUnitForest(): UnitForest | null {
  const { analysis } = useWorkspace();
  return useAnswer(
    'units',
    useMemo(
      () => (_question: string, _signal: AbortSignal, digest: AuditDigest) => {
        let forest = FORESTS.get(digest);
        if (forest === undefined) {
          forest = askForest(analysis, digest);
          FORESTS.set(digest, forest);
        }
        return forest;
      },
      [analysis],
    ),
  );
}

async function askForest(analysis: AnalysisApi, digest: AuditDigest): Promise<UnitForest> {
  const rollUp = await analysis.rollUp();
  const forest = rollUp === null ? null : growUnitForest(rollUp, digest);
  // The analysis is already at another plan: the audit of that one is on its way, and asks again.
  if (forest === null) throw new AnalysisCancelled();
  return forest;
}

export function useUnbooked(): readonly UnbookedSpace[] | null {
  const { analysis } = useWorkspace();
  return useAnswer(
    'unbooked',
    useMemo(() => () => analysis.unbooked(), [analysis]),
  );
}

/** What the data can and cannot bear; null while it is not known. */
export function useDataHealth(): DataHealth | null {
  const { analysis } = useWorkspace();
  return useAnswer(
    'health',
    useMemo(
      () => (_question: string, signal: AbortSignal) => analysis.dataHealth({ signal, onProgress: () => {} }),
      [analysis],
    ),
  );
}

/** The years ahead up to one; `progress` of the question under way, null where none is. */
export function useOutlook(until: number): { readonly outlook: Outlook | null; readonly progress: Progress | null } {
  const { analysis } = useWorkspace();
  const [progress, setProgress] = useState<Progress | null>(null);
  const ask = useMemo(
    () => (question: string, signal: AbortSignal) => {
      const report = (now: Progress | null): void => {
        if (!signal.aborted) setProgress(now);
      };
      const job = { signal, onProgress: report };
      return analysis.outlook({ until: Number(question) }, job).finally(() => report(null));
    },
    [analysis],
  );
  return { outlook: useAnswer(String(until), ask), progress };
}

/** What ends within some months, and who turns short for it; null while it is not known. */
export function useLeases(): readonly LeaseTerm[] | null {
  const { analysis } = useWorkspace();
  return useAnswer(
    'leases',
    useMemo(
      () => (_question: string, signal: AbortSignal) => analysis.leases({ signal, onProgress: () => {} }),
      [analysis],
    ),
  );
}

/** Every problem known. */
export function useIssues(): readonly Issue[] {
  const inputs = useWorkspaceState((state) => state.inputs);
  const imports = useWorkspaceState((state) => state.imports);
  const digest = useWorkspaceState((state) => state.digest);
  return useMemo(() => issuesOf({ inputs, imports, digest }), [inputs, imports, digest]);
}
