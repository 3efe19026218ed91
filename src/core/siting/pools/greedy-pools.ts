import { reaches, TOLERANCE } from '../../units.ts';
import { unitM2, type Assignment, type PoolPart } from './pool-parts.ts';

/**
 * A good assignment found at once: the place that saves most takes everyone who is left, over and over; then areas move
 * one by one while that saves anything. What the exact search begins from, and the answer where its time is up.
 */
export function greedyPools(part: PoolPart): Assignment {
  const assignment = new Int32Array(part.areas.length).fill(-1);
  const taken = new Set<number>();
  for (;;) {
    const best = bestOpening(part, assignment, taken);
    if (best === null) break;
    taken.add(best.place);
    for (const i of best.members) assignment[i] = best.place;
  }
  moveOneByOne(part, assignment);
  return assignment;
}

function bestOpening(
  part: PoolPart,
  assignment: Assignment,
  taken: ReadonlySet<number>,
): { place: number; members: number[] } | null {
  let best: { place: number; members: number[] } | null = null;
  let most = TOLERANCE;
  for (const [p, { who, roomM2 }] of part.places.entries()) {
    if (taken.has(p)) continue;
    const members = fitting(
      part,
      who.filter((i) => assignment[i] === -1),
      roomM2,
    );
    if (members.length < 2) continue;
    const saved = members.reduce((sum, i) => sum + unitM2(part, [i]), 0) - unitM2(part, members);
    if (saved > most) [best, most] = [{ place: p, members }, saved];
  }
  return best;
}

/** As many as there is room for, those that need least first: each that joins adds no more than it needs. */
function fitting(part: PoolPart, free: readonly number[], roomM2: number | null): number[] {
  if (roomM2 === null) return [...free];
  const members: number[] = [];
  for (const i of [...free].sort((a, b) => part.areas[a]!.needM2 - part.areas[b]!.needM2 || a - b)) {
    if (reaches(roomM2, unitM2(part, [...members, i]))) members.push(i);
  }
  return members;
}

function moveOneByOne(part: PoolPart, assignment: Assignment): void {
  const moves = new Moves(part, assignment);
  for (let moved = true; moved;) {
    moved = false;
    for (const i of part.areas.keys()) moved = moves.improve(i) || moved;
  }
}

/** Moves of single areas, each weighed by the two units that it changes. */
class Moves {
  private readonly part: PoolPart;
  private readonly assignment: Assignment;
  /** Areas that share each place. */
  private readonly at: number[][];
  /** Places that each area reaches. */
  private readonly places: number[][];

  constructor(part: PoolPart, assignment: Assignment) {
    this.part = part;
    this.assignment = assignment;
    this.at = part.places.map(() => []);
    this.places = part.areas.map(() => []);
    for (const [i, p] of assignment.entries()) this.at[p]?.push(i);
    for (const [p, { who }] of part.places.entries()) for (const i of who) this.places[i]!.push(p);
  }

  /** Moves an area wherever that makes the total less; whether it did. */
  improve(i: number): boolean {
    return [-1, ...this.places[i]!].some((to) => to !== this.assignment[i] && this.moveIfBetter(i, to));
  }

  private moveIfBetter(i: number, to: number): boolean {
    const { part, assignment, at } = this;
    const from = assignment[i]!;
    const joined = to < 0 ? [i] : [...at[to]!, i];
    if (to >= 0 && joined.length < 2) return false;
    const room = part.places[to]?.roomM2 ?? null;
    if (room !== null && !reaches(room, unitM2(part, joined))) return false;
    const left = from < 0 ? [] : at[from]!.filter((other) => other !== i);
    const before = this.m2(from < 0 ? [i] : at[from]!) + this.m2(to < 0 ? [] : at[to]!);
    if (this.m2(left) + this.m2(joined) >= before - TOLERANCE) return false;
    // Whoever stays behind alone shares with nobody.
    if (left.length === 1) assignment[left[0]!] = -1;
    if (from >= 0) at[from] = left.length === 1 ? [] : left;
    if (to >= 0) at[to] = joined;
    assignment[i] = to;
    return true;
  }

  private m2(members: readonly number[]): number {
    return members.length === 0 ? 0 : unitM2(this.part, members);
  }
}
