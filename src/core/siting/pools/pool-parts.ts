import type { PoolInstance, SharedPlace, SmallArea } from './pool-instance.ts';

/** A part of an instance that no place ties to the rest: it can be solved by itself. Positions are its own. */
export interface PoolPart {
  readonly leastUnitM2: number;
  readonly areas: readonly SmallArea[];
  readonly places: readonly SharedPlace[];
}

/** Which place each area of a part shares, by position; −1: it builds alone. */
export type Assignment = Int32Array;

/** Splits an instance where nothing ties it together, in order of the areas. */
export function poolParts({ leastUnitM2, areas, places }: PoolInstance): PoolPart[] {
  const root = Int32Array.from(areas.keys());
  const rootOf = (i: number): number => {
    while (root[i] !== i) {
      root[i] = root[root[i]!]!;
      i = root[i]!;
    }
    return i;
  };
  for (const { who } of places) {
    for (const i of who) {
      const [p, q] = [rootOf(who[0]!), rootOf(i)];
      root[Math.max(p, q)] = Math.min(p, q);
    }
  }
  const parts = new Map<number, { members: number[]; places: SharedPlace[] }>();
  for (const i of areas.keys()) {
    const part = parts.get(rootOf(i)) ?? { members: [], places: [] };
    part.members.push(i);
    parts.set(rootOf(i), part);
  }
  for (const place of places) parts.get(rootOf(place.who[0]!))!.places.push(place);
  return [...parts.values()].map((part) => {
    const own = new Map(part.members.map((i, position) => [i, position]));
    return {
      leastUnitM2,
      areas: part.members.map((i) => areas[i]!),
      places: part.places.map((place) => ({ ...place, who: place.who.map((i) => own.get(i)!) })),
    };
  });
}

/** Positions of the areas at each place, and of those alone. */
export function groupsOf(assignment: Assignment): { groups: Map<number, number[]>; alone: number[] } {
  const groups = new Map<number, number[]>();
  const alone: number[] = [];
  for (const [i, p] of assignment.entries()) {
    if (p < 0) alone.push(i);
    else groups.set(p, [...(groups.get(p) ?? []), i]);
  }
  return { groups, alone };
}

/** m² of the one unit that areas share, or that one builds alone. */
export function unitM2({ leastUnitM2, areas }: PoolPart, members: readonly number[]): number {
  return Math.max(
    leastUnitM2,
    members.reduce((sum, i) => sum + areas[i]!.needM2, 0),
  );
}

/** m² of all units together. */
export function totalM2(part: PoolPart, assignment: Assignment): number {
  const { groups, alone } = groupsOf(assignment);
  const shared = [...groups.values()].reduce((sum, members) => sum + unitM2(part, members), 0);
  return alone.reduce((sum, i) => sum + unitM2(part, [i]), shared);
}

/** What no assignment can do with less than: everyone's need, and a unit where there is anyone. */
export function leastM2(part: PoolPart): number {
  return unitM2(part, [...part.areas.keys()]);
}
