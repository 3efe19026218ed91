import { placedRecord } from '../core/plan/placed-record.ts';
import { reshapeRecord } from '../core/plan/reshape-record.ts';
import { changeStreetEdit } from '../core/plan/change-street-edit.ts';
import type { DrawnShape } from '../state/drawn-shape.ts';
import { placedSelection, tableOf } from '../state/tables-of-selection.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Gives what is selected the shape that was drawn, as one step. False: it was refused, which is said. */
export function reshapePlace(workspace: Workspace, drawn: DrawnShape): boolean {
  const { store, audits } = workspace;
  const { plan, selection } = store.getState();
  const table = tableOf(selection);
  if (selection === null || table === null) return false;
  const { id } = selection;
  const of = placedSelection(selection);
  const change =
    drawn.type === 'LineString'
      ? changeStreetEdit(plan, id, { line: drawn.line })
      : of === null
        ? 'record_unknown'
        : reshapeRecord(plan, { ...of, geometry: drawn });
  if (typeof change === 'string') {
    store.setState({ refused: change });
    return false;
  }
  const name = (of === null ? plan.streetEdits.get(id) : placedRecord(plan, of))?.name ?? id;
  commit(workspace, { kind: 'reshape', table, name }, change);
  store.setState({ refused: null });
  void audits.request();
  return true;
}
