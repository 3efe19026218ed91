import { useEffect, useState } from 'react';
import type { AuditDigest } from '../../analysis/api.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { buildSearchIndex, type SearchIndex } from '../../state/search-index.ts';
import { useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

interface Built {
  readonly plan: Plan;
  readonly digest: AuditDigest | null;
  readonly index: SearchIndex;
}

/** What can be searched, gathered only once somebody searches; null while it is being gathered. */
export function useSearchIndex(wanted: boolean): SearchIndex | null {
  const { analysis } = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const digest = useWorkspaceState((state) => state.digest);
  const [built, setBuilt] = useState<Built | null>(null);
  const current = built !== null && built.plan === plan && built.digest === digest ? built.index : null;
  const missing = wanted && current === null;
  useEffect(() => {
    if (!missing) return undefined;
    const controller = new AbortController();
    const gather = async (): Promise<void> => {
      // The audit knows units that have no row of their own: areas name them.
      const units = digest === null ? [...plan.units.values()] : ((await analysis.rollUp())?.units ?? []);
      const index = await buildSearchIndex(plan, units, controller.signal);
      if (index !== null && !controller.signal.aborted) setBuilt({ plan, digest, index });
    };
    // An analysis that broke down is told of by whoever asked it to judge; nothing is found meanwhile.
    gather().catch(() => undefined);
    return () => controller.abort();
  }, [missing, analysis, plan, digest]);
  return current;
}
