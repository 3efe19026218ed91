import { walkEndsAt } from '../access/locate.ts';
import type { AuditContext } from '../checks/context.ts';
import { statusOf } from '../checks/facility-state.ts';
import { greatCircleMetres } from '../geo/distance.ts';
import { deepEqual } from '../plan/deep-equal.ts';
import type { Facility, FacilityId } from '../plan/plan.ts';
import type { Both, DifferenceCause, Stand } from './comparison.ts';

export type FacilityCause = Extract<DifferenceCause, { readonly facility: FacilityId }>;

/** Fields that say where a facility's floor area goes, and whether it counts at all. */
const BOOKED_BY = ['serves', 'pool', 'acquisition', 'type', 'publicBenefit', 'building'] as const;

/** What differs about each facility that differs in anything a check reads. */
export function facilityDifferences(contexts: Both<AuditContext>): Map<FacilityId, readonly FacilityCause[]> {
  const ids = new Set([...contexts.left.facilityIndex.keys(), ...contexts.right.facilityIndex.keys()]);
  const found = new Map<FacilityId, readonly FacilityCause[]>();
  for (const id of ids) {
    const causes = differencesOf(contexts, id);
    if (causes.length > 0) found.set(id, causes);
  }
  return found;
}

function differencesOf({ left, right }: Both<AuditContext>, id: FacilityId): FacilityCause[] {
  const [before, after] = [recordOf(left, id), recordOf(right, id)];
  const facility = { facility: id, name: (after ?? before)?.name ?? null };
  const causes: FacilityCause[] = [];
  const stands = { left: standOf(left, id), right: standOf(right, id) };
  if (stands.left !== stands.right) {
    const floorAreaM2 = (stands.right === 'absent' ? before : after)?.floorAreaM2 ?? null;
    causes.push({ code: 'facility_stand', ...facility, ...stands, floorAreaM2 });
  }
  if (!before || !after || before === after) return causes;
  if (before.floorAreaM2 !== after.floorAreaM2) {
    causes.push({ code: 'facility_size', ...facility, ...both(before.floorAreaM2, after.floorAreaM2) });
  }
  if (before.landAreaM2 !== after.landAreaM2) {
    causes.push({ code: 'facility_land', ...facility, ...both(before.landAreaM2, after.landAreaM2) });
  }
  if (!deepEqual(before.geometry, after.geometry) || !deepEqual(before.entrance, after.entrance)) {
    causes.push({ code: 'facility_moved', ...facility, metres: metresBetween(before, after) });
  }
  if (BOOKED_BY.some((field) => !deepEqual(before[field], after[field]))) {
    causes.push({ code: 'facility_rebooked', ...facility });
  }
  return causes;
}

function recordOf({ facilities, facilityIndex }: AuditContext, id: FacilityId): Facility | undefined {
  return facilities[facilityIndex.get(id) ?? -1];
}

const STAND_OF_REASON: Readonly<Record<string, Stand>> = {
  work_under_way: 'building',
  planned_only: 'planned',
  opens_later: 'opens_later',
};

function standOf(context: AuditContext, id: FacilityId): Stand {
  const f = context.facilityIndex.get(id);
  if (f === undefined) return 'absent';
  if (context.open[f]) return 'open';
  const facility = context.facilities[f]!;
  const reason = context.coming[f];
  if (reason) return STAND_OF_REASON[reason]!;
  const status = statusOf(facility);
  if (status === 'closed' || status === 'suspended') return status;
  return facility.acquisition === 'lease' ? 'lease_ended' : 'term_ended';
}

function metresBetween(before: Facility, after: Facility): number | null {
  const [from, to] = [walkEndsAt(before), walkEndsAt(after)];
  return from && to ? greatCircleMetres(from, to) : null;
}

function both(left: number | undefined, right: number | undefined): Both<number | null> {
  return { left: left ?? null, right: right ?? null };
}
