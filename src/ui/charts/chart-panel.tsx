import { useMemo } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setChartView } from '../../actions/arrange.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import { chosenStandard, settingsInUse } from '../../state/selectors.ts';
import type { UnitForest } from '../../state/unit-forest.ts';
import { CHART_QUESTIONS, type ChartQuestion } from '../../state/workspace-state.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useUnitForest } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { ageChart } from './age-chart.ts';
import type { ChartContent } from './chart-content.ts';
import { ChartFigure } from './chart-figure.tsx';
import type { ChartInput } from './chart-input.ts';
import { coverageChart } from './coverage-chart.ts';
import { overdueChart } from './overdue-chart.ts';
import { spaceChart } from './space-chart.ts';

const CHARTS: Readonly<Record<ChartQuestion, (input: ChartInput) => ChartContent>> = {
  coverage: coverageChart,
  space: spaceChart,
  age: ageChart,
  overdue: overdueChart,
};

/** The level that most is said about where nobody has chosen one. */
const LEVELS_BY_USE: readonly UnitLevel[] = ['subdistrict', 'county', 'community', 'city'];

/** Questions about the units, each answered by a chart and by a table. */
export function ChartPanel() {
  const texts = useTexts();
  const workspace = useWorkspace();
  const forest = useUnitForest();
  const { question } = useWorkspaceState(({ chartView }) => chartView);
  if (forest === null || forest.rows.length === 0) return <EmptyNote title={texts.units.empty} />;
  return (
    <div className="chart-panel">
      <ToggleButtonGroup
        className="chart-questions"
        aria-label={texts.charts.questions}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[question]}
        onSelectionChange={(keys) => {
          const next = CHART_QUESTIONS.find((one) => keys.has(one));
          if (next !== undefined) setChartView(workspace, { question: next });
        }}
      >
        {CHART_QUESTIONS.map((id) => (
          <ToggleButton key={id} id={id} className="chart-question">
            {texts.charts.short[id]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Answer forest={forest} question={question} />
    </div>
  );
}

function Answer({ forest, question }: { readonly forest: UnitForest; readonly question: ChartQuestion }) {
  const texts = useTexts();
  const chosen = useWorkspaceState(({ chartView }) => chartView.level);
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const settings = useWorkspaceState(({ plan }) => plan.settings);
  const standard = useWorkspaceState((state) => chosenStandard(state).standard);
  const elderAge = useMemo(() => settingsInUse({ plan: { settings } }).elder_age, [settings]);
  const level =
    chosen !== null && forest.levels.includes(chosen)
      ? chosen
      : LEVELS_BY_USE.find((one) => forest.levels.includes(one))!;
  const content = useMemo(
    () => CHARTS[question]({ forest, areas, level, standard, elderAge, texts }),
    [question, forest, areas, level, standard, elderAge, texts],
  );
  return <ChartFigure key={question} content={content} forest={forest} level={question === 'overdue' ? null : level} />;
}
