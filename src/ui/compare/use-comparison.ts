import { useEffect, useState } from 'react';
import { compareSides } from '../../actions/compare-sides.ts';
import { AnalysisCancelled, type ComparisonReport } from '../../analysis/api.ts';
import type { ComparedSides } from '../../state/compare/compare-side.ts';
import { useWorkspace } from '../workspace-context.tsx';

/** A comparison that came to its end, and of what it is. */
export interface Compared {
  readonly sides: ComparedSides;
  readonly report: ComparisonReport;
}

/** How a comparison ended that has no result. `failure` null: the person stopped it. */
interface Ended {
  readonly sides: ComparedSides;
  readonly failure: string | null;
}

export interface ComparisonRun {
  /** The last that came to its end, which stays while another runs; null: none yet. */
  readonly compared: Compared | null;
  /** Null: it runs, or has its result. */
  readonly ended: Ended | null;
}

/** Compares the sides, and anew when they are others; what still runs then is ended. */
export function useComparison(sides: ComparedSides): ComparisonRun {
  const workspace = useWorkspace();
  const [compared, setCompared] = useState<Compared | null>(null);
  const [ended, setEnded] = useState<Ended | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    let current = true;
    compareSides(workspace, sides, controller).then(
      (report) => {
        if (current) setCompared({ sides, report });
      },
      (error: unknown) => {
        if (!current) return;
        const failure = error instanceof Error ? error.message : String(error);
        setEnded({ sides, failure: error instanceof AnalysisCancelled ? null : failure });
      },
    );
    return () => {
      current = false;
      controller.abort();
    };
  }, [workspace, sides]);
  return { compared, ended: ended?.sides === sides ? ended : null };
}
