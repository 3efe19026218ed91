import { Button } from 'react-aria-components';
import { leavePool } from '../../actions/leave-pool.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Who shares in a pool, each to be looked at or taken out. */
export function PoolMembers({
  members,
  dropped,
}: {
  readonly members: readonly AreaId[];
  readonly dropped: ReadonlySet<AreaId>;
}) {
  const texts = useTexts();
  const { inspector: t, pools } = texts;
  const workspace = useWorkspace();
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  return (
    <section className="pool-note">
      <h3>{pools.members(formatNumber(members.length))}</h3>
      <ul>
        {members.map((member) => {
          const { class: kind = 'unknown', households, name } = areas.get(member) ?? {};
          return (
            <li key={member} className="pool-member">
              <AreaLink id={member} />{' '}
              <span className="muted">
                {texts.checks.areaClass[kind]}
                {texts.workspace.clauseSeparator}
                {households === undefined ? t.missing.households : t.households(formatNumber(households))}
              </span>
              {dropped.has(member) ? <span className="badge"> {t.pool.dropped}</span> : null}
              <Button
                className="button small quiet"
                aria-label={pools.takeOutOf(name ?? member)}
                onPress={() => void leavePool(workspace, member)}
              >
                {pools.takeOut}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
