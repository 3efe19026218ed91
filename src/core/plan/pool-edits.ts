import type { Change } from './edit.ts';
import type { AreaId, Facility, Plan, PoolId } from './plan.ts';

/** The areas of a pool, in the plan's order. */
export function membersOfPool({ areas }: Pick<Plan, 'areas'>, pool: PoolId): AreaId[] {
  return [...areas.values()].flatMap((area) => (area.pool === pool ? [area.id] : []));
}

/** The facilities that are booked to a pool, in the plan's order. */
export function facilitiesOfPool({ facilities }: Pick<Plan, 'facilities'>, pool: PoolId): Facility[] {
  return [...facilities.values()].filter((facility) => facility.pool === pool);
}

/** Puts areas into a pool, or out of any (`pool` undefined). Areas that are there already, or not in the plan, are left out. */
export function poolAreas({ areas }: Pick<Plan, 'areas'>, ids: Iterable<AreaId>, pool: PoolId | undefined): Change {
  return [...ids].flatMap((id) => {
    const area = areas.get(id);
    if (area === undefined || area.pool === pool) return [];
    return { table: 'areas', id, field: 'pool', from: area.pool, to: pool } as const;
  });
}

/** Takes a pool off all its areas and facilities. */
export function dissolvePool(plan: Pick<Plan, 'areas' | 'facilities'>, pool: PoolId): Change {
  return [
    ...poolAreas(plan, membersOfPool(plan, pool), undefined),
    ...facilitiesOfPool(plan, pool).map(
      ({ id }) => ({ table: 'facilities', id, field: 'pool', from: pool, to: undefined }) as const,
    ),
  ];
}

/** A pool's name that no record carries yet and that is not among some others: a number after the given words. */
export function freePoolName(
  { areas, facilities }: Pick<Plan, 'areas' | 'facilities'>,
  name: (number: number) => PoolId,
  others: ReadonlySet<PoolId> = new Set(),
): PoolId {
  const taken = new Set([...areas.values(), ...facilities.values()].map(({ pool }) => pool));
  let number = 1;
  while (taken.has(name(number)) || others.has(name(number))) number++;
  return name(number);
}
