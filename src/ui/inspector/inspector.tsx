import { Button } from 'react-aria-components';
import { select, selectAndShow } from '../../actions/select.ts';
import { nextProblem } from '../../actions/next-problem.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { SummaryFigures } from '../panels/summary-figures.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AreaDetails } from './area-details.tsx';
import { CandidateDetails } from './candidate-details.tsx';
import { FacilityDetails } from './facility-details.tsx';
import { PoolDetails } from './pool-details.tsx';
import { PlaceDetails } from './place-details.tsx';
import { StreetEditDetails } from './street-edit-details.tsx';
import { UnitDetails } from './unit-details.tsx';

/** What is selected, explained; nothing selected: the whole, in a few figures. */
export function Inspector() {
  const t = useTexts();
  const selection = useWorkspaceState((state) => state.selection);
  return (
    <aside className="inspector" aria-label={t.workspace.panels.details}>
      {selection === null ? (
        <>
          <SummaryFigures />
          <EmptyNote title={t.inspector.emptyTitle} help={t.inspector.emptyHelp} />
        </>
      ) : selection.kind === 'area' ? (
        <AreaDetails key={selection.id} id={selection.id} />
      ) : selection.kind === 'facility' ? (
        <FacilityDetails key={selection.id} id={selection.id} />
      ) : selection.kind === 'unit' ? (
        <UnitDetails key={selection.id} path={selection.id} />
      ) : selection.kind === 'candidate' ? (
        <CandidateDetails key={selection.id} id={selection.id} />
      ) : selection.kind === 'pool' ? (
        <PoolDetails key={selection.id} id={selection.id} />
      ) : selection.kind === 'streetEdit' ? (
        <StreetEditDetails key={selection.id} id={selection.id} />
      ) : (
        <PlaceDetails key={selection.id} at={selection.at} />
      )}
    </aside>
  );
}

/** Kind, place in the list, name: the head of everything that can be selected. */
export function InspectorHead({
  kind,
  name,
  units,
  stepping = false,
}: {
  readonly kind: string;
  readonly name: string;
  readonly units: string;
  /** Whether previous and next of the gap list apply. */
  readonly stepping?: boolean;
}) {
  const t = useTexts().inspector;
  const workspace = useWorkspace();
  const selection = useWorkspaceState((state) => state.selection);
  return (
    <header className="inspector-head">
      <div className="inspector-kind">
        <span>{units === '' ? kind : `${kind} · ${units}`}</span>
        {stepping ? <Stepper /> : null}
        <IconButton icon="close" label={t.close} onPress={() => select(workspace, null)} />
      </div>
      <div className="inspector-name">
        <h2 tabIndex={-1}>{name}</h2>
        {selection === null || selection.kind === 'place' ? null : (
          <IconButton icon="target" label={t.zoomTo} onPress={() => selectAndShow(workspace, selection)} />
        )}
      </div>
    </header>
  );
}

function Stepper() {
  const t = useTexts().inspector;
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const id = useWorkspaceState(({ selection }) => (selection?.kind === 'area' ? selection.id : null));
  if (gaps === null || id === null) return null;
  const at = gaps.list.indexOf(id);
  return (
    <span className="stepper">
      <Button
        className="button quiet icon"
        aria-label={t.previous}
        isDisabled={gaps.list.length === 0}
        onPress={() => nextProblem(workspace, gaps.list, -1)}
      >
        <Icon name="left" size={14} />
      </Button>
      <span>{at < 0 ? t.notListed : t.position(formatNumber(at + 1), formatNumber(gaps.list.length))}</span>
      <Button
        className="button quiet icon"
        aria-label={t.next}
        isDisabled={gaps.list.length === 0}
        onPress={() => nextProblem(workspace, gaps.list)}
      >
        <Icon name="right" size={14} />
      </Button>
    </span>
  );
}
