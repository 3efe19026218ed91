import { TOLERANCE } from '../units.ts';
import { AscendingSet } from './ascending-set.ts';
import type { OriginsOnStreets } from './origins-on-streets.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';
import { WalkingSearch, waysOnto, type StreetPoint } from './walking-search.ts';

/** The origins from which a place can be walked to within a limit, ascending, and how far each walk is. */
export interface WalkingRow {
  readonly origin: Uint32Array<ArrayBuffer>;
  readonly metres: Float64Array<ArrayBuffer>;
}

/**
 * Walks between one place and all origins within a limit: off the street, along the streets, off the street again; two
 * points on one edge walk along it directly where that is shorter. Keeps scratch space: one for each worker.
 */
export class WalkingTimes {
  private readonly graph: StreetGraph;
  private readonly origins: OriginsOnStreets;
  private readonly search: WalkingSearch;
  private readonly found: AscendingSet;
  /** Infinity but for those found. */
  private readonly metres: Float64Array;

  constructor(graph: StreetGraph, origins: OriginsOnStreets) {
    this.graph = graph;
    this.origins = origins;
    this.search = new WalkingSearch(graph);
    this.found = new AscendingSet(origins.count);
    this.metres = new Float64Array(origins.count).fill(Infinity);
  }

  /** The limit in metres is included. A place that is on no street is reached from nowhere. */
  row(place: StreetPoint, limitM: number): WalkingRow {
    const { graph, search } = this;
    if (place.edge === NO_EDGE) return { origin: new Uint32Array(0), metres: new Float64Array(0) };
    const mostM = limitM + TOLERANCE;
    search.run(place, limitM);
    for (const way of waysOnto(place)) this.edge(way.edge, mostM, way);
    const { firstArc, arcTo, arcEdge } = graph;
    const { edgeStart } = this.origins;
    const { nodeM, reached, reachedCount } = search;
    for (let i = 0; i < reachedCount; i++) {
      const node = reached[i]!;
      const end = firstArc[node + 1]!;
      for (let arc = firstArc[node]!; arc < end; arc++) {
        const edge = arcEdge[arc]!;
        if (edgeStart[edge] === edgeStart[edge + 1]) continue;
        // An edge with both ends reached is looked at from the one with the lower number.
        const other = arcTo[arc]!;
        if (other < node && nodeM[other] !== Infinity) continue;
        this.edge(edge, mostM, null);
      }
    }
    const origin = this.found.drain();
    const metres = new Float64Array(origin.length);
    for (let k = 0; k < origin.length; k++) {
      metres[k] = this.metres[origin[k]!]!;
      this.metres[origin[k]!] = Infinity;
    }
    return { origin, metres };
  }

  /** Takes up the origins on one edge. */
  private edge(edge: number, mostM: number, place: StreetPoint | null): void {
    const { edgeStart, origin, alongM, awayM } = this.origins;
    const { edgeFrom, edgeTo, edgeM } = this.graph;
    const fromM = this.search.nodeM[edgeFrom[edge]!]!;
    const toM = this.search.nodeM[edgeTo[edge]!]!;
    const length = edgeM[edge]!;
    const end = edgeStart[edge + 1]!;
    for (let k = edgeStart[edge]!; k < end; k++) {
      const along = alongM[k]!;
      const forth = fromM + along;
      const back = toM + (length - along);
      let street = forth < back ? forth : back;
      if (place) {
        const direct = place.awayM + Math.abs(place.alongM - along);
        if (direct < street) street = direct;
      }
      const metres = street + awayM[k]!;
      const known = this.metres[origin[k]!]!;
      if (!(metres <= mostM) || metres >= known) continue;
      this.metres[origin[k]!] = metres;
      if (known === Infinity) this.found.add(origin[k]!);
    }
  }
}
