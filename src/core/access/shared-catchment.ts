import type { Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import { decayWeight, type Decay } from './decay.ts';
import type { Reach, ReachRow } from './reach.ts';

/** Who offers how much to whom: one position a facility, one an area in the order of the reach's origins. */
export interface SharedCatchmentInput {
  readonly reach: Pick<Reach, 'origins' | 'limitM'>;
  /** Undefined: the facility has no place. */
  readonly rows: readonly (ReachRow | undefined)[];
  /** By facility. NaN: unknown, it offers nothing that could be counted. */
  readonly supply: Float64Array;
  /** Persons by area. NaN: unknown, they are counted nowhere. */
  readonly demand: Float64Array;
  /** Metres walked, included; at most those of the reach. */
  readonly limitM: number;
  readonly decay: Decay;
}

/** Supply for each person, seen from both sides. Σ over areas of access × demand is Σ of the supply that reaches anyone. */
export interface SharedCatchment {
  /** By facility: persons within the limit, each by the weight of the walk. */
  readonly persons: Float64Array;
  /** By facility: supply ÷ persons; NaN where the supply is unknown or reaches nobody who is counted. */
  readonly ratio: Float64Array;
  /** By origin: Σ ratio × weight of the walk over the facilities within the limit. */
  readonly originAccess: Float64Array;
  /** By area: the mean of its origins by their weights; NaN for an area without a place or with unknown demand. */
  readonly areaAccess: Float64Array;
}

const PER_STEP = 100;

/**
 * Two-step floating catchment areas. First each facility's supply is divided by all who walk to it within the limit, then
 * each place adds up the ratios of the facilities that it walks to; with decay, both by the weight of the walk.
 * Luo & Wang 2003 without decay, Luo & Qi 2009 with it.
 */
export function* sharedCatchmentSteps(input: SharedCatchmentInput): Steps<SharedCatchment> {
  const { reach, rows, supply, limitM, decay } = input;
  const { origins } = reach;
  if (!(limitM > 0) || limitM > reach.limitM + TOLERANCE) {
    throw new Error(`shared catchment: expected a limit up to the ${reach.limitM} m of the reach, got ${limitM}`);
  }
  const weightOf = decayWeight(decay, limitM);
  const personsAt = personsByOrigin(input);
  const persons = new Float64Array(rows.length);
  const ratio = new Float64Array(rows.length).fill(NaN);
  const originAccess = new Float64Array(origins.weight.length);
  for (const [f, row] of rows.entries()) {
    if (f % PER_STEP === 0) yield { stage: 'catchments', done: f, total: rows.length };
    if (!row) continue;
    const { origin, metres } = row;
    let sum = 0;
    for (let k = 0; k < origin.length; k++) sum += personsAt[origin[k]!]! * weightOf(metres[k]!);
    persons[f] = sum;
    if (sum === 0) continue;
    const each = supply[f]! / sum;
    ratio[f] = each;
    if (Number.isNaN(each)) continue;
    for (let k = 0; k < origin.length; k++) originAccess[origin[k]!]! += each * weightOf(metres[k]!);
  }
  return { persons, ratio, originAccess, areaAccess: meanByArea(input, originAccess) };
}

function personsByOrigin({ reach: { origins }, demand }: SharedCatchmentInput): Float64Array {
  const personsAt = new Float64Array(origins.weight.length);
  for (let area = 0; area < demand.length; area++) {
    const here = demand[area]!;
    if (Number.isNaN(here)) continue;
    for (let i = origins.start[area]!; i < origins.start[area + 1]!; i++) personsAt[i] = here * origins.weight[i]!;
  }
  return personsAt;
}

function meanByArea({ reach: { origins }, demand }: SharedCatchmentInput, originAccess: Float64Array): Float64Array {
  const areaAccess = new Float64Array(demand.length).fill(NaN);
  for (let area = 0; area < demand.length; area++) {
    const from = origins.start[area]!;
    const to = origins.start[area + 1]!;
    if (from === to || Number.isNaN(demand[area]!)) continue;
    let mean = 0;
    for (let i = from; i < to; i++) mean += originAccess[i]! * origins.weight[i]!;
    areaAccess[area] = mean;
  }
  return areaAccess;
}
