import { Button } from 'react-aria-components';
import { openBulkEdit, setFilter } from '../../actions/arrange.ts';
import { copyGaps } from '../../actions/copy-gaps.ts';
import { exportGaps } from '../../actions/export-gaps.ts';
import { nextProblem } from '../../actions/next-problem.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { listedIds } from '../../state/listed-ids.ts';
import { SearchInput } from '../parts/search-input.tsx';
import { COARSE, PHONE, useMedia } from '../parts/use-media.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { ChoosingToggle } from './choosing-toggle.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { SortChoice } from './sort-choice.tsx';
import { UnitChoice } from './unit-choice.tsx';

/** Filters of the gap list, what leaves it, and the way through its problems. */
export function GapToolbar() {
  const { edits, gaps: t } = useTexts();
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const filter = useWorkspaceState((state) => state.filter);
  const phone = useMedia(PHONE);
  const touch = useMedia(COARSE) || phone;
  return (
    <div className="gap-toolbar">
      <SearchInput
        label={t.search}
        clearLabel={t.clearSearch}
        value={filter.text}
        onChange={(text) => setFilter(workspace, { text })}
      />
      <UnitChoice />
      <FilterMenu />
      {phone ? <SortChoice /> : <ColumnMenu />}
      {touch ? <ChoosingToggle /> : null}
      <span className="spring" />
      <span className="button-pair">
        <IconButton
          icon="pen"
          label={edits.bulk.command}
          disabled={gaps === null || gaps.rows.length === 0}
          onPress={() => gaps !== null && openBulkEdit(workspace, { table: 'areas', ids: listedIds(gaps.list) })}
        />
        <IconButton
          icon="copy"
          label={t.copyHelp}
          disabled={gaps === null}
          onPress={() => gaps !== null && void copyGaps(workspace, gaps)}
        />
        <IconButton
          icon="export"
          label={t.exportHelp}
          disabled={gaps === null}
          onPress={() => gaps !== null && void exportGaps(workspace, gaps)}
        />
      </span>
      <Button
        className="button small next-problem"
        isDisabled={gaps === null || gaps.rows.length === 0}
        onPress={() => gaps !== null && nextProblem(workspace, gaps.list)}
      >
        {t.next}
        <kbd>{t.nextKey}</kbd>
      </Button>
    </div>
  );
}
