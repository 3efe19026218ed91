import { boundsOf } from '../core/geo/polygon.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Selection } from '../state/workspace-state.ts';

/** Looks at an area, a facility, a unit or a place; null looks at nothing. */
export function select({ store }: Workspace, selection: Selection | null): void {
  store.setState({ selection });
}

/** Looks at something and moves the map there. */
export function selectAndShow(workspace: Workspace, selection: Selection): void {
  select(workspace, selection);
  const geometry = geometryOf(workspace, selection);
  if (geometry !== undefined) workspace.store.setState({ mapTarget: { bounds: boundsOf(geometry), kind: 'place' } });
}

function geometryOf({ store }: Workspace, { kind, id }: Selection): PlaceGeometry | undefined {
  // A place was pointed at on the map: it is in view.
  if (kind === 'place') return undefined;
  const { areas, facilities, units, candidates } = store.getState().plan;
  if (kind === 'pool') return [...areas.values()].find(({ pool }) => pool === id)?.geometry;
  return { area: areas, facility: facilities, unit: units, candidate: candidates }[kind].get(id)?.geometry;
}
