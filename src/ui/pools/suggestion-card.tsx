import { Button } from 'react-aria-components';
import { showSuggestion } from '../../actions/show-suggestion.ts';
import { reaches } from '../../core/units.ts';
import type { SuggestedPool } from '../../core/siting/pools/suggest-pools.ts';
import { countedWalkM } from '../../core/siting/pools/pool-places.ts';
import type { SuggestionState } from '../../state/pool-search.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { placeWords } from './place-words.ts';
import { walkWords } from './pool-reach.tsx';

/** One suggested pool: who, why, where; to be looked at on the map and accepted. */
export function SuggestionCard({
  pool,
  state,
  onAccept,
}: {
  readonly pool: SuggestedPool;
  readonly state: SuggestionState;
  readonly onAccept: () => void;
}) {
  const texts = useTexts();
  const t = texts.pools.suggestions;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((whole) => whole.plan);
  return (
    <li className="suggestion" data-state={state}>
      <h3>
        {pool.members.map(({ area }, i) => (
          <span key={area}>
            {i === 0 ? '' : texts.workspace.listSeparator}
            <AreaLink id={area} />
          </span>
        ))}
      </h3>
      {reasonsOf(pool, plan, texts).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="suggestion-buttons">
        <Button className="button small" onPress={() => showSuggestion(workspace, pool)}>
          {t.show}
        </Button>
        {state === 'open' ? (
          <Button className="button small primary" onPress={onAccept}>
            {t.accept}
          </Button>
        ) : (
          <span className="badge">{t[state]}</span>
        )}
      </div>
    </li>
  );
}

/** Why the pool is suggested, in words that a pocket calculator can follow. */
function reasonsOf(
  { members, needM2, unitM2, aloneM2, place }: SuggestedPool,
  plan: Plan,
  texts: Texts,
): readonly string[] {
  const t = texts.pools.suggestions;
  const needs = members.map((member) => formatNumber(member.needM2)).join(texts.inspector.sum.plus);
  const farthest = members.reduce((far, one) => (countedWalkM(one.walk) > countedWalkM(far.walk) ? one : far));
  const unit = formatNumber(unitM2);
  return [
    t.need(needs, formatNumber(needM2)),
    reaches(needM2, unitM2) ? t.enough(unit) : t.least(unit),
    t.saving(formatNumber(members.length), formatNumber(aloneM2), formatNumber(aloneM2 - unitM2)),
    t.place(placeWords(place, plan, texts)),
    t.farthest(plan.areas.get(farthest.area)?.name ?? farthest.area, walkWords(farthest.walk, '', texts)),
  ];
}
