import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Barriers } from './barriers.ts';
import { nearestInSight } from './nearest-in-sight.ts';
import { segmentsNear } from './segments-near.ts';
import type { StreetGraph } from './street-graph.ts';
import { boundsAround, wallsAround } from './walls-around.ts';

/** A street that is cut ends so far before the barrier: whoever stands behind it does not get onto the street's end. */
const CUT_M = 0.01;

/** Where barriers cut the edges of streets, and where links join them. */
export class StreetSplits {
  private readonly base: StreetGraph;
  private readonly barriers: Barriers;
  private readonly cuts = new Map<number, number[]>();
  private readonly joins = new Map<number, number[]>();

  constructor(base: StreetGraph, barriers: Barriers) {
    this.base = base;
    this.barriers = barriers;
    const { shapeLon, shapeLat, shapeM, shapeEdge } = base;
    for (let piece = 0; piece * 4 < barriers.ends.length; piece++) {
      for (const s of segmentsNear(base, barriers.boundsOf(piece))) {
        const t = s + 1;
        const share = barriers.crossing(piece, shapeLon[s]!, shapeLat[s]!, shapeLon[t]!, shapeLat[t]!);
        if (!Number.isNaN(share)) put(this.cuts, shapeEdge[s]!, shapeM[s]! + share * (shapeM[t]! - shapeM[s]!));
      }
    }
  }

  /** Joins the street that is nearest to a position within `limitM`, and that no barrier hides. Null: there is none. */
  join(at: LonLat, limitM: number): { readonly edge: number; readonly alongM: number } | null {
    const { base } = this;
    const { perLon, perLat } = metresPerDegree(at[1]);
    const walls = wallsAround(this.barriers, at, perLon, perLat, limitM);
    let nearest: { edge: number; alongM: number } | null = null;
    let leastSq = limitM * limitM;
    for (const s of segmentsNear(base, boundsAround(at, perLon, perLat, limitM))) {
      const edge = base.shapeEdge[s]!;
      const startM = base.shapeM[s]!;
      const lengthM = base.shapeM[s + 1]! - startM;
      const ax = (base.shapeLon[s]! - at[0]) * perLon;
      const ay = (base.shapeLat[s]! - at[1]) * perLat;
      const bx = (base.shapeLon[s + 1]! - at[0]) * perLon;
      const by = (base.shapeLat[s + 1]! - at[1]) * perLat;
      for (const [low, high] of this.stretchesOf(edge)) {
        const from = Math.max(0, (low - startM) / lengthM || 0);
        const to = Math.min(1, lengthM > 0 ? (high - startM) / lengthM : 1);
        if (from > to) continue;
        const share = nearestInSight(ax, ay, bx, by, walls, from, to);
        const sq = (ax + share * (bx - ax)) ** 2 + (ay + share * (by - ay)) ** 2;
        if (!(sq < leastSq)) continue;
        leastSq = sq;
        nearest = { edge, alongM: Math.min(high, Math.max(low, startM + share * lengthM)) };
      }
    }
    if (nearest) put(this.joins, nearest.edge, nearest.alongM);
    return nearest;
  }

  /** Edges that are cut or joined, ascending. */
  edges(): number[] {
    return [...new Set([...this.cuts.keys(), ...this.joins.keys()])].sort((a, b) => a - b);
  }

  /** What is left of an edge between its cuts, in metres from its start. */
  stretchesOf(edge: number): readonly (readonly [startM: number, endM: number])[] {
    const lengthM = this.base.edgeM[edge]!;
    const cuts = this.cuts.get(edge);
    if (!cuts) return [[0, lengthM]];
    const stretches: [number, number][] = [];
    let from = 0;
    for (const cutM of ascending(cuts)) {
      if (cutM - CUT_M > from) stretches.push([from, cutM - CUT_M]);
      from = Math.max(from, cutM + CUT_M);
    }
    if (from < lengthM) stretches.push([from, lengthM]);
    return stretches;
  }

  /** Where links join an edge, in metres from its start. */
  joinsOf(edge: number): readonly number[] {
    return ascending(this.joins.get(edge) ?? []);
  }

  /** Where an edge is cut and joined, as text that is the same for the same pieces. */
  textOf(edge: number): string {
    return `${ascending(this.cuts.get(edge) ?? []).join()}|${this.joinsOf(edge).join()}`;
  }
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function put(lists: Map<number, number[]>, edge: number, metres: number): void {
  const list = lists.get(edge);
  if (list) list.push(metres);
  else lists.set(edge, [metres]);
}
