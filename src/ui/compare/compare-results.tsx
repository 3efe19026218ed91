import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { planActions } from '../../core/plan/plan-actions.ts';
import { planDiff } from '../../core/plan/plan-diff.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import type { VerdictOf } from '../../state/workspace-state.ts';
import { resolveSide } from '../../state/compare/compare-side.ts';
import { sideNames } from '../../state/compare/side-names.ts';
import { sideRemarks } from '../../state/compare/side-remarks.ts';
import { streetsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { ActionList } from './action-list.tsx';
import { DifferenceView } from './difference-view.tsx';
import { RuleTable } from './rule-table.tsx';
import { SwipeMap } from './swipe-map.tsx';
import { TotalsTable } from './totals-table.tsx';
import { useCompareWords } from './use-compare-words.ts';
import type { Compared } from './use-comparison.ts';

const VIEWS = ['results', 'map'] as const;

/** Totals, differences and changes beside the map of both sides; on a narrow screen one of the two at a time. */
export function CompareResults({ compared }: { readonly compared: Compared }) {
  const { compare: t } = useTexts();
  const { sides, report } = compared;
  const workspace = useWorkspace();
  const words = useCompareWords();
  const names = useMemo(() => sideNames(sides, words), [sides, words]);
  const resolved = useMemo(() => {
    const state = workspace.store.getState();
    return { left: resolveSide(state, sides.left), right: resolveSide(state, sides.right) };
  }, [workspace, sides]);
  const plans = useMemo(() => ({ left: resolved.left.plan, right: resolved.right.plan }), [resolved]);
  const remarks = useMemo(() => {
    const streets = streetsInUse(workspace.store.getState())?.input.sha256 ?? null;
    return sideRemarks(sides, resolved, streets, words.texts);
  }, [workspace, sides, resolved, words]);
  const actions = useMemo(() => planActions(planDiff(plans.left, plans.right)), [plans]);
  const [view, setView] = useState<(typeof VIEWS)[number]>('results');
  const [selected, setSelected] = useState<AreaId | null>(null);
  const [colour, setColour] = useState<VerdictOf>('overall');
  return (
    <div className="compare-body" data-view={view}>
      <ToggleButtonGroup
        className="compare-views"
        aria-label={t.title}
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => setView(VIEWS.find((one) => keys.has(one)) ?? 'results')}
      >
        <ToggleButton id="results" className="chip">
          {t.results}
        </ToggleButton>
        <ToggleButton id="map" className="chip">
          {t.map}
        </ToggleButton>
      </ToggleButtonGroup>
      <section className="compare-results" aria-label={t.results}>
        {remarks.length === 0 ? null : (
          <ul className="compare-remarks">
            {remarks.map((remark) => (
              <li key={remark}>
                <Icon name="warning" size={14} />
                {remark}
              </li>
            ))}
          </ul>
        )}
        <TotalsTable totals={report.totals} only={report.only} names={names} run={report.runs.right} />
        <Tabs className="tabs compare-tabs">
          <TabList className="tab-list" aria-label={t.results}>
            <CountedTab id="differences" count={report.rows.area.length} />
            <CountedTab id="actions" count={actions.length} />
            <CountedTab id="rules" count={report.rules.length} />
          </TabList>
          <TabPanel id="differences" className="tab-panel">
            <DifferenceView
              compared={compared}
              plans={plans}
              names={names}
              words={words}
              selected={selected}
              onSelect={setSelected}
              onCheck={(check) => setColour(check ?? 'overall')}
            />
          </TabPanel>
          <TabPanel id="actions" className="tab-panel">
            <ActionList actions={actions} plan={plans.right} />
          </TabPanel>
          <TabPanel id="rules" className="tab-panel">
            <RuleTable rules={report.rules} names={names} words={words} />
          </TabPanel>
        </Tabs>
      </section>
      <SwipeMap
        report={report}
        plans={plans}
        names={names}
        colour={colour}
        selected={selected}
        onSelect={setSelected}
      />
    </div>
  );
}

function CountedTab({ id, count }: { readonly id: 'differences' | 'actions' | 'rules'; readonly count: number }) {
  const { compare: t } = useTexts();
  return (
    <Tab id={id} className="tab">
      {t.tabs[id]}
      <span className="tab-count">{formatNumber(count)}</span>
    </Tab>
  );
}
