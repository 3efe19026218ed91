import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { setBottomTab, setPreferences } from '../../actions/arrange.ts';
import { BOTTOM_TABS, type BottomTab } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { DataPanel } from '../health/data-panel.tsx';
import { useGapRows } from '../gap-rows-context.tsx';
import { OutlookPanel } from '../outlook/outlook-panel.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useIssues, useUnbooked } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { UnitTree } from '../units/unit-tree.tsx';
import { GapList } from './gap-list.tsx';
import { GapToolbar } from './gap-toolbar.tsx';
import { UnbookedTable } from './unbooked-table.tsx';

const LEAST_HEIGHT_PX = 140;
/** Left for the map above, whatever is asked. */
const LEAST_MAP_PX = 160;
const STEP_PX = 32;

export function BottomPanel() {
  const t = useTexts().workspace;
  const workspace = useWorkspace();
  const tab = useWorkspaceState((state) => state.bottomTab);
  const { bottomHeight, bottomOpen } = useWorkspaceState(({ preferences }) => preferences);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a narrow screen the list of tabs is wider than its place.
    list.current?.querySelector(`[data-key='${tab}']`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
  const counts: Readonly<Record<BottomTab, number | null>> = {
    gaps: useGapRows()?.rows.length ?? null,
    units: null,
    charts: null,
    data: useIssues().length,
    unbooked: useUnbooked()?.length ?? null,
    outlook: null,
  };
  return (
    <section
      className="bottom-panel"
      aria-label={t.panels.bottom}
      data-open={bottomOpen}
      style={bottomOpen ? { height: bottomHeight } : {}}
    >
      <ResizeHandle />
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => {
          const next = BOTTOM_TABS.find((one) => one === key);
          if (next !== undefined) setBottomTab(workspace, next);
        }}
      >
        <div className="tab-bar">
          <TabList
            ref={list}
            className="tab-list"
            aria-label={t.panels.bottom}
            items={BOTTOM_TABS.map((id) => ({ id }))}
          >
            {({ id }) => (
              <Tab id={id} className="tab">
                {t.tabs[id]}
                {counts[id] === null ? null : <span className="tab-count">{formatNumber(counts[id])}</span>}
              </Tab>
            )}
          </TabList>
          {bottomOpen && tab === 'gaps' ? <GapToolbar /> : <span className="spring" />}
          <IconButton
            icon={bottomOpen ? 'down' : 'up'}
            label={bottomOpen ? t.panels.collapse : t.panels.expand}
            onPress={() => setPreferences(workspace, { bottomOpen: !bottomOpen })}
          />
        </div>
        <TabPanel id="gaps" className="tab-panel">
          <GapList />
        </TabPanel>
        <TabPanel id="units" className="tab-panel">
          <UnitTree />
        </TabPanel>
        <TabPanel id="charts" className="tab-panel">
          <ChartPanel />
        </TabPanel>
        <TabPanel id="data" className="tab-panel">
          <DataPanel />
        </TabPanel>
        <TabPanel id="unbooked" className="tab-panel">
          <UnbookedTable />
        </TabPanel>
        <TabPanel id="outlook" className="tab-panel">
          <OutlookPanel />
        </TabPanel>
      </Tabs>
    </section>
  );
}

/** The upper edge: dragged, or moved with the arrow keys. */
function ResizeHandle() {
  const t = useTexts().workspace.panels;
  const workspace = useWorkspace();
  const { bottomHeight, bottomOpen } = useWorkspaceState(({ preferences }) => preferences);
  const drag = useRef<{ y: number; height: number } | null>(null);
  const most = Math.max(LEAST_HEIGHT_PX, window.innerHeight - LEAST_MAP_PX - 80);
  const resize = (height: number): void =>
    setPreferences(workspace, { bottomHeight: Math.round(Math.min(most, Math.max(LEAST_HEIGHT_PX, height))) });
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current !== null) resize(drag.current.height + drag.current.y - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: STEP_PX, ArrowDown: -STEP_PX }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(bottomHeight + step);
  };
  if (!bottomOpen) return null;
  return (
    // A separator that can be moved is a control: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t.resize}
      aria-valuenow={bottomHeight}
      aria-valuemin={LEAST_HEIGHT_PX}
      aria-valuemax={most}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { y: event.clientY, height: bottomHeight };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
