import { selectAndShow } from '../../actions/select.ts';
import type { PlaceWalk } from '../../core/siting/pools/pool-places.ts';
import type { TriedPool } from '../../core/siting/pools/try-pool.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { AreaLink } from '../parts/place-links.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { placeWords } from './place-words.ts';

/** Where a pool's unit could stand so that the members walk there, and how far each would. */
export function PoolReach({ tried }: { readonly tried: TriedPool }) {
  const texts = useTexts();
  const t = texts.pools;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const { members, circleM, place: chosen } = tried;
  const circle = formatNumber(circleM, 0);
  if (chosen === null) {
    return (
      <section className="pool-part">
        <h3>{t.reach}</h3>
        <p className="pool-warning">{t.noPlace(circle)}</p>
      </section>
    );
  }
  const { place, walks } = chosen;
  return (
    <section className="pool-part">
      <h3>{t.reach}</h3>
      <p>
        <button
          type="button"
          className="link"
          onClick={() => selectAndShow(workspace, { kind: 'place', id: place.at.join(','), at: place.at })}
        >
          {t.place(placeWords(place, plan, texts))}
        </button>
      </p>
      <ul>
        {members.map(({ area }, i) => (
          <li key={area}>
            <VerdictMark verdict={walks[i] === null ? 'short' : 'met'} size={12} /> <AreaLink id={area} />
            <span className="number">{walkWords(walks[i] ?? null, circle, texts)}</span>
          </li>
        ))}
      </ul>
      {walks.includes(null) ? <p className="pool-warning">{t.notAll}</p> : null}
    </section>
  );
}

/** One member's walk in words. */
export function walkWords(walk: PlaceWalk | null, circle: string, { pools: t }: Texts): string {
  if (walk === null) return t.walkNone(circle);
  const share = formatShare(walk.share);
  return walk.medianM === null ? t.walkFar(share) : t.walk(formatNumber(walk.medianM, 0), share);
}
