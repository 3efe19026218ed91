import type { Steps } from '../progress.ts';
import type { StreetGraph } from './street-graph.ts';

/** Positions of shapes in a leaf, and boxes in a box above. */
export const FANOUT = 8;

/** Positions or boxes worked through between two reports. */
const PER_STEP = 200_000;

/**
 * Boxes around the segments of all shapes, eight to a box, eight boxes to a box, and so on. Edges are stored along a
 * Hilbert curve, so neighbours in the arrays are neighbours on the ground and the tree needs no sorting.
 */
export interface SegmentTree {
  /** Degrees: west, south, east, north of box after box, from the leaves up. */
  readonly boxes: Float64Array;
  /** First box of each level; the last entry is the number of boxes. */
  readonly levelStart: Uint32Array;
}

export function* buildSegmentTreeSteps({
  shapeLon,
  shapeLat,
  shapeEdge,
}: Pick<StreetGraph, 'shapeLon' | 'shapeLat' | 'shapeEdge'>): Steps<SegmentTree> {
  const leaves = Math.ceil(shapeLon.length / FANOUT);
  const levelStart = [0];
  for (let count = leaves; ; count = Math.ceil(count / FANOUT)) {
    levelStart.push(levelStart.at(-1)! + count);
    if (count <= 1) break;
  }
  const boxes = new Float64Array(levelStart.at(-1)! * 4);
  for (let i = 0; i < boxes.length; i += 4) {
    boxes[i] = boxes[i + 1] = Infinity;
    boxes[i + 2] = boxes[i + 3] = -Infinity;
  }
  for (let s = 0; s + 1 < shapeLon.length; s++) {
    if (s % PER_STEP === 0) yield { stage: 'reading', done: s, total: shapeLon.length };
    if (shapeEdge[s] !== shapeEdge[s + 1]) continue;
    const box = Math.floor(s / FANOUT) * 4;
    widen(boxes, box, shapeLon[s]!, shapeLat[s]!);
    widen(boxes, box, shapeLon[s + 1]!, shapeLat[s + 1]!);
  }
  for (let level = 0; level + 2 < levelStart.length; level++) {
    for (let i = levelStart[level]!; i < levelStart[level + 1]!; i++) {
      if (i % PER_STEP === 0) yield { stage: 'reading', done: 1, total: 1 };
      const above = (levelStart[level + 1]! + Math.floor((i - levelStart[level]!) / FANOUT)) * 4;
      widen(boxes, above, boxes[i * 4]!, boxes[i * 4 + 1]!);
      widen(boxes, above, boxes[i * 4 + 2]!, boxes[i * 4 + 3]!);
    }
  }
  return { boxes, levelStart: Uint32Array.from(levelStart) };
}

function widen(boxes: Float64Array, at: number, lon: number, lat: number): void {
  if (lon < boxes[at]!) boxes[at] = lon;
  if (lat < boxes[at + 1]!) boxes[at + 1] = lat;
  if (lon > boxes[at + 2]!) boxes[at + 2] = lon;
  if (lat > boxes[at + 3]!) boxes[at + 3] = lat;
}
