import { opened } from '../checks/opening.ts';
import { statusOf } from '../checks/facility-state.ts';
import type { Area, AreaId, Facility, Plan, PlannedHousing } from '../plan/plan.ts';
import { DEFAULT_SETTINGS } from '../plan/settings.ts';
import { areaInYear } from './area-in-year.ts';
import { NoteBook, type OutlookNote } from './note.ts';
import { openingDay, yearEnd } from './opening-day.ts';
import { growthIds, ratesOf } from './rates-of.ts';

/** Which year, counted from whose figures, and in which units each area lies (paths, lowest level first). */
export interface YearAsked {
  readonly year: number;
  /** The year that the plan's figures are taken to be of. */
  readonly baseYear: number;
  readonly unitsOf: (area: AreaId) => readonly string[];
}

/** A plan of a year to come, and what could not be said of it. */
export interface PlanOfYear {
  readonly plan: Plan;
  readonly notes: readonly OutlookNote[];
}

/**
 * The plan as it stands at the end of a year by its own assumptions: households, residents and elders grown, planned housing
 * handed over, and facilities open that were to open by then. Tables and records that do not change are the plan's own.
 */
export function planInYear(plan: Plan, asked: YearAsked): PlanOfYear {
  const notes = new NoteBook();
  noteUnused(plan, asked, notes);
  const areas = withChanged(plan.areas, areasInYear(plan, asked, notes));
  const facilities = withChanged(plan.facilities, facilitiesInYear(plan, asked, notes));
  return { plan: { ...plan, areas, facilities }, notes: notes.notes() };
}

function* areasInYear(plan: Plan, { year, baseYear, unitsOf }: YearAsked, notes: NoteBook): Generator<Area> {
  const { growth, settings } = plan;
  const handedOver = handedOverByArea(plan, { year, baseYear }, notes);
  const common = {
    years: year - baseYear,
    survival: growth.get('all')?.survival ?? {},
    elderAge: settings.elder_age ?? DEFAULT_SETTINGS.elder_age,
    personsPerHousehold: settings.persons_per_household ?? null,
  };
  for (const area of plan.areas.values()) {
    const rates = ratesOf(growth, area.id, unitsOf(area.id));
    yield areaInYear(area, { ...common, rates, handedOver: handedOver.get(area.id) ?? new Map() }, notes);
  }
}

/** Households by area and years from the base year. */
function handedOverByArea(
  { housing }: Plan,
  { year, baseYear }: Pick<YearAsked, 'year' | 'baseYear'>,
  notes: NoteBook,
): ReadonlyMap<AreaId, ReadonlyMap<number, number>> {
  const byArea = new Map<AreaId, Map<number, number>>();
  for (const planned of housing.values()) {
    // Whether today's figures have it already is not known.
    if (planned.year < baseYear) notes.add('housing_past', planned.area);
    else if (planned.year <= year) add(planned);
  }
  return byArea;

  function add({ area, year: inYear, households }: PlannedHousing): void {
    const byYear = byArea.get(area) ?? new Map<number, number>();
    byArea.set(area, byYear.set(inYear - baseYear, (byYear.get(inYear - baseYear) ?? 0) + households));
  }
}

function* facilitiesInYear(plan: Plan, { year, baseYear }: YearAsked, notes: NoteBook): Generator<Facility> {
  for (const facility of plan.facilities.values()) {
    const status = statusOf(facility);
    if (status !== 'planned' && status !== 'building') continue;
    const day = openingDay(facility, plan.measures.get(`facility/${facility.id}`));
    if (day === null) notes.add('opening_unknown', facility.id);
    else if (day < `${baseYear}-01-01`) notes.add('measure_past', facility.id);
    else if (day <= yearEnd(year)) yield { ...opened(facility, day), validFrom: day };
  }
}

/** Assumptions that concern nothing there is. */
function noteUnused({ areas, growth, housing }: Plan, { unitsOf }: YearAsked, notes: NoteBook): void {
  for (const { area } of housing.values()) if (!areas.has(area)) notes.add('housing_nowhere', area);
  if (growth.size === 0) return;
  const used = new Set<string>(['all']);
  for (const id of areas.keys()) for (const one of growthIds(id, unitsOf(id))) used.add(one);
  for (const id of growth.keys()) if (!used.has(id)) notes.add('growth_nowhere', id);
}

function withChanged<T extends { readonly id: string }>(
  table: ReadonlyMap<string, T>,
  records: Iterable<T>,
): ReadonlyMap<string, T> {
  let next: Map<string, T> | null = null;
  for (const record of records) {
    if (table.get(record.id) === record) continue;
    next ??= new Map(table);
    next.set(record.id, record);
  }
  return next ?? table;
}
