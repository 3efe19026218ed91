import { Button } from 'react-aria-components';
import { listUnit } from '../../actions/arrange.ts';
import { VERDICTS } from '../../core/checks/result.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useUnits } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CheckCard } from './check-card.tsx';
import { InspectorHead } from './inspector.tsx';

/** An administrative unit: its own checks, and how its areas fare. Never blended into one figure. */
export function UnitDetails({ path }: { readonly path: string }) {
  const { inspector: t, checks } = useTexts();
  const workspace = useWorkspace();
  const unit = useUnits()?.find((one) => one.path === path);
  const plan = useWorkspaceState((state) => state.plan);
  const age = String(settingsInUse({ plan }).elder_age);
  if (unit === undefined) return <EmptyNote title={t.gone} />;
  const above = unit.path.split('/').slice(0, -1).join(' / ');
  return (
    <>
      <InspectorHead kind={t.unitKind(checks.level[unit.level])} name={unit.name} units={above} />
      <ul className="fact-line">
        <li>{unit.residents === null ? t.missing.residents : t.residents(formatNumber(unit.residents))}</li>
        <li>{unit.elders === null ? t.missing.elders(age) : t.elders(age, formatNumber(unit.elders))}</li>
      </ul>
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
      {unit.checks.length === 0 ? <p className="muted inspector-wait">{t.unit.noChecks}</p> : null}
      <div className="check-cards">
        {unit.checks.map((check) => (
          <CheckCard
            key={check.check}
            check={check}
            of={{ eldersUncovered: unit.elders_uncovered, households: null }}
          />
        ))}
      </div>
    </>
  );
}
