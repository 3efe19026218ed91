import { UNIT_LEVELS } from '../plan/plan.ts';
import type { UnitNode } from './unit-tree.ts';

/**
 * The unit that each unit lies in, by position; −1: none is known. Nodes come highest level first. A path says it; where
 * it does not (levels may come from different tables), the nearest higher unit that holds all of the unit's areas.
 */
export function unitParents(nodes: readonly Pick<UnitNode, 'level' | 'path' | 'areas'>[]): Int32Array {
  const parents = new Int32Array(nodes.length).fill(-1);
  const byPath = new Map<string, number>();
  /** For each level, the unit of an area by the area's position. */
  const unitOf = new Map(UNIT_LEVELS.map((level) => [level, new Map<number, number>()]));
  for (const [u, { level, path, areas }] of nodes.entries()) {
    const above = UNIT_LEVELS.slice(0, UNIT_LEVELS.indexOf(level)).toReversed();
    parents[u] =
      above.map((upper) => holderByPath(byPath, upper, path)).find((found) => found >= 0) ??
      above.map((upper) => holderOfAll(unitOf.get(upper)!, areas)).find((found) => found >= 0) ??
      -1;
    byPath.set(`${level}:${path}`, u);
    for (const a of areas) unitOf.get(level)!.set(a, u);
  }
  return parents;
}

function holderByPath(byPath: ReadonlyMap<string, number>, level: string, path: string): number {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const found = byPath.get(`${level}:${path.slice(0, end)}`);
    if (found !== undefined) return found;
  }
  return -1;
}

function holderOfAll(unitOf: ReadonlyMap<number, number>, areas: readonly number[]): number {
  const [first] = areas;
  const holder = first === undefined ? undefined : unitOf.get(first);
  return holder !== undefined && areas.every((a) => unitOf.get(a) === holder) ? holder : -1;
}
