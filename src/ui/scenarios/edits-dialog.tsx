import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { openDialog, setMobileView } from '../../actions/arrange.ts';
import { exportEdits } from '../../actions/export-edits.ts';
import { withdrawEdit } from '../../actions/scenarios.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { Scenario } from '../../core/plan/scenario.ts';
import { actionText } from '../../state/compare/action-text.ts';
import { conflictText } from '../../state/scenarios/conflict-text.ts';
import { editRows, type EditRow } from '../../state/scenarios/edit-rows.ts';
import { selectionOfEdit } from '../../state/scenarios/selection-of-edit.ts';
import { shownScenario } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AppDialog } from '../dialogs/app-dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Until a line is measured, CSS pixels. */
const LINE_PX = 52;

/** Everything that the shown scenario does to the baseline, with values: each leads to its place and can be taken back out. */
export function EditsDialog() {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'scenario-edits');
  const scenario = useWorkspaceState(shownScenario);
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog
      open={open && scenario !== null}
      title={t.editsTitle(scenario?.name ?? '')}
      size="middle"
      onClose={close}
    >
      {scenario === null ? null : <Edits scenario={scenario} />}
      <div className="dialog-buttons">
        <Button
          className="button"
          isDisabled={scenario === null || scenario.edits.size === 0}
          onPress={() => exportEdits(workspace, texts)}
        >
          {t.exportEdits}
        </Button>
        <Button className="button" onPress={close}>
          {t.close}
        </Button>
      </div>
    </AppDialog>
  );
}

function Edits({ scenario }: { readonly scenario: Scenario }) {
  const t = useTexts().scenarios;
  const baseline = useWorkspaceState(({ document }) => document.baseline);
  const rows = useMemo(() => editRows(baseline, scenario), [baseline, scenario]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => rows[index]!.key,
    overscan: 8,
  });
  if (rows.length === 0) return <p className="muted">{t.editsNone}</p>;
  return (
    <>
      <p className="muted">{t.editsLead}</p>
      {/* A list that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={setScroller} className="edit-list" role="region" aria-label={t.editsLabel} tabIndex={0}>
        <ol aria-label={t.edits(formatNumber(rows.length))} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <EditLine row={rows[index]!} scenario={scenario} />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function EditLine({ row, scenario }: { readonly row: EditRow; readonly scenario: Scenario }) {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const reading = useWorkspaceState(({ holding }) => holding === 'reading');
  const { key, edit, conflict } = row;
  const said = actionText(row.action, texts, plan);
  const selection = selectionOfEdit(edit, plan);
  return (
    <>
      <span className="edit-said">
        {selection === null ? (
          said
        ) : (
          <button
            type="button"
            className="link"
            onClick={() => {
              openDialog(workspace, null);
              selectAndShow(workspace, selection);
              setMobileView(workspace, 'map');
            }}
          >
            {said}
          </button>
        )}
        {conflict === null ? null : (
          <span className="edit-conflict">
            <Icon name="warning" size={14} />
            {t.leftOut(conflictText(conflict, texts))}
          </span>
        )}
      </span>
      <Button
        className="button small"
        isDisabled={reading}
        aria-label={t.withdrawOf(said)}
        onPress={() => void withdrawEdit(workspace, scenario.id, key)}
      >
        {t.withdraw}
      </Button>
    </>
  );
}
