import { useEffect, useState } from 'react';
import { previewSpread } from '../../actions/spread-population.ts';
import { AnalysisCancelled, type SpreadReport } from '../../analysis/api.ts';
import type { SpreadRequest } from '../../core/population/spread.ts';
import { useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

export type SpreadReportState =
  | { readonly state: 'working' }
  | { readonly state: 'ready'; readonly report: SpreadReport }
  | { readonly state: 'failed'; readonly message: string };

/** What a spread would do to the plan as it stands; asked anew when either changes, the earlier question ended. */
export function useSpreadReport(request: SpreadRequest): SpreadReportState {
  const workspace = useWorkspace();
  const planVersion = useWorkspaceState((state) => state.planVersion);
  const [answer, setAnswer] = useState<{ of: SpreadRequest; version: number; report: SpreadReportState } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const tell = (report: SpreadReportState): void => {
      if (!controller.signal.aborted) setAnswer({ of: request, version: planVersion, report });
    };
    previewSpread(workspace, request, controller.signal).then(
      (report) => tell({ state: 'ready', report }),
      (error: unknown) => {
        if (error instanceof AnalysisCancelled) return;
        tell({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => controller.abort();
  }, [workspace, request, planVersion]);
  return answer?.of === request && answer.version === planVersion ? answer.report : { state: 'working' };
}
