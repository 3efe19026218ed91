import { Button } from 'react-aria-components';
import { cancelWork } from '../../actions/cancel-work.ts';
import { suggestPools } from '../../actions/suggest-pools.ts';
import type { PoolSuggestions } from '../../core/siting/pools/suggest-pools.ts';
import { gapOf } from '../../core/siting/solver/solution.ts';
import type { PoolSearch } from '../../state/pool-search.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** How far the search has come, what it found in three figures, and whether that is proved to be the best. */
export function SearchState({ search, outdated }: { readonly search: PoolSearch; readonly outdated: boolean }) {
  const texts = useTexts();
  const t = texts.pools.suggestions;
  const workspace = useWorkspace();
  const job = useWorkspaceState(({ jobs }) => jobs.find(({ kind }) => kind === 'pools')?.id);
  const { found, state } = search;
  return (
    <>
      <div role="status" className="search-state">
        {said(search, texts).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {outdated ? <p className="pool-warning">{t.outdated}</p> : null}
      </div>
      {found === null || found.pools.length === 0 ? null : <Totals found={found} />}
      {state === 'searching' ? (
        <Button className="button small" onPress={() => cancelWork(workspace, job)}>
          {t.stop}
        </Button>
      ) : (
        <Button className="button small" onPress={() => void suggestPools(workspace, search.reach)}>
          {t.again}
        </Button>
      )}
    </>
  );
}

function said({ found, state }: PoolSearch, { pools: { suggestions: t, searching } }: Texts): readonly string[] {
  if (found === null) return [state === 'searching' ? searching : state === 'done' ? t.noRule : t.stopped];
  const { parts, pools, left, status, totalM2, boundM2 } = found;
  const lines: string[] = [];
  if (state === 'searching') lines.push(t.working(formatNumber(parts.done), formatNumber(parts.total)));
  if (state === 'stopped') lines.push(t.stopped);
  if (pools.length === 0) return [...lines, ...(state === 'done' ? [left.length === 0 ? t.nobody : t.none] : [])];
  if (status === 'optimal') return [...lines, t.optimal];
  const gap = formatShare(gapOf(totalM2, boundM2) ?? 0);
  return [...lines, t.feasible(formatNumber(totalM2), formatNumber(boundM2), gap)];
}

function Totals({ found: { aloneM2, totalM2 } }: { readonly found: PoolSuggestions }) {
  const { pools, inspector } = useTexts();
  const t = pools.suggestions;
  const figures = [
    [t.alone, aloneM2],
    [t.pooled, totalM2],
    [t.saved, aloneM2 - totalM2],
  ] as const;
  return (
    <dl className="pool-totals">
      {figures.map(([name, m2]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">
            {formatNumber(m2)}
            {inspector.unitM2}
          </dd>
        </div>
      ))}
    </dl>
  );
}
