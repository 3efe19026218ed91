import { catchmentsSteps, type Catchments } from '../access/catchments.ts';
import { walkEndsAt } from '../access/locate.ts';
import type { ReachRow } from '../access/reach.ts';
import { rowTo } from '../access/row-to.ts';
import type { Change } from '../plan/edit.ts';
import type { Area, Facility, FacilityId, PoolId } from '../plan/plan.ts';
import { runSteps } from '../progress.ts';
import { AreaJudge } from './area-judge.ts';
import type { Audit } from './audit.ts';
import { BookedParts, PartsWriter } from './booked-parts.ts';
import { bookFloorArea, placesOf, type Booking } from './booking.ts';
import type { AuditContext } from './context.ts';
import { isOpen, onTheWay } from './facility-state.ts';
import { placesOfPools } from './plan-index.ts';
import { settlePool, type Pool } from './pools.ts';
import type { Check, CheckId } from './result.ts';

/** What would be different: records replaced by id, where they stand, and facilities that are new. */
export interface Supposition {
  readonly facilities?: readonly Facility[];
  /** With another pool; nothing else may differ. */
  readonly areas?: readonly Area[];
}

/** An area by position, or a pool. */
export type Subject = { readonly area: number } | { readonly pool: PoolId };

/** How one area or pool would be judged. */
export interface Supposed {
  readonly context: AuditContext;
  /** Floor area of the areas and the pool concerned alone. */
  readonly booking: Booking;
  /** The pool that the subject is or belongs to. */
  readonly pool: Pool | null;
  readonly check: (id: CheckId) => Check | null;
}

/**
 * Judges one area or pool by the rules of the audit as if the plan were different. Facilities that stand book and walk as
 * they do; only what the supposition touches is worked out again.
 */
export function suppose(audit: Audit, subject: Subject, supposition: Supposition): Supposed {
  const context = supposedContext(audit, supposition);
  const poolId = 'pool' in subject ? subject.pool : context.areas[subject.area]!.pool;
  const members = poolId === undefined ? [] : context.areas.flatMap((area, a) => (area.pool === poolId ? [a] : []));
  const concerned = 'pool' in subject ? members : [...new Set([subject.area, ...members])];
  const booking = supposedBooking(audit, context, supposition, concerned, poolId);
  const pool = poolId === undefined ? null : settlePool(context, booking, poolId, members);
  const ledgers = { ...audit.memory.ledgers, booking };
  const judge = new AreaJudge(context, ledgers, pool ? [pool] : [], audit.memory.coverage);
  const { checks } = 'pool' in subject ? judge.explainPool(pool!) : judge.explainArea(subject.area);
  return { context, booking, pool, check: (id) => checks.find((one) => one.check === id) ?? null };
}

function supposedContext({ context, memory }: Audit, { facilities = [], areas = [] }: Supposition): AuditContext {
  const supposed = { ...context };
  if (areas.length > 0) {
    const replaced = [...context.areas];
    for (const area of areas) replaced[context.areaIndex.get(area.id)!] = area;
    supposed.areas = replaced;
    supposed.placeOfPool = placesOfPools(replaced);
  }
  if (facilities.length === 0) return supposed;
  const all = [...context.facilities];
  const coming = [...context.coming];
  const openAt: number[] = [...context.open];
  const { reach } = memory.walks;
  const rows = new Map<FacilityId, ReachRow>();
  for (const facility of facilities) {
    const f = context.facilityIndex.get(facility.id) ?? all.length;
    const at = f === all.length ? walkEndsAt(facility) : null;
    if (at) rows.set(facility.id, rowTo(reach, at));
    all[f] = facility;
    openAt[f] = Number(isOpen(facility, context.asOf));
    coming[f] = openAt[f] ? null : onTheWay(facility, context.asOf);
  }
  const withNew = (catchments: Catchments, limitM: number): Catchments =>
    rows.size === 0 ? catchments : new Map([...catchments, ...runSteps(catchmentsSteps({ ...reach, rows }, limitM))]);
  return {
    ...supposed,
    facilities: all,
    coming,
    open: Uint8Array.from(openAt),
    withPlanned: Uint8Array.from(openAt, (mark, f) => Number(mark === 1 || coming[f] !== null)),
    catchments: withNew(context.catchments, context.circleM),
    poolCatchments: withNew(context.poolCatchments, context.poolCircleM),
  };
}

/** Each facility books by itself: what stands is taken over, what is supposed is booked by the same rules. */
function supposedBooking(
  { booking: standing, context: before }: Audit,
  context: AuditContext,
  { facilities = [] }: Supposition,
  concerned: readonly number[],
  pool: PoolId | undefined,
): Booking {
  const replaced = new Set(facilities.map(({ id }) => before.facilityIndex.get(id)));
  const parts = new PartsWriter();
  // Another pool of an area may number the pools anew.
  const places = concerned.map((a) => ({ before: a as number | undefined, now: a }));
  const poolPlace = pool === undefined ? undefined : context.placeOfPool.get(pool);
  if (poolPlace !== undefined) places.push({ before: before.placeOfPool.get(pool!), now: poolPlace });
  for (const { before: place, now } of places) {
    if (place === undefined) continue;
    for (const part of standing.parts.list([{ place, explicitOnly: false }])) {
      if (!replaced.has(part.facility)) parts.addPart(now, part);
    }
  }
  for (const facility of facilities) {
    const f = context.facilities.lastIndexOf(facility);
    const own = bookFloorArea({ ...context, facilities: [facility] });
    for (const { now: place } of places) {
      for (const part of own.parts.list([{ place, explicitOnly: false }])) {
        parts.addPart(place, { ...part, facility: f });
      }
    }
  }
  return { parts: new BookedParts(parts, placesOf(context)), unbooked: [], issues: [] };
}

/** The edits that make a supposition true of the plan. */
export function changeOf({ context }: Audit, { facilities = [], areas = [] }: Supposition): Change {
  return [
    ...areas.flatMap((area) => fieldEdits('areas', context.areas[context.areaIndex.get(area.id)!]!, area)),
    ...facilities.flatMap((facility) => {
      const f = context.facilityIndex.get(facility.id);
      if (f === undefined) return [{ table: 'facilities', id: facility.id, from: undefined, to: facility } as const];
      return fieldEdits('facilities', context.facilities[f]!, facility);
    }),
  ];
}

function fieldEdits<T extends Area | Facility>(table: 'areas' | 'facilities', before: T, after: T): Change {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T & string)[];
  return fields.flatMap((field) =>
    before[field] === after[field]
      ? []
      : ([{ table, id: before.id, field, from: before[field], to: after[field] }] as unknown as Change),
  );
}
