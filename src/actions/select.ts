import { boundsOf, boundsOfLine, type Bounds } from '../core/geo/polygon.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Workspace } from '../state/workspace.ts';
import { areasOfUnit } from '../state/areas-of-unit.ts';
import type { Selection, WorkspaceState } from '../state/workspace-state.ts';
import { extentOfShapes } from './show-extent.ts';

/** Looks at an area, a facility, a street edit, a unit or a place; null looks at nothing. */
export function select({ store }: Workspace, selection: Selection | null): void {
  store.setState({ selection });
}

/** Looks at something and moves the map there: to a unit's own outline, or to the areas in it. */
export function selectAndShow(workspace: Workspace, selection: Selection): void {
  select(workspace, selection);
  if (selection.kind === 'unit') {
    const bounds = extentOfUnit(workspace.store.getState(), selection.id);
    if (bounds !== null) workspace.store.setState({ mapTarget: { bounds, kind: 'extent' } });
    return;
  }
  if (selection.kind === 'streetEdit') {
    const edit = workspace.store.getState().plan.streetEdits.get(selection.id);
    if (edit) workspace.store.setState({ mapTarget: { bounds: boundsOfLine(edit.line), kind: 'place' } });
    return;
  }
  const geometry = geometryOf(workspace, selection);
  if (geometry !== undefined) workspace.store.setState({ mapTarget: { bounds: boundsOf(geometry), kind: 'place' } });
}

function geometryOf(
  { store }: Workspace,
  { kind, id }: Exclude<Selection, { kind: 'streetEdit' }>,
): PlaceGeometry | undefined {
  // A place was pointed at on the map: it is in view.
  if (kind === 'place' || kind === 'unit' || kind === 'pool-draft' || kind === 'pool-suggestions') return undefined;
  const { areas, facilities, candidates, parcels } = store.getState().plan;
  if (kind === 'pool') return [...areas.values()].find(({ pool }) => pool === id)?.geometry;
  return { area: areas, facility: facilities, candidate: candidates, parcel: parcels }[kind].get(id)?.geometry;
}

function extentOfUnit({ plan, digest }: WorkspaceState, path: string): Bounds | null {
  const outline = plan.units.get(path)?.geometry;
  if (outline !== undefined) return boundsOf(outline);
  if (digest === null) return null;
  const inside = areasOfUnit(digest, path).flatMap((a) => plan.areas.get(digest.areaIds[a]!) ?? []);
  return extentOfShapes(inside);
}
