import { useState } from 'react';
import { Button } from 'react-aria-components';
import { acceptPools } from '../../actions/accept-pools.ts';
import { suggestPools } from '../../actions/suggest-pools.ts';
import { POOL_REACHES, type PoolReach } from '../../core/siting/pools/pool-instance.ts';
import type { PoolSuggestions as Found } from '../../core/siting/pools/suggest-pools.ts';
import { isSearchOutdated } from '../../state/is-search-outdated.ts';
import { suggestionState, type PoolSearch } from '../../state/pool-search.ts';
import { formatNumber } from '../../text/numbers.ts';
import { breakEvenOf } from '../inspector/break-even.ts';
import { InspectorHead } from '../inspector/inspector.tsx';
import { Choice } from '../parts/choice.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { SearchState } from './search-state.tsx';
import { SuggestionCard } from './suggestion-card.tsx';

/** Pools that would take the least m² in total: looked for on request, each with its reason, taken one by one or all at once. */
export function PoolSuggestions() {
  const texts = useTexts();
  const t = texts.pools.suggestions;
  const workspace = useWorkspace();
  const search = useWorkspaceState((state) => state.poolSearch);
  const state = useWorkspaceState((whole) => whole);
  const [reach, setReach] = useState<PoolReach>(search?.reach ?? 'whole');
  const rule = breakEvenOf(state);
  const count = search?.found?.pools.length ?? 0;
  return (
    <>
      <InspectorHead kind={t.kind} name={count > 0 ? t.title(formatNumber(count)) : t.titleNone} units="" />
      <section className="pool-part">
        {rule === null ? null : (
          <p className="muted">{t.lead(formatNumber(rule.households), formatNumber(rule.singleUnitM2))}</p>
        )}
        <Choice
          label={t.reachLabel}
          value={reach}
          options={POOL_REACHES.map((id) => ({ id, text: t.reach[id], note: t.reachHelp[id] }))}
          onChange={(next) => {
            setReach(next);
            if (search !== null) void suggestPools(workspace, next);
          }}
        />
        {search === null ? (
          <Button className="button primary" onPress={() => void suggestPools(workspace, reach)}>
            {t.start}
          </Button>
        ) : (
          <SearchState search={search} outdated={isSearchOutdated(state)} />
        )}
      </section>
      {search === null || search.found === null ? null : <Suggested search={search} found={search.found} />}
    </>
  );
}

function Suggested({ search, found }: { readonly search: PoolSearch; readonly found: Found }) {
  const texts = useTexts();
  const t = texts.pools.suggestions;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const [withUnits, setWithUnits] = useState(true);
  const { pools, left } = found;
  const open = pools.filter((pool) => suggestionState(pool, search.plan, plan) === 'open');
  return (
    <>
      {pools.length === 0 ? null : (
        <div className="pool-actions">
          <SwitchRow selected={withUnits} onChange={setWithUnits}>
            {t.withUnits}
          </SwitchRow>
          <Button
            className="button"
            isDisabled={open.length === 0}
            onPress={() => void acceptPools(workspace, open, withUnits, texts)}
          >
            {t.acceptAll(formatNumber(open.length))}
          </Button>
        </div>
      )}
      <ul className="suggestions">
        {pools.map((pool) => (
          <SuggestionCard
            key={pool.members.map(({ area }) => area).join(' ')}
            pool={pool}
            state={suggestionState(pool, search.plan, plan)}
            onAccept={() => void acceptPools(workspace, [pool], withUnits, texts)}
          />
        ))}
      </ul>
      {left.length === 0 ? null : (
        <details className="more">
          <summary>{t.left(formatNumber(left.length))}</summary>
          <ul className="left-areas">
            {left.map(({ area, reason }) => (
              <li key={area}>
                <AreaLink id={area} />
                <span className="muted">{t.reason[reason]}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
