import type { Bounds } from '../geo/polygon.ts';
import { FANOUT } from './segment-tree.ts';
import type { StreetGraph } from './street-graph.ts';

/** Straight pieces of streets whose leaf of the tree meets a box, by the place of their first position in the shapes, ascending. */
export function segmentsNear({ tree, shapeEdge }: StreetGraph, [west, south, east, north]: Bounds): number[] {
  const { boxes, levelStart } = tree;
  const found: number[] = [];
  const look = (level: number, inLevel: number): void => {
    const b = (levelStart[level]! + inLevel) * 4;
    if (boxes[b]! > east || boxes[b + 1]! > north || boxes[b + 2]! < west || boxes[b + 3]! < south) return;
    const first = inLevel * FANOUT;
    if (level > 0) {
      const end = Math.min(first + FANOUT, levelStart[level]! - levelStart[level - 1]!);
      for (let child = first; child < end; child++) look(level - 1, child);
      return;
    }
    const end = Math.min(first + FANOUT, shapeEdge.length - 1);
    for (let s = first; s < end; s++) if (shapeEdge[s] === shapeEdge[s + 1]) found.push(s);
  };
  if (shapeEdge.length > 0) look(levelStart.length - 2, 0);
  return found;
}
