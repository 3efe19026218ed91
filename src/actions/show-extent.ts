import type { Bounds } from '../core/geo/polygon.ts';
import { knownBounds } from './known-bounds.ts';
import type { Workspace } from '../state/workspace.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Plan, PopulationGrid } from '../core/plan/plan.ts';

/** Moves the map to everything that has a place. */
export function showExtent({ store }: Workspace): void {
  const bounds = extentOf(store.getState().plan);
  if (bounds !== null) store.setState({ mapTarget: { bounds, kind: 'extent' } });
}

/** Areas say where the plan is; facilities or cells only where there are none, for one stray facility would shrink the rest. */
export function extentOf({ areas, facilities, population }: Plan): Bounds | null {
  return (
    extentOfShapes(areas.values()) ??
    extentOfShapes(facilities.values()) ??
    (population === null ? null : extentOfCells(population))
  );
}

/** The box around all that have a place; null: none has. */
export function extentOfShapes(shapes: Iterable<{ readonly geometry?: PlaceGeometry }>): Bounds | null {
  let extent: Bounds | null = null;
  for (const { geometry } of shapes) {
    if (geometry === undefined) continue;
    const box = knownBounds(geometry);
    extent = extent === null ? box : join(extent, box);
  }
  return extent;
}

function extentOfCells({ lon, lat }: PopulationGrid): Bounds | null {
  let extent: Bounds | null = null;
  for (let i = 0; i < lon.length; i++) {
    const cell: Bounds = [lon[i]!, lat[i]!, lon[i]!, lat[i]!];
    extent = extent === null ? cell : join(extent, cell);
  }
  return extent;
}

function join(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
