import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { chooseMany } from '../../actions/choose.ts';
import { dissolvePool } from '../../actions/dissolve-pool.ts';
import { formPool } from '../../actions/form-pool.ts';
import { facilitiesOfPool, membersOfPool } from '../../core/plan/pool-edits.ts';
import type { PoolResult } from '../../core/checks/result.ts';
import { chosenIds } from '../../state/chosen-ids.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PoolNeed } from '../pools/pool-need.tsx';
import { PoolReach } from '../pools/pool-reach.tsx';
import { useTriedPool } from '../pools/use-tried-pool.ts';
import { useDiagnoses, usePoolExplanation } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CheckCard } from './check-card.tsx';
import { InspectorHead } from './inspector.tsx';
import { MeasureCard } from './measure-card.tsx';
import { PoolMembers } from './pool-members.tsx';
import { VerdictBanner } from './verdict-banner.tsx';

/** A pool: who shares, what each brings into the need, and how all of it is judged together. */
export function PoolDetails({ id }: { readonly id: string }) {
  const texts = useTexts();
  const t = texts.inspector;
  const plan = useWorkspaceState((state) => state.plan);
  const members = useMemo(() => membersOfPool(plan, id).sort(), [plan, id]);
  const pool = usePoolExplanation(id);
  const tried = useTriedPool({ pool: id, members });
  const diagnoses = useDiagnoses({ pool: id });
  if (pool === undefined) return <p className="muted inspector-wait">{t.loading}</p>;
  if (pool === null) return <EmptyNote title={t.gone} />;
  const worst = pool.checks.find(({ verdict }) => verdict === 'short') ?? pool.checks[0];
  return (
    <>
      <InspectorHead kind={t.pool.kind} name={t.pool.title(id)} units="" />
      {worst === undefined ? null : <VerdictBanner verdict={worst.verdict} checks={pool.checks} />}
      <PoolMembers members={members} dropped={new Set(pool.dropped)} />
      {tried ? (
        <>
          <PoolNeed tried={tried} />
          <PoolReach tried={tried} />
        </>
      ) : null}
      <div className="check-cards">
        {pool.checks.map((check) => (
          <CheckCard key={check.check} check={check} of={{ eldersUncovered: null, households: null, diagnoses }} />
        ))}
      </div>
      <MeasureCard subject={{ kind: 'pool', id }} />
      <PoolActions pool={pool} />
    </>
  );
}

/** What can be done with a pool as a whole. */
function PoolActions({ pool: { id, members } }: { readonly pool: PoolResult }) {
  const { pools: t } = useTexts();
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const chosen = useWorkspaceState((state) => state.chosen);
  const joining = useMemo(
    () =>
      chosen.kind === 'area' ? chosenIds({ chosen, plan }).filter((area) => plan.areas.get(area)?.pool !== id) : [],
    [chosen, plan, id],
  );
  const facilities = facilitiesOfPool(plan, id);
  const m2 = facilities.reduce((sum, { floorAreaM2 = 0 }) => sum + floorAreaM2, 0);
  const count = formatNumber(members.length);
  return (
    <div className="pool-actions">
      {joining.length === 0 ? null : (
        <Button className="button small" onPress={() => void formPool(workspace, id, joining)}>
          {t.addChosen(formatNumber(joining.length))}
        </Button>
      )}
      <Button className="button small" onPress={() => chooseMany(workspace, 'area', members, 'instead')}>
        {t.chooseMembers}
      </Button>
      <Button className="button small" onPress={() => void dissolvePool(workspace, id)}>
        {t.dissolve}
      </Button>
      <p>
        {facilities.length === 0
          ? t.dissolveHelp(count)
          : t.dissolveHelpFacilities(count, formatNumber(facilities.length), formatNumber(m2))}
      </p>
    </div>
  );
}
