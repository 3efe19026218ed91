import type { AreaResult, PoolResult } from '../../core/checks/result.ts';
import type { Area, EstimatedFigure } from '../../core/plan/plan.ts';
import { unitNamesOf } from '../../state/unit-names.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { RecordActions } from '../forms/record-actions.tsx';
import { RecordForm } from '../forms/record-form.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { AreaLink, PoolLink } from '../parts/place-links.tsx';
import { markOf, weave } from '../parts/weave.tsx';
import { useAreaExplanation, useDiagnoses } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { CheckCard } from './check-card.tsx';
import { EstimateNote } from './estimate-note.tsx';
import { ExtraColumnList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';
import { MeasureCard } from './measure-card.tsx';
import { VerdictBanner } from './verdict-banner.tsx';

/** A residential area: who lives there, how it is judged, and every figure of it. */
export function AreaDetails({ id }: { readonly id: string }) {
  const { inspector: t } = useTexts();
  const area = useWorkspaceState(({ plan }) => plan.areas.get(id));
  const editing = useWorkspaceState((state) => state.editing);
  const digest = useWorkspaceState((state) => state.digest);
  const explanation = useAreaExplanation(id);
  const diagnoses = useDiagnoses({ area: id });
  if (area === undefined) return <EmptyNote title={t.gone} />;
  const units = unitNamesOf(digest, area).join(' / ');
  return (
    <>
      <InspectorHead kind={t.areaKind} name={area.name ?? area.id} units={units} stepping />
      {editing ? <RecordForm table="areas" id={id} /> : <AreaFacts area={area} />}
      {explanation === undefined || explanation === null ? (
        <p className="muted inspector-wait">{t.loading}</p>
      ) : (
        <>
          <VerdictBanner verdict={explanation.area.verdict} checks={explanation.area.checks} />
          {explanation.pool === null ? null : <PoolNote pool={explanation.pool} self={id} />}
          <AreaChecks result={explanation.area} area={area} diagnoses={diagnoses} />
        </>
      )}
      <MeasureCard subject={{ kind: 'area', id }} />
      <ExtraColumnList extra={area.extra} />
      {editing ? <RecordActions table="areas" id={id} /> : null}
    </>
  );
}

function AreaFacts({ area }: { readonly area: Area }) {
  const texts = useTexts();
  const { inspector: t, checks } = texts;
  const plan = useWorkspaceState((state) => state.plan);
  const age = String(settingsInUse({ plan }).elder_age);
  const { households, residents, elders, elders80, conditionDate } = area;
  const figure = (of: EstimatedFigure, persons: number): string =>
    area.estimated?.[of] === undefined ? formatNumber(persons) : texts.population.about(formatNumber(persons));
  const facts = [
    checks.areaClass[area.class],
    ...(area.settlement === 'rural' ? [checks.settlement.rural] : []),
    households === undefined ? t.missing.households : t.households(formatNumber(households)),
    residents === undefined ? t.missing.residents : t.residents(figure('residents', residents)),
    elders === undefined ? t.missing.elders(age) : t.elders(age, figure('elders', elders)),
    ...(elders80 === undefined ? [] : [t.elders80(formatNumber(elders80))]),
    ...(conditionDate === undefined ? [] : [t.conditionDate(conditionDate)]),
  ];
  return (
    <>
      <ul className="fact-line">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <EstimateNote estimated={area.estimated} />
    </>
  );
}

function AreaChecks({
  result,
  area,
  diagnoses,
}: {
  readonly result: AreaResult;
  readonly area: Area;
  readonly diagnoses: ReturnType<typeof useDiagnoses>;
}) {
  return (
    <div className="check-cards">
      {result.checks.map((check) => (
        <CheckCard
          key={check.check}
          check={check}
          of={{
            nearest: result.nearest,
            walkFrom: result.id,
            eldersUncovered: result.elders_uncovered,
            households: area.households ?? null,
            diagnoses,
          }}
        />
      ))}
    </div>
  );
}

function PoolNote({ pool, self }: { readonly pool: PoolResult; readonly self: string }) {
  const t = useTexts().inspector.pool;
  const separator = useTexts().workspace.listSeparator;
  const names = (ids: readonly string[]) =>
    ids.map((id, i) => (
      <span key={id}>
        {i > 0 ? separator : ''}
        {id === self ? t.self : <AreaLink id={id} />}
      </span>
    ));
  return (
    <section className="pool-note">
      <h3>{weave(t.title(markOf(0)), [<PoolLink key="pool" id={pool.id} />])}</h3>
      <p>
        <span className="muted">{t.members} </span>
        {names(pool.members)}
      </p>
      {pool.dropped.length === 0 ? null : (
        <p>
          <span className="muted">{t.dropped} </span>
          {names(pool.dropped)}
        </p>
      )}
    </section>
  );
}
