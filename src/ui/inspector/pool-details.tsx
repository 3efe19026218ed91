import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { useDiagnoses, usePoolExplanation } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { CheckCard } from './check-card.tsx';
import { InspectorHead } from './inspector.tsx';
import { MeasureCard } from './measure-card.tsx';
import { VerdictBanner } from './verdict-banner.tsx';

/** A pool: who shares, what each brings into the need, and how all of it is judged together. */
export function PoolDetails({ id }: { readonly id: string }) {
  const texts = useTexts();
  const t = texts.inspector;
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const pool = usePoolExplanation(id);
  const diagnoses = useDiagnoses({ pool: id });
  if (pool === undefined) return <p className="muted inspector-wait">{t.loading}</p>;
  if (pool === null) return <EmptyNote title={t.gone} />;
  const worst = pool.checks.find(({ verdict }) => verdict === 'short') ?? pool.checks[0];
  const dropped = new Set(pool.dropped);
  return (
    <>
      <InspectorHead kind={t.pool.kind} name={t.pool.title(id)} units="" />
      {worst === undefined ? null : <VerdictBanner verdict={worst.verdict} checks={pool.checks} />}
      <section className="pool-note">
        <h3>{t.pool.members}</h3>
        <ul>
          {pool.members.map((member) => {
            const { class: kind = 'unknown', households } = areas.get(member) ?? {};
            return (
              <li key={member}>
                <AreaLink id={member} />{' '}
                <span className="muted">
                  {texts.checks.areaClass[kind]}
                  {texts.workspace.clauseSeparator}
                  {households === undefined ? t.missing.households : t.households(formatNumber(households))}
                </span>
                {dropped.has(member) ? <span className="badge"> {t.pool.dropped}</span> : null}
              </li>
            );
          })}
        </ul>
      </section>
      <div className="check-cards">
        {pool.checks.map((check) => (
          <CheckCard key={check.check} check={check} of={{ eldersUncovered: null, households: null, diagnoses }} />
        ))}
      </div>
      <MeasureCard subject={{ kind: 'pool', id }} />
    </>
  );
}
