import type { PlaceGeometry } from '../core/geo/geometry.ts';
import { addArea } from '../core/plan/add-area.ts';
import { addCandidate } from '../core/plan/add-candidate.ts';
import { addFacility } from '../core/plan/add-facility.ts';
import { addParcel } from '../core/plan/add-parcel.ts';
import type { Change } from '../core/plan/edit.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import type { Plan, StreetEditCause } from '../core/plan/plan.ts';
import type { DrawnShape } from '../state/drawn-shape.ts';
import { selectionOf } from '../state/tables-of-selection.ts';
import type { DrawnTable } from '../state/step-name.ts';
import type { DrawTool } from '../state/workspace-state.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import { addStreetEdit } from './add-street-edit.ts';
import { showLayer } from './arrange-layers.ts';

type AddPlace = (plan: Plan, place: { readonly geometry: PlaceGeometry }) => Change | PlaceRefusal;
const ADD = {
  facility: { table: 'facilities', add: addFacility },
  area: { table: 'areas', add: addArea },
  candidate: { table: 'candidates', add: addCandidate },
  parcel: { table: 'parcels', add: addParcel },
} as const satisfies Partial<Record<DrawTool, { table: DrawnTable; add: AddPlace }>>;

/** The likeliest cause of each; the person may say another. */
const CAUSE = { barrier: 'wall', link: 'gate' } as const satisfies Record<string, StreetEditCause>;

/** Adds what was drawn with a tool as one step, looks at it and puts the tool away; what is refused is said and stays out. */
export async function drawPlace(workspace: Workspace, tool: DrawTool, drawn: DrawnShape): Promise<void> {
  const { store, audits } = workspace;
  if (drawn.type === 'LineString') {
    if (tool !== 'barrier' && tool !== 'link') return;
    store.setState({ mapTool: 'select', refused: null });
    const refused = await addStreetEdit(workspace, { kind: tool, cause: CAUSE[tool], line: drawn.line });
    if (refused !== null) store.setState({ mapTool: tool, refused });
    return;
  }
  if (tool === 'barrier' || tool === 'link') return;
  const { table, add } = ADD[tool];
  const change = add(store.getState().plan, { geometry: drawn });
  if (typeof change === 'string') {
    store.setState({ refused: change });
    return;
  }
  const [edit] = change;
  if (edit === undefined || !('id' in edit)) return;
  commit(workspace, { kind: 'add', table, name: edit.id }, change);
  // What has just been drawn must not be hidden.
  if (table !== 'parcels') showLayer(workspace, table, true);
  store.setState({ selection: selectionOf(table, edit.id), mapTool: 'select', refused: null });
  await audits.request();
}
