import { isOpen, statusOf } from '../checks/facility-state.ts';
import {
  MEASURE_FORMS,
  type Facility,
  type FacilityStatus,
  type Measure,
  type MeasureForm,
  type MeasureSubject,
  type Plan,
} from '../plan/plan.ts';
import { compareText, type IsoDate } from '../units.ts';
import { lateStages, type LateStage } from './late-stages.ts';

/** How the subject of a measure stands; `gone`: the plan has none such any more. */
export type PhasingState =
  FacilityStatus | 'area' | 'pool_unbuilt' | 'pool_built' | 'parcel_reserved' | 'parcel_other' | 'gone';

/** One line of the programme: what is to come about, how, when, and what of it is late. */
export interface PhasingRow {
  readonly id: Measure['id'];
  readonly subject: MeasureSubject;
  /** Null: nothing is planned for it yet. */
  readonly measure: Measure | null;
  readonly form: MeasureForm | null;
  /** Whether the measure states the form; else it is that of the facility's own acquisition. */
  readonly formStated: boolean;
  /** Its own floor area, m²; null: unknown, or it has none. */
  readonly m2: number | null;
  readonly state: PhasingState;
  readonly late: readonly LateStage[];
  /** Whether the year is over and the subject is still to come. */
  readonly yearPassed: boolean;
}

/** The id of the measure of a subject. */
export function measureId({ kind, id }: MeasureSubject): Measure['id'] {
  return `${kind}/${id}`;
}

/**
 * Everything still to come about (facilities planned or being built, pools without a unit, parcels) and whatever has a
 * measure: by year, those without one last, then by id.
 */
export function phasing(plan: Plan, asOf: IsoDate): readonly PhasingRow[] {
  const subjects = new Map<Measure['id'], MeasureSubject>();
  const add = (subject: MeasureSubject): unknown => subjects.set(measureId(subject), subject);
  for (const { id, status } of plan.facilities.values()) {
    if (status === 'planned' || status === 'building') add({ kind: 'facility', id });
  }
  const pools = poolsBuilt(plan, asOf);
  for (const [id, isBuilt] of pools) if (!isBuilt) add({ kind: 'pool', id });
  for (const id of plan.parcels.keys()) add({ kind: 'parcel', id });
  for (const { subject } of plan.measures.values()) add(subject);
  return [...subjects.values()].map((subject) => rowOf(plan, pools, subject, asOf)).sort(byYear);
}

function rowOf(plan: Plan, pools: ReadonlyMap<string, boolean>, subject: MeasureSubject, asOf: IsoDate): PhasingRow {
  const id = measureId(subject);
  const measure = plan.measures.get(id) ?? null;
  const facility = subject.kind === 'facility' ? plan.facilities.get(subject.id) : undefined;
  const record = subject.kind === 'parcel' ? plan.parcels.get(subject.id) : facility;
  const state = stateOf(plan, pools, subject);
  const isToCome = state !== 'open' && state !== 'closed' && state !== 'pool_built';
  return {
    id,
    subject,
    measure,
    form: measure?.form ?? formOfAcquisition(facility),
    formStated: measure?.form !== undefined,
    m2: record?.floorAreaM2 ?? null,
    state,
    late: measure === null ? [] : lateStages(measure, asOf),
    yearPassed: isToCome && measure?.year !== undefined && measure.year < Number(asOf.slice(0, 4)),
  };
}

/** The form that a facility's own row states, where it states one of those. */
export function formOfAcquisition(facility: Pick<Facility, 'acquisition'> | undefined): MeasureForm | null {
  return MEASURE_FORMS.find((form) => form === facility?.acquisition) ?? null;
}

function stateOf(plan: Plan, pools: ReadonlyMap<string, boolean>, { kind, id }: MeasureSubject): PhasingState {
  if (kind === 'facility') {
    const facility = plan.facilities.get(id);
    return facility === undefined ? 'gone' : statusOf(facility);
  }
  if (kind === 'area') return plan.areas.has(id) ? 'area' : 'gone';
  if (kind === 'pool') {
    const isBuilt = pools.get(id);
    return isBuilt === undefined ? 'gone' : isBuilt ? 'pool_built' : 'pool_unbuilt';
  }
  const parcel = plan.parcels.get(id);
  return parcel === undefined ? 'gone' : parcel.use === 'other' ? 'parcel_other' : 'parcel_reserved';
}

/** Every pool that an area belongs to, and whether a facility that is built for it is open. */
function poolsBuilt({ areas, facilities }: Plan, asOf: IsoDate): ReadonlyMap<string, boolean> {
  const built = new Map<string, boolean>();
  for (const { pool } of areas.values()) if (pool !== undefined) built.set(pool, false);
  for (const facility of facilities.values()) {
    if (facility.pool !== undefined && built.has(facility.pool) && isOpen(facility, asOf))
      built.set(facility.pool, true);
  }
  return built;
}

function byYear(a: PhasingRow, b: PhasingRow): number {
  const [first, second] = [a.measure?.year ?? Infinity, b.measure?.year ?? Infinity];
  return first === second ? compareText(a.id, b.id) : first - second;
}
