import type { TriedMember, TriedPool } from '../../core/siting/pools/try-pool.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** What each member brings into a pool, a line each that a pocket calculator can follow, and what that comes to. */
export function PoolNeed({ tried }: { readonly tried: TriedPool }) {
  const { pools: t } = useTexts();
  const { members, needM2, leastUnitM2, unitM2, smallHouseholds } = tried;
  const households = members.reduce((sum, member) => sum + (member.households ?? 0), 0);
  return (
    <section className="pool-part">
      <h3>{t.need}</h3>
      <ul>
        {members.map((member) => (
          <MemberNeed key={member.area} member={member} limit={smallHouseholds} />
        ))}
      </ul>
      <p className="pool-total number">
        {needM2 === null ? t.needTotalUnknown : t.needTotal(formatNumber(households), formatNumber(needM2))}
      </p>
      {needM2 === null || unitM2 === null ? null : (
        <p className="hint">
          {leastUnitM2 === null
            ? t.unitBuilt(formatNumber(needM2))
            : t.unit(formatNumber(leastUnitM2), formatNumber(needM2), formatNumber(unitM2))}
        </p>
      )}
    </section>
  );
}

function MemberNeed({ member, limit }: { readonly member: TriedMember; readonly limit: number | null }) {
  const { pools: t, inspector, reasons } = useTexts();
  const started = useWorkspaceState((state) => settingsInUse(state).per_hundred === 'started');
  const { area, households, rate, needM2, whyNone, notSmall, dropped, leaves } = member;
  const sum = started ? inspector.sum.householdsStarted : inspector.sum.households;
  return (
    <li>
      <AreaLink id={area} />
      <span className="number">
        {whyNone !== null
          ? `${t.noNeed} ${reasons.reason[whyNone]}`
          : households === null || rate === null || needM2 === null
            ? t.needUnknown
            : sum(formatNumber(households), formatNumber(rate), formatNumber(needM2))}
      </span>
      {notSmall && limit !== null ? <span className="pool-warning">{t.notSmall(formatNumber(limit))}</span> : null}
      {dropped ? <span className="pool-warning">{t.dropped}</span> : null}
      {leaves === null ? null : <span className="pool-warning">{t.leaves(leaves)}</span>}
    </li>
  );
}
