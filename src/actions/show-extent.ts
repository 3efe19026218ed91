import { boundsOf, type Bounds } from '../core/geo/polygon.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Plan } from '../core/plan/plan.ts';

/** Moves the map to everything that has a place. */
export function showExtent({ store }: Workspace): void {
  const bounds = extentOf(store.getState().plan);
  if (bounds !== null) store.setState({ mapTarget: { bounds } });
}

/** Boxes of shapes, kept as long as the shapes are: they never change. */
const KNOWN = new WeakMap<object, Bounds>();

function extentOf({ areas, facilities, population }: Plan): Bounds | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const include = (box: Bounds): void => {
    west = Math.min(west, box[0]);
    south = Math.min(south, box[1]);
    east = Math.max(east, box[2]);
    north = Math.max(north, box[3]);
  };
  for (const table of [areas, facilities]) {
    for (const { geometry } of table.values()) {
      if (geometry === undefined) continue;
      let box = KNOWN.get(geometry);
      if (box === undefined) KNOWN.set(geometry, (box = boundsOf(geometry)));
      include(box);
    }
  }
  if (west === Infinity && population !== null) {
    for (let i = 0; i < population.lon.length; i++) {
      const lon = population.lon[i]!;
      const lat = population.lat[i]!;
      include([lon, lat, lon, lat]);
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}
