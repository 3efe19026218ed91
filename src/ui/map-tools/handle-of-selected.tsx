import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { endTrial } from '../../actions/end-trial.ts';
import { movePlace } from '../../actions/move-place.ts';
import { tryMove } from '../../actions/try-move.ts';
import { isOpen, onTheWay } from '../../core/checks/facility-state.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import { placedRecord, type PlacedRecord } from '../../core/plan/placed-record.ts';
import type { MapView } from '../../map/map-view.ts';
import { placedSelection, selectionOf } from '../../state/tables-of-selection.ts';
import type { WorkspaceState } from '../../state/workspace-state.ts';
import { CandidateSign } from '../parts/candidate-sign.tsx';
import { FacilitySign } from '../parts/facility-sign.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const SIGN_PX = 24;

/** What is selected, where it is one sign on the map: taken up with a pointer or by keys, and judged wherever it is held. */
export function HandleOfSelected({ view }: { readonly view: MapView }) {
  const table = useWorkspaceState((state) => movable(state)?.table ?? null);
  const id = useWorkspaceState((state) => movable(state)?.id ?? null);
  if (table === null || id === null) return null;
  return <Handle key={`${table}/${id}`} view={view} table={table} id={id} />;
}

/** Areas and parcels that have an outline are moved by it, with the tool that edits it. */
function movable({ plan, selection }: WorkspaceState): PlacedRecord | null {
  const record = placedSelection(selection);
  const geometry = record && placedRecord(plan, record)?.geometry;
  if (!record || !geometry) return null;
  const isSign = record.table === 'facilities' || record.table === 'candidates' || geometry.type === 'Point';
  return isSign ? record : null;
}

/** One of these for each thing and each map: its hand is the map's. */
function Handle({ view, table, id }: { readonly view: MapView } & PlacedRecord) {
  const t = useTexts().mapTools;
  const workspace = useWorkspace();
  const [handle] = useState(() =>
    view.handle({
      onHold: (to) => tryMove(workspace, { table, id, to }),
      onDrop: (to) => void movePlace(workspace, { table, id, to }),
      onCancel: () => void endTrial(workspace),
    }),
  );
  const name = useWorkspaceState(({ plan }) => placedRecord(plan, { table, id })?.name ?? id);
  const geometry = useWorkspaceState(({ plan }) => placedRecord(plan, { table, id })?.geometry);
  const tried = useWorkspaceState(({ trial }) => trial !== null);
  useEffect(() => {
    view.hold(selectionOf(table, id));
    return () => {
      view.hold(null);
      handle.remove();
      void endTrial(workspace);
    };
  }, [workspace, view, handle, table, id]);
  useEffect(() => {
    if (geometry !== undefined) handle.place(innerPosition(geometry));
  }, [handle, geometry]);
  useEffect(() => {
    if (!tried) handle.release();
  }, [handle, tried]);
  return createPortal(
    <button type="button" className="move-handle" aria-label={t.handle(name)}>
      <Sign table={table} id={id} />
    </button>,
    handle.element,
  );
}

function Sign({ table, id }: PlacedRecord) {
  const facility = useWorkspaceState(({ plan }) => (table === 'facilities' ? plan.facilities.get(id) : undefined));
  const candidate = useWorkspaceState(({ plan }) => (table === 'candidates' ? plan.candidates.get(id) : undefined));
  const asOf = useWorkspaceState((state) => state.asOf);
  if (facility !== undefined) {
    const state = isOpen(facility, asOf) ? 'open' : onTheWay(facility, asOf) === null ? 'closed' : 'planned';
    return <FacilitySign type={facility.type} state={state} size={SIGN_PX} />;
  }
  return candidate === undefined ? <span className="point" /> : <CandidateSign kind={candidate.kind} size={SIGN_PX} />;
}
