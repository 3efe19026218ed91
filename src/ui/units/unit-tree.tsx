import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { setUnitView } from '../../actions/arrange.ts';
import { saveUnitTable } from '../../actions/save-unit-table.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import { allExpanded, firstExpanded, unitsInSight } from '../../state/unit-order.ts';
import type { UnitForest, UnitRow } from '../../state/unit-forest.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useUnitForest } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { UnitGrid } from './unit-grid.tsx';

const TREE = 'tree';
const NOTHING_OPEN: ReadonlySet<string> = new Set();

/** The units level by level, with the figures of their areas and the clauses asked of themselves. */
export function UnitTree() {
  const { units: t } = useTexts();
  const forest = useUnitForest();
  const view = useWorkspaceState(({ unitView }) => unitView);
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const expanded = useMemo(
    () => view.expanded ?? (forest === null ? NOTHING_OPEN : firstExpanded(forest)),
    [view.expanded, forest],
  );
  const rows = useMemo(
    () => (forest === null ? [] : unitsInSight(forest, expanded, view.level, view.sort, language)),
    [forest, expanded, view.level, view.sort, language],
  );
  if (forest === null || forest.rows.length === 0) return <EmptyNote title={t.empty} />;
  return (
    <div className="gap-list">
      <UnitToolbar forest={forest} rows={rows} />
      <UnitGrid forest={forest} rows={rows} expanded={expanded} />
    </div>
  );
}

function UnitToolbar({ forest, rows }: { readonly forest: UnitForest; readonly rows: readonly UnitRow[] }) {
  const texts = useTexts();
  const t = texts.units;
  const workspace = useWorkspace();
  const level = useWorkspaceState(({ unitView }) => unitView.level);
  const tree = level === null;
  return (
    <div className="unit-toolbar">
      <Choice<UnitLevel | typeof TREE>
        label={t.show}
        value={level ?? TREE}
        options={[
          { id: TREE, text: t.tree },
          ...forest.levels.map((id) => ({ id, text: t.onlyLevel(texts.checks.level[id]) })),
        ]}
        onChange={(id) => setUnitView(workspace, { level: id === TREE ? null : id })}
      />
      {tree ? (
        <>
          <Button
            className="button quiet small"
            onPress={() => setUnitView(workspace, { expanded: allExpanded(forest) })}
          >
            {t.expandAll}
          </Button>
          <Button className="button quiet small" onPress={() => setUnitView(workspace, { expanded: NOTHING_OPEN })}>
            {t.collapseAll}
          </Button>
        </>
      ) : null}
      <span className="muted count" role="status">
        {t.count(formatNumber(rows.length))}
      </span>
      <span className="spring" />
      <Button className="button small" onPress={() => saveUnitTable(workspace, rows)}>
        {t.save}
      </Button>
    </div>
  );
}
