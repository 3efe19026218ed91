import { Button } from 'react-aria-components';
import { clearFilter } from '../../actions/arrange-gaps.ts';
import { isFiltered } from '../../state/active-filters.ts';
import type { GapRows } from '../../state/gap-rows.ts';
import { isOutOfDate } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { GapFilters } from './gap-filters.tsx';
import { GapGrid } from './gap-grid.tsx';

/** Areas and what they lack: filtered, sorted, and in step with what is selected anywhere else. */
export function GapList() {
  const gaps = useGapRows();
  const stale = useWorkspaceState(isOutOfDate);
  const filter = useWorkspaceState((state) => state.filter);
  if (gaps === null || gaps.digest.areaIds.length === 0) return <NoRows />;
  return (
    <div className="gap-list" data-stale={stale} aria-busy={filter !== gaps.filter}>
      <GapFilters gaps={gaps} />
      {gaps.rows.length === 0 ? <NothingListed gaps={gaps} /> : <GapGrid gaps={gaps} />}
    </div>
  );
}

/** Before the first result: nothing was opened, the audit runs, or it was stopped. */
function NoRows() {
  const { gaps: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const areas = useWorkspaceState(({ plan }) => plan.areas.size);
  const judging = useWorkspaceState(({ jobs }) => jobs.some(({ kind }) => kind === 'audit'));
  const stale = useWorkspaceState(isOutOfDate);
  if (areas === 0) return <EmptyNote title={t.noAreasTitle} help={t.noAreasHelp} />;
  if (judging || !stale) return <EmptyNote title={t.loadingTitle} help={t.loadingHelp(formatNumber(areas))} />;
  return (
    <EmptyNote title={t.stoppedTitle} help={t.stoppedHelp}>
      <Button className="button small" onPress={() => void workspace.audits.request()}>
        {w.state.recompute}
      </Button>
    </EmptyNote>
  );
}

/** Nothing is wrong, or the person's own conditions leave nothing over: two different messages. */
function NothingListed({ gaps }: { readonly gaps: GapRows }) {
  const { gaps: t } = useTexts();
  const workspace = useWorkspace();
  const filtered = useWorkspaceState(({ filter }) => isFiltered(filter) || filter.of !== 'overall');
  const total = formatNumber(gaps.digest.areaIds.length);
  if (!filtered) return <EmptyNote title={t.soundTitle} help={t.soundHelp(total)} />;
  return (
    <EmptyNote title={t.emptyTitle} help={t.emptyHelp(total)}>
      <Button className="button small" onPress={() => clearFilter(workspace)}>
        {t.clear}
      </Button>
    </EmptyNote>
  );
}
