import type { Coverage } from '../access/coverage.ts';
import type { ReachRow } from '../access/reach.ts';
import { rowTo } from '../access/row-to.ts';
import type { LonLat } from '../geo/geometry.ts';
import { innerPosition } from '../geo/polygon.ts';
import { isCircleDestination } from '../plan/facility-tiers.ts';
import type { Steps } from '../progress.ts';
import { reaches, TOLERANCE } from '../units.ts';
import type { Audit } from './audit.ts';
import { withPlanned } from './make-check.ts';
import { opened, openingAct } from './opening.ts';
import type { Outcome, Remedy } from './remedy.ts';
import { changeOf } from './suppose.ts';
import { newFacility, pointOf } from './trial.ts';
import { requiredShare, shareFigures } from './walk-circle.ts';

/** What would bring more people into the circle: something that opens, or a facility at a place of their own. */
export function* circleRemediesSteps(audit: Audit, a: number): Steps<Remedy[]> {
  const { context } = audit;
  const { today } = audit.memory.coverage;
  const remedies: Remedy[] = [];
  for (const [f, facility] of context.facilities.entries()) {
    const row = context.reach.rows.get(facility.id);
    if (!row || context.open[f] || !isCircleDestination(facility)) continue;
    if (shareWith(audit, today, a, row) <= today.share[a]! + TOLERANCE) continue;
    const change = changeOf(audit, { facilities: [opened(facility, context.asOf)] });
    const act = openingAct(facility, context.coming[f] ?? null);
    remedies.push({ ...act, outcome: circleWith(audit, a, row), change });
  }
  const place = yield* placeForCircle(audit, a);
  if (place && place.share > today.share[a]! + TOLERANCE) {
    const { at, share, row } = place;
    const change = changeOf(audit, { facilities: [newFacility(audit, { geometry: pointOf(at) })] });
    remedies.push({ kind: 'new_facility', at, share, outcome: circleWith(audit, a, row), change });
  }
  return remedies;
}

/** How the circle of an area would be judged with one more facility open. */
function circleWith({ context, memory }: Audit, a: number, row: ReachRow): Outcome {
  const required = requiredShare(context, context.reach.origins.basis[a]!);
  const figures = (coverage: Coverage) => shareFigures(shareWith({ context }, coverage, a, row), required);
  const { verdict, gap } = figures(memory.coverage.today);
  return { verdict: withPlanned(verdict, figures(memory.coverage.planned).verdict), gap };
}

/** The share of an area's people within the circle of what covers them already or of one more facility. */
function shareWith({ context }: Pick<Audit, 'context'>, { originM }: Coverage, a: number, row: ReachRow): number {
  const { start, weight } = context.reach.origins;
  const from = start[a]!;
  const to = start[a + 1]!;
  const within = new Uint8Array(to - from);
  for (const [k, origin] of row.origin.entries()) {
    if (origin >= from && origin < to && row.metres[k]! <= context.circleM + TOLERANCE) within[origin - from] = 1;
  }
  let covered = 0;
  let all = true;
  for (let i = from; i < to; i++) {
    if (within[i - from] || originM[i] !== Infinity) covered += weight[i]!;
    else all = false;
  }
  return all ? 1 : covered;
}

/** Of the area's middle and the places where its people live the first that suffices, else the one that covers most. */
function* placeForCircle(audit: Audit, a: number): Steps<{ at: LonLat; share: number; row: ReachRow } | null> {
  const { context, memory } = audit;
  const { origins } = context.reach;
  const { geometry } = context.areas[a]!;
  if (!geometry) return null;
  const places: LonLat[] = [innerPosition(geometry)];
  for (let i = origins.start[a]!; i < origins.start[a + 1]!; i++) places.push([origins.lon[i]!, origins.lat[i]!]);
  const required = requiredShare(context, origins.basis[a]!);
  let best: { at: LonLat; share: number; row: ReachRow } | null = null;
  for (const [k, at] of places.entries()) {
    yield { stage: 'reach', done: k, total: places.length };
    const row = rowTo(memory.walks.reach, at);
    const share = shareWith(audit, memory.coverage.today, a, row);
    if (!best || share > best.share) best = { at, share, row };
    if (reaches(best.share, required)) break;
  }
  return best;
}
