import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { listUnit } from '../../actions/arrange.ts';
import { VERDICTS } from '../../core/checks/result.ts';
import type { EstimatedFigure } from '../../core/plan/plan.ts';
import { areasOfUnit } from '../../state/areas-of-unit.ts';
import { sumElders, worstAreas } from '../../state/unit-areas.ts';
import type { UnitForest, UnitRow } from '../../state/unit-forest.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { mainProblem } from '../../state/main-problem.ts';
import { AreaLink, UnitLink } from '../parts/place-links.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useUnitForest } from '../queries.ts';
import { VerdictStack } from '../units/verdict-stack.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CheckCard } from './check-card.tsx';
import { InspectorHead } from './inspector.tsx';

/** Areas and units listed before the rest is left to the gap list and the tree. */
const LISTED = 8;

/** An administrative unit: its own checks, and how its areas fare. Never blended into one figure. */
export function UnitDetails({ path }: { readonly path: string }) {
  const { inspector: t } = useTexts();
  const forest = useUnitForest();
  const row = forest?.byPath.get(path);
  if (forest === null) return <p className="muted inspector-wait">{t.loading}</p>;
  if (row === undefined) return <EmptyNote title={t.gone} />;
  return <KnownUnit forest={forest} row={row} />;
}

function KnownUnit({ forest, row }: { readonly forest: UnitForest; readonly row: UnitRow }) {
  const { inspector: t, checks } = useTexts();
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const settings = useWorkspaceState(({ plan }) => plan.settings);
  const age = String(settingsInUse({ plan: { settings } }).elder_age);
  const { unit, space, parent } = row;
  const inside = useMemo(() => areasOfUnit(forest.digest, unit.path), [forest, unit.path]);
  const elders = useMemo(() => sumElders(forest.digest, areas, inside), [forest, areas, inside]);
  const stated = useWorkspaceState(({ plan }) => plan.units.get(unit.path));
  const sumsEstimates = (figure: EstimatedFigure): boolean =>
    unit[figure] !== null &&
    stated?.[figure] === undefined &&
    inside.some((a) => areas.get(forest.digest.areaIds[a]!)?.estimated?.[figure]);
  return (
    <>
      <InspectorHead kind={t.unitKind(checks.level[unit.level])} name={unit.name} units="" />
      <ul className="fact-line">
        {parent === null ? null : (
          <li>
            <UnitLink path={parent.unit.path} name={parent.unit.name} />
          </li>
        )}
        <li>
          {unit.residents === null ? t.missing.residents : t.residents(formatNumber(unit.residents))}
          {sumsEstimates('residents') ? <EstimatesIncluded /> : null}
        </li>
        <li>
          {unit.elders === null ? t.missing.elders(age) : t.elders(age, formatNumber(unit.elders))}
          {sumsEstimates('elders') ? <EstimatesIncluded /> : null}
        </li>
      </ul>
      <AreasByVerdict row={row} />
      {unit.checks.length === 0 ? <p className="muted inspector-wait">{t.unit.noChecks}</p> : null}
      <div className="check-cards">
        {unit.checks.map((check) => (
          <CheckCard
            key={check.check}
            check={check}
            of={{ eldersUncovered: unit.elders_uncovered, households: null, unit: { space, elders } }}
          />
        ))}
      </div>
      <UnitsWithin row={row} />
      <WorstAreas forest={forest} inside={inside} />
    </>
  );
}

function EstimatesIncluded() {
  return (
    <span className="badge" data-kind="estimate">
      {useTexts().population.containsEstimates}
    </span>
  );
}

function AreasByVerdict({ row: { unit, areas } }: { readonly row: UnitRow }) {
  const { inspector: t, checks, reasons } = useTexts();
  const workspace = useWorkspace();
  if (areas === 0) return <p className="muted inspector-wait">{reasons.reason.unit_without_areas}</p>;
  return (
    <section className="unit-areas-note">
      <h3>{t.unit.areas}</h3>
      <ul>
        {VERDICTS.filter((verdict) => (unit.areas_by_verdict[verdict] ?? 0) > 0).map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} />
            <span>{checks.verdict[verdict]}</span>
            <span className="number">{formatNumber(unit.areas_by_verdict[verdict] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <Button className="button small" onPress={() => listUnit(workspace, unit.path)}>
        {t.unit.list}
      </Button>
    </section>
  );
}

/** The units below, those with most areas that fall short first. */
function UnitsWithin({ row: { children } }: { readonly row: UnitRow }) {
  const { inspector: t } = useTexts();
  const worst = useMemo(
    () => children.toSorted((a, b) => (b.unit.areas_by_verdict.short ?? 0) - (a.unit.areas_by_verdict.short ?? 0)),
    [children],
  );
  if (worst.length === 0) return null;
  return (
    <section className="bookings">
      <h3>{t.unit.within}</h3>
      <ul className="units-within">
        {worst.slice(0, LISTED).map(({ key, unit }) => (
          <li key={key}>
            <UnitLink path={unit.path} name={unit.name} />
            <VerdictStack counts={unit.areas_by_verdict} />
          </li>
        ))}
      </ul>
      <More count={worst.length - LISTED} />
    </section>
  );
}

function WorstAreas({
  forest: { digest },
  inside,
}: {
  readonly forest: UnitForest;
  readonly inside: readonly number[];
}) {
  const texts = useTexts();
  const { inspector: t } = texts;
  const worst = useMemo(() => worstAreas(digest, inside), [digest, inside]);
  if (worst.length === 0) return null;
  return (
    <section className="bookings">
      <h3>{t.unit.worst}</h3>
      <ul className="worst-areas">
        {worst.slice(0, LISTED).map((a) => (
          <li key={a}>
            <VerdictMark
              verdict={VERDICTS[digest.verdict[a]!]!}
              title={texts.checks.verdict[VERDICTS[digest.verdict[a]!]!]}
            />
            <AreaLink id={digest.areaIds[a]!} />
            <span className="muted">{mainProblem(digest, a, texts)}</span>
          </li>
        ))}
      </ul>
      <More count={worst.length - LISTED} />
    </section>
  );
}

function More({ count }: { readonly count: number }) {
  const t = useTexts().inspector.unit;
  return count > 0 ? <p className="muted">{t.more(formatNumber(count))}</p> : null;
}
