import { decayWeight, type Decay } from '../access/decay.ts';
import type { NetworkReach } from '../access/network-reach.ts';
import { reachBeyondSteps } from '../access/reach-beyond.ts';
import { sharedCatchmentSteps, type SharedCatchment, type SharedCatchmentInput } from '../access/shared-catchment.ts';
import type { StraightLineReach } from '../access/straight-line.ts';
import { hasInstitutionBeds, isEligibleFloorArea } from '../plan/facility-tiers.ts';
import type { Area, AreaId, Facility, FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { AuditContext } from './context.ts';

/** What is supplied: beds of institutions, nursing beds among them, or eligible floor area in m². */
export const SUPPLIES = ['beds', 'nursing_beds', 'floor_area'] as const;
export type Supply = (typeof SUPPLIES)[number];

/** Who demands it: residents of elder age, or those aged 80 and over. */
export const DEMANDS = ['elders', 'elders_80'] as const;
export type Demand = (typeof DEMANDS)[number];

export interface AccessibilityQuestion {
  readonly supply: Supply;
  readonly demand: Demand;
  readonly decay: Decay;
  /** Metres walked within which a facility is shared, included. It may be longer than the service circle. */
  readonly limitM: number;
}

/** Why a facility supplies nobody. */
export type SupplyLeftOut =
  | 'supply_unknown'
  | 'not_open'
  | 'not_located'
  /** Nobody lives within the limit (or only where the decay weighs nothing). */
  | 'reaches_nobody'
  /** Everybody within the limit lives in an area whose demand is unknown. */
  | 'reaches_unknown_demand';

/** Why an area has no accessibility. */
export type DemandLeftOut = 'demand_unknown' | 'not_located';

/** Supply against demand, of all open facilities of the kind. It stands beside the verdicts and is part of none. */
export interface Accessibility {
  /** Supply for each person, by position of the area; NaN where left out. */
  readonly access: Float64Array;
  /** The same by origin. */
  readonly originAccess: Float64Array;
  /** Persons by position of the area; NaN: unknown. */
  readonly demand: Float64Array;
  readonly facilities: readonly FacilityAccess[];
  readonly facilitiesLeftOut: readonly { facility: FacilityId; supply: number | null; reason: SupplyLeftOut }[];
  readonly areasLeftOut: readonly { area: AreaId; demand: number | null; reason: DemandLeftOut }[];
  readonly summary: AccessibilitySummary;
}

/** One facility that supplies somebody: `supply` ÷ `persons` is `ratio`. */
export interface FacilityAccess {
  readonly facility: FacilityId;
  readonly supply: number;
  /** Persons within the limit, each by the weight of the walk. */
  readonly persons: number;
  readonly ratio: number;
}

export interface AccessibilitySummary {
  /** Σ of the known supply that is open. */
  readonly supply: number;
  /** Σ of it that reaches anyone: it equals Σ over the areas of access × demand. */
  readonly supplyShared: number;
  /** Σ of the known demand. */
  readonly demand: number;
  /** Σ of it in areas that have a place. */
  readonly demandLocated: number;
  /** Persons of it whom no supply reaches: Σ of the origins with an accessibility of nought. */
  readonly demandUnserved: number;
}

/** What a facility supplies; undefined where it is unknown, null where it is no supplier of the kind. */
const SUPPLY_OF: Record<Supply, (facility: Facility) => number | undefined | null> = {
  beds: (facility) => (hasInstitutionBeds(facility) ? facility.beds : null),
  nursing_beds: (facility) => (hasInstitutionBeds(facility) ? facility.nursingBeds : null),
  floor_area: (facility) => (isEligibleFloorArea(facility) ? facility.floorAreaM2 : null),
};

const DEMAND_OF: Record<Demand, (area: Area) => number | undefined> = {
  elders: ({ elders }) => elders,
  elders_80: ({ elders80 }) => elders80,
};

type Measured = NetworkReach | StraightLineReach;

/** An answer, and the walks it was worked out over: the next question may take them over. */
export interface AccessibilityOverReach {
  readonly accessibility: Accessibility;
  readonly reach: Measured;
}

/**
 * Supply against demand by shared catchments over an audit's walks, measured farther where the limit asks for it.
 * `previous` only saves work.
 */
export function* accessibilitySteps(
  context: AuditContext,
  measured: Measured,
  question: AccessibilityQuestion,
  previous: Measured | null = null,
): Steps<AccessibilityOverReach> {
  const { areas, facilities, open } = context;
  const supplyOf = SUPPLY_OF[question.supply];
  const suppliers = facilities.flatMap((facility, f) => {
    const amount = supplyOf(facility);
    return amount === null ? [] : [{ facility: facility.id, amount, isOpen: open[f] === 1 }];
  });
  const sharing = suppliers.filter(({ isOpen }) => isOpen);
  const ids = sharing.map(({ facility }) => facility);
  const reach = yield* reachBeyondSteps(measured, ids, question.limitM, previous);
  const demand = Float64Array.from(areas, (area) => DEMAND_OF[question.demand](area) ?? NaN);
  const input = {
    reach,
    rows: ids.map((id) => reach.rows.get(id)),
    supply: Float64Array.from(sharing, ({ amount }) => amount ?? NaN),
    demand,
    limitM: question.limitM,
    decay: question.decay,
  };
  const shared = yield* sharedCatchmentSteps(input);
  const unknownAt = unknownOrigins(reach, demand);
  const answering: FacilityAccess[] = [];
  const facilitiesLeftOut: Accessibility['facilitiesLeftOut'][number][] = [];
  let s = 0;
  for (const { facility, amount, isOpen } of suppliers) {
    const reason = isOpen ? whyLeftOut(input, shared, unknownAt, s) : 'not_open';
    if (reason) facilitiesLeftOut.push({ facility, supply: amount ?? null, reason });
    else answering.push({ facility, supply: amount!, persons: shared.persons[s]!, ratio: shared.ratio[s]! });
    if (isOpen) s++;
  }
  const { areaAccess: access, originAccess } = shared;
  const accessibility = {
    access,
    originAccess,
    demand,
    facilities: answering,
    facilitiesLeftOut,
    areasLeftOut: areas.flatMap(({ id }, a) => {
      if (!Number.isNaN(access[a]!)) return [];
      const unknown = Number.isNaN(demand[a]!);
      const reason: DemandLeftOut = unknown ? 'demand_unknown' : 'not_located';
      return { area: id, demand: unknown ? null : demand[a]!, reason };
    }),
    summary: {
      supply: sumKnown(input.supply),
      supplyShared: answering.reduce((sum, { supply }) => sum + supply, 0),
      demand: sumKnown(demand),
      demandLocated: sumKnown(demand.map((persons, a) => (Number.isNaN(access[a]!) ? NaN : persons))),
      demandUnserved: unserved(reach, demand, originAccess),
    },
  };
  return { accessibility, reach };
}

function whyLeftOut(
  { rows, supply, limitM, decay }: SharedCatchmentInput,
  { ratio }: SharedCatchment,
  unknownAt: Uint8Array,
  s: number,
): SupplyLeftOut | null {
  const row = rows[s];
  if (Number.isNaN(supply[s]!)) return 'supply_unknown';
  if (!row) return 'not_located';
  if (!Number.isNaN(ratio[s]!)) return null;
  const weightOf = decayWeight(decay, limitM);
  const unknown = row.origin.some((origin, k) => unknownAt[origin] === 1 && weightOf(row.metres[k]!) > 0);
  return unknown ? 'reaches_unknown_demand' : 'reaches_nobody';
}

/** Marks the origins of areas whose demand is unknown. */
function unknownOrigins({ origins: { start, weight } }: Measured, demand: Float64Array): Uint8Array {
  const marks = new Uint8Array(weight.length);
  for (let a = 0; a < demand.length; a++) {
    if (Number.isNaN(demand[a]!)) marks.fill(1, start[a], start[a + 1]);
  }
  return marks;
}

function sumKnown(column: Float64Array): number {
  let sum = 0;
  for (const value of column) if (!Number.isNaN(value)) sum += value;
  return sum;
}

function unserved({ origins }: Measured, demand: Float64Array, originAccess: Float64Array): number {
  let persons = 0;
  for (let a = 0; a < demand.length; a++) {
    if (Number.isNaN(demand[a]!)) continue;
    for (let i = origins.start[a]!; i < origins.start[a + 1]!; i++) {
      if (originAccess[i] === 0) persons += demand[a]! * origins.weight[i]!;
    }
  }
  return persons;
}
