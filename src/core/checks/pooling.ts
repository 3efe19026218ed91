import { catchmentsSteps } from '../access/catchments.ts';
import { rowTo } from '../access/row-to.ts';
import { innerPosition } from '../geo/polygon.ts';
import type { Area, PoolId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { reaches } from '../units.ts';
import { householdsOf, type AuditContext } from './context.ts';
import { ownNeed } from './floor-area.ts';
import { smallHouseholds } from './pools.ts';
import { exactValue } from './range.ts';
import type { Remedy } from './remedy.ts';
import { suppose, type Supposition } from './suppose.ts';
import { AT_WORK, newFacility, pointOf, poolMeets, type Trial } from './trial.ts';

/**
 * What pooling (统筹设置) would do for a small new area: join with one whose space suffices for both, or with small new
 * ones near it, until what they need together is worth a unit of the least size.
 */
export function* poolingSteps(trial: Trial, a: number): Steps<Remedy[]> {
  const { context } = trial.audit;
  if (!maybePooled(context, a) || !isSmall(context, a)) return [];
  const pool = newPoolId(context, context.areas[a]!);
  const remedies: (Remedy | null)[] = [];
  for (const b of ownersNear(trial, a)) {
    yield AT_WORK;
    const supposition = pooled(context, pool, [a, b]);
    if (!poolMeets(trial.audit, a, [a, b], supposition)) continue;
    remedies.push(trial.attemptToClose({ kind: 'pool', pool, with: [context.areas[b]!.id] }, supposition));
  }
  remedies.push(yield* poolAndBuild(trial, a, pool));
  return remedies.filter((remedy) => remedy !== null);
}

function maybePooled(context: AuditContext, a: number): boolean {
  const { pool, settlement, class: of } = context.areas[a]!;
  return pool === undefined && settlement === 'urban' && of === 'new';
}

function isSmall(context: AuditContext, a: number): boolean {
  const limit = smallHouseholds(context);
  const households = householdsOf(context, context.areas[a]!);
  return limit !== null && households !== undefined && households < limit;
}

/** Areas in no pool that have space of their own to which somebody of the area walks. */
function ownersNear({ audit: { context, booking } }: Trial, a: number): number[] {
  return [...context.areas.keys()].filter((b) => {
    const { pool, settlement } = context.areas[b]!;
    if (b === a || pool !== undefined || settlement !== 'urban') return false;
    return booking.parts.list([{ place: b, explicitOnly: true }]).some(({ facility }) => {
      if (!context.open[facility]) return false;
      return context.poolCatchments.get(context.facilities[facility]!.id)?.area.includes(a);
    });
  });
}

function* poolAndBuild(trial: Trial, a: number, pool: PoolId): Steps<Remedy | null> {
  const { audit } = trial;
  const { context } = audit;
  const least = context.rules.single_unit_floor_area?.value;
  const { geometry } = context.areas[a]!;
  const need = (member: number) => exactValue(ownNeed(context, context.areas[member]!, 'new')) ?? 0;
  // An area whose own need is worth a unit has nothing to gain.
  if (least === undefined || !geometry || reaches(need(a), least)) return null;
  const at = innerPosition(geometry);
  const members = [a];
  let jointNeedM2 = need(a);
  for (const b of yield* smallNeighbours(trial, a)) {
    if (reaches(jointNeedM2, least)) break;
    members.push(b);
    jointNeedM2 += need(b);
  }
  if (!reaches(jointNeedM2, least)) return null;
  const unbuilt = suppose(audit, { area: a }, pooled(context, pool, members)).check('floor_area');
  // Beside smaller units only one that meets the whole need will do.
  for (const m2 of [Math.max(least, unbuilt?.gap ?? 0), Math.max(least, jointNeedM2)]) {
    yield AT_WORK;
    const facility = newFacility(audit, { pool, floorAreaM2: m2, geometry: pointOf(at) });
    const supposition = { ...pooled(context, pool, members), facilities: [facility] };
    if (!poolMeets(audit, a, members, supposition)) continue;
    const others = members.slice(1).map((b) => context.areas[b]!.id);
    return trial.attemptToClose({ kind: 'pool_and_build', pool, with: others, m2, jointNeedM2, at }, supposition);
  }
  return null;
}

/** Other small new areas from which somebody walks to the middle of this one, the nearest first. */
function* smallNeighbours({ audit: { context, memory } }: Trial, a: number): Steps<number[]> {
  const { reach } = memory.walks;
  const row = rowTo(reach, innerPosition(context.areas[a]!.geometry!));
  const rows = new Map([['', row]]);
  const catchment = (yield* catchmentsSteps({ ...reach, rows }, context.poolCircleM)).get('')!;
  const nearestM = new Map<number, number>();
  for (const b of catchment.area) {
    if (b === a || !maybePooled(context, b) || !isSmall(context, b)) continue;
    const [from, to] = [reach.origins.start[b]!, reach.origins.start[b + 1]!];
    let least = Infinity;
    for (const [k, origin] of row.origin.entries()) {
      if (origin >= from && origin < to) least = Math.min(least, row.metres[k]!);
    }
    nearestM.set(b, least);
  }
  return [...nearestM].sort(([p, pM], [q, qM]) => pM - qM || p - q).map(([b]) => b);
}

function pooled({ areas }: AuditContext, pool: PoolId, members: readonly number[]): Supposition {
  return { areas: members.map((a) => ({ ...areas[a]!, pool })) };
}

/** A pool's name that no record carries yet. */
function newPoolId({ areas, facilities }: AuditContext, { id }: Area): PoolId {
  const taken = new Set([...areas, ...facilities].map(({ pool }) => pool));
  let name = `pool ${id}`;
  while (taken.has(name)) name += '+';
  return name;
}
