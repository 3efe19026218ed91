import type { LonLat } from '../core/geo/geometry.ts';
import type { Workspace } from '../state/workspace.ts';

/** Looks at any place and moves the map there. */
export function showPlace({ store }: Workspace, at: LonLat): void {
  const [lon, lat] = at;
  store.setState({
    selection: { kind: 'place', id: `${lon},${lat}`, at },
    mapTarget: { bounds: [lon, lat, lon, lat], kind: 'place' },
  });
}
