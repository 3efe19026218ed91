import { originsOnStreets } from '../core/network/origins-on-streets.ts';
import type { StreetGraph } from '../core/network/street-graph.ts';
import { WalkingTimes } from '../core/network/walking-times.ts';
import { walkingMetres, walkingMinutes } from '../core/access/reach.ts';
import { tellProgress, type Speech } from './host.ts';
import type { SnappedPoint } from './snap-points.ts';

/** A walk that takes no longer than the limit. */
export interface Walk {
  readonly from_id: string;
  readonly to_id: string;
  readonly minutes: number;
}

/** Points walked from between two reports. */
const PER_REPORT = 20;

/**
 * Every walk within the limit (included), by the order of `from` and then of `to`, those of one `from` at a time. Points
 * that are on no street walk nowhere.
 */
export function* walkTable(
  graph: StreetGraph,
  from: readonly SnappedPoint[],
  to: readonly SnappedPoint[],
  minutes: number,
  speedKmH: number,
  speech: Speech,
): Generator<Walk[]> {
  const times = new WalkingTimes(
    graph,
    originsOnStreets(graph, {
      edge: Uint32Array.from(to, ({ snap }) => snap.edge),
      alongM: Float64Array.from(to, ({ snap }) => snap.alongM),
      awayM: Float64Array.from(to, ({ snap }) => snap.awayM),
      island: Uint8Array.from(to, ({ snap }) => Number(snap.status === 'snapped_to_island')),
      others: to.flatMap(({ snap }, point) => (snap.others ?? []).map((way) => ({ ...way, point }))),
    }),
  );
  const limitM = walkingMetres(minutes, speedKmH);
  for (const [i, { id, snap }] of from.entries()) {
    if (i % PER_REPORT === 0) tellProgress(speech, { stage: 'reach', done: i, total: from.length });
    // A walk is the same both ways, so it does not matter which end the search starts from.
    const { origin, metres } = times.row(snap, limitM);
    yield Array.from(origin, (k, n) => ({
      from_id: id,
      to_id: to[k]!.id,
      minutes: walkingMinutes(metres[n]!, speedKmH),
    }));
  }
}
