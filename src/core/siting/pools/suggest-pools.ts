import type { AreaId } from '../../plan/plan.ts';
import { TOLERANCE } from '../../units.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Solution, SolveOptions } from '../solver/solution.ts';
import { greedyPools } from './greedy-pools.ts';
import type { LeftReason, PoolInstance, SmallArea } from './pool-instance.ts';
import { AIMS, poolModel, type Held } from './pool-model.ts';
import { groupsOf, leastM2, poolParts, totalM2, unitM2, type Assignment, type PoolPart } from './pool-parts.ts';
import type { PlaceName, PlaceWalk, PoolPlace } from './pool-places.ts';
import { withWorthwhilePlaces } from './worthwhile-places.ts';

/** Small new areas that should share one unit, and why. */
export interface SuggestedPool {
  readonly members: readonly (SmallArea & { readonly walk: PlaceWalk })[];
  /** Σ of the members' needs. */
  readonly needM2: number;
  /** The least unit, or the need where that is more. */
  readonly unitM2: number;
  /** What the members would build each alone. */
  readonly aloneM2: number;
  /** Where the unit would stand. */
  readonly place: PlaceName & Pick<PoolPlace, 'at'>;
}

/** Suggested pools. `optimal`: proved that no other choice of pools takes less m² in total. */
export interface PoolSuggestions {
  readonly status: 'optimal' | 'feasible';
  /** Most m² saved first. */
  readonly pools: readonly SuggestedPool[];
  readonly left: readonly { readonly area: AreaId; readonly reason: LeftReason }[];
  /** m² of all units, those of areas that stay alone included. */
  readonly totalM2: number;
  /** What no choice can do with less than, m². */
  readonly boundM2: number;
  readonly aloneM2: number;
  /** How many parts that nothing ties together are solved, of how many. */
  readonly parts: { readonly done: number; readonly total: number };
}

/** A model that must be solved before the suggestions go on, and what its better solutions on the way would suggest. */
export interface PoolSearchStep {
  readonly model: LinearModel;
  readonly options: SolveOptions;
  /** What is suggested as it stands. */
  readonly soFar: PoolSuggestions;
  readonly suggestionsOf: (values: Float64Array, bound: number | null) => PoolSuggestions;
}

/** Columns of a model up to which ties are broken exactly. */
const MOST_TIE_COLUMNS = 20_000;

interface PartState {
  readonly part: PoolPart;
  assignment: Assignment;
  boundM2: number;
  proved: boolean;
}

/**
 * Groups small new areas so that all units together take the least m²; of the choices that do, those with the fewest units,
 * and of those, with the shortest walks. Whoever drives it solves each model that it asks for, and may stop with what it has:
 * a good answer is there from the first step on.
 */
export function* suggestPools(
  instance: PoolInstance,
  timeLimitS: number,
): Generator<PoolSearchStep, PoolSuggestions, Solution> {
  const states = poolParts(instance).map((whole): PartState => {
    const part = withWorthwhilePlaces(whole);
    const assignment = greedyPools(part);
    const boundM2 = leastM2(part);
    return { part, assignment, boundM2, proved: totalM2(part, assignment) <= boundM2 + TOLERANCE };
  });
  let done = 0;
  const soFar = (): PoolSuggestions => suggestionsOf(instance, states, done);
  for (const state of states) {
    const { part } = state;
    const held: { -readonly [K in keyof Held]: Held[K] } = {};
    for (const aim of AIMS) {
      if (aim === 'area' && state.proved) {
        held.m2 = totalM2(part, state.assignment);
        continue;
      }
      const { model, assignmentOf, valuesOf } = poolModel(part, aim, held);
      if (aim !== 'area' && model.cost.length > MOST_TIE_COLUMNS) break;
      const take = (values: Float64Array): void => {
        const assignment = assignmentOf(values);
        if (aim !== 'area' || totalM2(part, assignment) < totalM2(part, state.assignment) - TOLERANCE) {
          state.assignment = assignment;
        }
      };
      const raiseBound = (bound: number | null): void => {
        if (aim === 'area' && bound !== null) state.boundM2 = Math.max(state.boundM2, bound);
      };
      const solution: Solution = yield {
        model,
        options: { start: valuesOf(state.assignment), timeLimitS },
        soFar: soFar(),
        suggestionsOf(values, bound) {
          take(values);
          raiseBound(bound);
          return soFar();
        },
      };
      if (solution.status === 'infeasible') throw new Error(`pools: expected ${aim} to be feasible from its start`);
      if (solution.values !== null) take(solution.values);
      raiseBound(solution.bound);
      if (aim === 'area') state.proved = solution.status === 'optimal';
      // Where one aim is not settled, the next would be settled among too few.
      if (solution.status !== 'optimal') break;
      if (aim === 'area') held.m2 = totalM2(part, state.assignment);
      else held.units = unitsOf(state.assignment);
    }
    done++;
  }
  return soFar();
}

function unitsOf(assignment: Assignment): number {
  const { groups, alone } = groupsOf(assignment);
  return groups.size + alone.length;
}

function suggestionsOf({ left }: PoolInstance, states: readonly PartState[], done: number): PoolSuggestions {
  const pools = states.flatMap(({ part, assignment }) =>
    [...groupsOf(assignment).groups].map(([p, members]) => suggestedPool(part, p, members)),
  );
  const alone = states.flatMap(({ part, assignment }) =>
    groupsOf(assignment).alone.map((i) => ({ area: part.areas[i]!.area, reason: 'neighbours_elsewhere' as const })),
  );
  const sum = (figure: (state: PartState) => number): number => states.reduce((total, one) => total + figure(one), 0);
  return {
    status: states.every(({ proved }) => proved) ? 'optimal' : 'feasible',
    pools: pools.sort((a, b) => b.aloneM2 - b.unitM2 - (a.aloneM2 - a.unitM2)),
    left: [...left, ...alone],
    totalM2: sum(({ part, assignment }) => totalM2(part, assignment)),
    boundM2: sum(({ part, assignment, boundM2, proved }) => (proved ? totalM2(part, assignment) : boundM2)),
    aloneM2: sum(({ part }) => part.areas.reduce((total, _, i) => total + unitM2(part, [i]), 0)),
    parts: { done, total: states.length },
  };
}

function suggestedPool(part: PoolPart, p: number, members: readonly number[]): SuggestedPool {
  const { kind, id, at, who, walks } = part.places[p]!;
  return {
    members: members.map((i) => ({ ...part.areas[i]!, walk: walks[who.indexOf(i)]! })),
    needM2: members.reduce((sum, i) => sum + part.areas[i]!.needM2, 0),
    unitM2: unitM2(part, members),
    aloneM2: members.reduce((sum, i) => sum + unitM2(part, [i]), 0),
    place: { kind, id, at },
  };
}
