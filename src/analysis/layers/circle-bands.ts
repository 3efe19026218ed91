import type { NetworkReach } from '../../core/access/network-reach.ts';
import type { ReachRow } from '../../core/access/reach.ts';
import type { Audit } from '../../core/checks/audit.ts';
import { circleUnionSteps } from '../../core/network/circle-union.ts';
import { isochroneUnionSteps } from '../../core/network/isochrone.ts';
import type { WaterAreas } from '../../core/network/water-areas.ts';
import { isCircleDestination } from '../../core/plan/facility-tiers.ts';
import type { FacilityId } from '../../core/plan/plan.ts';
import type { Steps } from '../../core/progress.ts';
import type { CircleBand } from '../api.ts';

/** Bands by the first of the rows that they belong to, and what they were drawn of: rows stay as long as they are true. */
const drawn = new WeakMap<ReachRow, DrawnBands>();

interface DrawnBands {
  readonly rows: readonly ReachRow[];
  readonly circleM: number;
  /** Of estimates: what makes a walk out of a straight line. */
  readonly detour: number;
  readonly water: WaterAreas | null;
  readonly bands: readonly CircleBand[];
}

/**
 * From where any open facility of the circle is reached within a third, two thirds and all of the circle's minutes, the
 * farthest first. Empty where there is no such facility.
 */
export function* circleBandsSteps(audit: Audit, water: WaterAreas | null): Steps<readonly CircleBand[]> {
  const { context } = audit;
  const facilities = context.facilities.filter((facility, f) => context.open[f] && isCircleDestination(facility));
  return yield* bandsSteps(
    audit,
    facilities.map(({ id }) => id),
    water,
  );
}

/** The same of one facility, whatever it is and whether it is open. Empty where it has no place. */
export function* facilityBandsSteps(
  audit: Audit,
  facility: FacilityId,
  water: WaterAreas | null,
): Steps<readonly CircleBand[]> {
  return yield* bandsSteps(audit, [facility], water);
}

function* bandsSteps(
  { context, memory }: Audit,
  facilities: readonly FacilityId[],
  water: WaterAreas | null,
): Steps<readonly CircleBand[]> {
  const { reach } = memory.walks;
  const { minutes, circleM, settings } = context;
  const placed = facilities.filter((facility) => reach.rows.has(facility));
  const rows = placed.map((facility) => reach.rows.get(facility)!);
  const [first] = rows;
  if (!first) return [];
  const detour = settings.detour_factor;
  const known = drawn.get(first);
  if (known && isOf(known, { rows, circleM, detour, water })) return known.bands;
  const limitsM = [circleM, (2 * circleM) / 3, circleM / 3];
  const estimate = reach.method !== 'network';
  const shapes = estimate
    ? yield* circleUnionSteps(
        rows.map(({ at }) => at),
        limitsM.map((metres) => metres / detour),
      )
    : yield* isochroneUnionSteps(reach.graph, water, snapsOf(reach, placed), limitsM);
  const bands = shapes.map((geometry, i): CircleBand => ({
    minutes: i === 0 ? minutes : (minutes * (3 - i)) / 3,
    estimate,
    geometry,
  }));
  const walked = bands.filter(({ geometry }) => geometry.coordinates.length > 0);
  drawn.set(first, { rows, circleM, detour, water, bands: walked });
  return walked;
}

function snapsOf({ destinationSnaps }: NetworkReach, facilities: readonly FacilityId[]) {
  return facilities.map((facility) => destinationSnaps.get(facility)!);
}

function isOf(known: DrawnBands, { rows, circleM, detour, water }: Omit<DrawnBands, 'bands'>): boolean {
  if (known.circleM !== circleM || known.detour !== detour || known.water !== water) return false;
  return known.rows.length === rows.length && known.rows.every((row, i) => row === rows[i]);
}
