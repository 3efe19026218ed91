import { personsFrom } from '../plan/age-bands.ts';
import type { Area } from '../plan/plan.ts';
import type { NoteBook } from './note.ts';
import { GROWING_FIGURES, type GrowingFigure, type Rates } from './rates-of.ts';
import { fiveYearBands, shiftBands, type Survival } from './shift-bands.ts';

/** What is assumed of one area. */
export interface AreaAssumptions {
  /** Years from today's figures to the year asked for. */
  readonly years: number;
  readonly rates: Rates;
  /** Households handed over, by how many years from today. */
  readonly handedOver: ReadonlyMap<number, number>;
  readonly survival: Survival;
  readonly elderAge: number;
  /** Of areas that do not tell it themselves; null: unknown. */
  readonly personsPerHousehold: number | null;
}

/** Undefined: unknown. */
type Figures = Readonly<Record<GrowingFigure, number | undefined>>;

/**
 * An area some years on; the same record where no assumption changes a figure. What is handed over in a year grows from
 * then on. Elders come from five-year age bands where there are such, unless a rate is stated for this very area. What
 * cannot be worked out is left out and noted.
 */
export function areaInYear(area: Area, assumed: AreaAssumptions, notes: NoteBook): Area {
  const figures: Figures = {
    ...householdsAndResidents(area, assumed, notes),
    elders: eldersOf(area, assumed, notes),
  };
  const changed = GROWING_FIGURES.filter((figure) => figures[figure] !== area[figure]);
  if (changed.length === 0) return area;
  const next: { -readonly [F in keyof Area]: Area[F] } = { ...area };
  for (const figure of changed) {
    const value = figures[figure];
    if (value === undefined) delete next[figure];
    else next[figure] = value;
  }
  if (changed.includes('elders')) {
    // Of today, both: nothing is assumed of them.
    delete next.ageBands;
    delete next.elders80;
  }
  return next;
}

function householdsAndResidents(
  area: Area,
  assumed: AreaAssumptions,
  notes: NoteBook,
): Pick<Figures, 'households' | 'residents'> {
  const { rates, handedOver } = assumed;
  const { id, households, residents } = area;
  const isBuiltIn = handedOver.size > 0;
  if (households === undefined && (rates.households || isBuiltIn)) notes.add('households_unknown', id);
  if (residents === undefined && (rates.residents || isBuiltIn)) notes.add('residents_unknown', id);
  const persons = personsPerHousehold(area, assumed);
  const isUnheard = isBuiltIn && persons === null;
  if (residents !== undefined && isUnheard) notes.add('persons_per_household_unknown', id);
  const ahead = (figure: GrowingFigure, today: number, perHousehold: number): number => {
    const rate = rates[figure]?.rate ?? 0;
    return grown(today, rate, assumed.years) + brought(assumed, rate, perHousehold);
  };
  return {
    households: households === undefined ? undefined : ahead('households', households, 1),
    residents: residents === undefined || isUnheard ? undefined : ahead('residents', residents, persons ?? 0),
  };
}

function eldersOf(area: Area, assumed: AreaAssumptions, notes: NoteBook): number | undefined {
  const { rates, handedOver, years } = assumed;
  const { id, elders, residents } = area;
  const isBuiltIn = handedOver.size > 0;
  if (elders === undefined) {
    if (rates.elders || isBuiltIn) notes.add('elders_unknown', id);
    return undefined;
  }
  const rate = rates.elders?.rate ?? 0;
  const shifted = rates.elders?.id === `area/${id}` ? null : eldersByBands(area, assumed, notes);
  const staying = shifted === null ? grown(elders, rate, years) : grown(shifted.elders, rate, years - shifted.years);
  if (!isBuiltIn) return staying;
  const persons = personsPerHousehold(area, assumed);
  if (persons === null || residents === undefined || residents === 0) {
    notes.add('elder_share_unknown', id);
    return undefined;
  }
  return staying + brought(assumed, rate, (persons * elders) / residents);
}

/** As far as the bands below elder age tell who comes of it, and how many years that is; null: they do not say. */
function eldersByBands(
  { id, ageBands }: Area,
  { years, survival, elderAge }: AreaAssumptions,
  notes: NoteBook,
): { elders: number; years: number } | null {
  const bands = fiveYearBands(ageBands ?? []);
  if (bands.length === 0 || !bands.some(({ from }) => from === elderAge)) return null;
  const told = Math.min(years, elderAge - bands[0]!.from);
  if (told < years) notes.add('entrants_unknown', id);
  const elders = personsFrom(shiftBands(bands, told, survival), elderAge);
  return elders === undefined ? null : { elders, years: told };
}

function grown(today: number, rate: number, years: number): number {
  return today * (1 + rate) ** years;
}

/** What handed-over households come to, each year's growing from the next year on. */
function brought({ handedOver, years }: AreaAssumptions, rate: number, perHousehold: number): number {
  let sum = 0;
  for (const [after, households] of handedOver) sum += grown(households * perHousehold, rate, years - after);
  return sum;
}

function personsPerHousehold({ households, residents }: Area, { personsPerHousehold: set }: AreaAssumptions) {
  return households !== undefined && households > 0 && residents !== undefined ? residents / households : set;
}
