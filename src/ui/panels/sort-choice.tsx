import { reverseSort, sortBy } from '../../actions/arrange-gaps.ts';
import { gapColumnTitle } from '../../state/gap-column-title.ts';
import type { SortColumn } from '../../state/gap-columns.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { Choice } from '../parts/choice.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const OFFERED: readonly SortColumn[] = ['verdict', 'floorGap', 'uncovered', 'overdue', 'households', 'name', 'unit'];

/** The order of the list where cards have no heads to press. */
export function SortChoice() {
  const texts = useTexts();
  const t = texts.gaps;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const [first] = useWorkspaceState((state) => state.sort);
  const age = settingsInUse({ plan }).elder_age;
  // A key from a wider window stays, and is named.
  const columns = first === undefined || OFFERED.includes(first.column) ? OFFERED : [first.column, ...OFFERED];
  return (
    <span className="sort-choice">
      <Choice
        label={t.sortLabel}
        labelHidden
        value={first?.column ?? null}
        options={columns.map((id) => ({ id, text: t.sortBy(gapColumnTitle(id, texts, age).title) }))}
        onChange={(column) => sortBy(workspace, column, false)}
      />
      <IconButton
        icon={first?.descending === true ? 'down' : 'up'}
        label={t.reverse}
        onPress={() => reverseSort(workspace)}
      />
    </span>
  );
}
