import { useMemo } from 'react';
import type { PoolQuestion, TriedPool } from '../../core/siting/pools/try-pool.ts';
import { useWrapped } from '../queries.ts';
import { useWorkspace } from '../workspace-context.tsx';

/** How a pool of these members would be judged. Undefined: not known yet. Null: it has no members. */
export function useTriedPool(question: PoolQuestion): TriedPool | null | undefined {
  const { analysis } = useWorkspace();
  const ask = useMemo(
    () => (asked: string, signal: AbortSignal) =>
      analysis.tryPool(JSON.parse(asked) as PoolQuestion, { signal, onProgress: () => {} }),
    [analysis],
  );
  return useWrapped(JSON.stringify(question), ask);
}
