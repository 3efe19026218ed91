import { LinearModelBuilder, type LinearModel, type Term } from '../solver/linear-model.ts';
import { countedWalkM } from './pool-places.ts';
import { groupsOf, unitM2, type Assignment, type PoolPart } from './pool-parts.ts';

/** Room that the rounding of a solver needs above an optimum that is held, m². */
const SLACK_M2 = 1e-5;

/**
 * What is minimised, the next only among the best of the one before: m² of all units, the number of units, and the walks
 * (mean over all households of the median walk, m).
 */
export const AIMS = ['area', 'units', 'walks'] as const;
export type Aim = (typeof AIMS)[number];

/** What the aims before are held to. */
export interface Held {
  readonly m2?: number;
  readonly units?: number;
}

/** A part as a model of facility location, with what its columns mean. */
export interface PoolModel {
  readonly model: LinearModel;
  readonly assignmentOf: (values: Float64Array) => Assignment;
  readonly valuesOf: (assignment: Assignment) => Float64Array;
}

/**
 * Facility location with units that grow with what they serve. For each area i and place p that it reaches: x_ip, whether
 * it shares the unit at p; s_i, whether it builds alone; for each place y_p, whether a unit stands there, and u_p, its m².
 *
 *   Σ_p x_ip + s_i = 1;  x_ip ≤ y_p;  Σ_i x_ip ≥ 2 y_p;  u_p ≥ least · y_p;  u_p ≥ Σ_i need_i x_ip;  u_p ≤ room_p · y_p
 *
 * One unit a place is enough: two there would never measure less than one for all.
 */
export function poolModel(part: PoolPart, aim: Aim, held: Held): PoolModel {
  const { areas, places, leastUnitM2 } = part;
  const builder = new LinearModelBuilder();
  const everyone = Math.max(
    1,
    areas.reduce((sum, { households }) => sum + households, 0),
  );
  const when = (wanted: Aim, cost: number): number => (aim === wanted ? cost : 0);
  const alone = areas.map((_, i) => builder.binary(when('area', unitM2(part, [i])) + when('units', 1)));
  const stands = places.map(() => builder.binary(when('units', 1)));
  const size = places.map(() => builder.column(when('area', 1), 0, Infinity, false));
  const shares = places.map(({ who, walks }) =>
    who.map((i, k) => builder.binary(when('walks', (countedWalkM(walks[k]!) * areas[i]!.households) / everyone))),
  );
  const choices: Term[][] = alone.map((s) => [[s, 1]]);
  for (const [p, { who, roomM2 }] of places.entries()) {
    for (const [k, i] of who.entries()) {
      choices[i]!.push([shares[p]![k]!, 1]);
      builder.row(
        -Infinity,
        [
          [shares[p]![k]!, 1],
          [stands[p]!, -1],
        ],
        0,
      );
    }
    const sharing = who.map((i, k): Term => [shares[p]![k]!, -areas[i]!.needM2]);
    builder.row(0, [...who.map((_, k): Term => [shares[p]![k]!, 1]), [stands[p]!, -2]], Infinity);
    builder.row(
      0,
      [
        [size[p]!, 1],
        [stands[p]!, -leastUnitM2],
      ],
      Infinity,
    );
    builder.row(0, [[size[p]!, 1], ...sharing], Infinity);
    if (roomM2 !== null)
      builder.row(
        -Infinity,
        [
          [size[p]!, 1],
          [stands[p]!, -roomM2],
        ],
        0,
      );
  }
  for (const terms of choices) builder.row(1, terms, 1);
  const aloneM2 = alone.map((s, i): Term => [s, unitM2(part, [i])]);
  if (held.m2 !== undefined) builder.row(-Infinity, [...size.map(one), ...aloneM2], held.m2 + SLACK_M2);
  if (held.units !== undefined) builder.row(-Infinity, [...stands, ...alone].map(one), held.units);
  const model = builder.build('minimise');
  return {
    model,
    assignmentOf(values) {
      const assignment = new Int32Array(areas.length).fill(-1);
      for (const [p, { who }] of places.entries()) {
        for (const [k, i] of who.entries()) if (values[shares[p]![k]!]! > 0.5) assignment[i] = p;
      }
      return assignment;
    },
    valuesOf(assignment) {
      const values = new Float64Array(model.cost.length);
      const { groups, alone: single } = groupsOf(assignment);
      for (const i of single) values[alone[i]!] = 1;
      for (const [p, members] of groups) {
        values[stands[p]!] = 1;
        values[size[p]!] = unitM2(part, members);
        for (const [k, i] of places[p]!.who.entries()) if (assignment[i] === p) values[shares[p]![k]!] = 1;
      }
      return values;
    },
  };
}

function one(column: number): Term {
  return [column, 1];
}
