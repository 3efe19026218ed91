import type { Chance } from './chance.ts';
import { toPositions } from './globe.ts';
import { holds, type Point } from './plane.ts';
import type { Residence } from './residences.ts';

/** A square of the grid, some 100 m a side. */
export interface Cell {
  readonly lon: number;
  readonly lat: number;
  elders: number;
  residents: number;
}

const STEP_LON = 0.00107;
const STEP_LAT = 0.0009;
const DECIMALS = 1e5;

/** Everyone who lives in a residential area, in the cells whose middle lies in it: the sums are the areas' own. */
export function buildPopulation(residences: readonly Residence[], chance: Chance): Cell[] {
  const cells: Cell[] = [];
  for (const { estate, residents, elders } of residences) {
    const middles = cellsIn(toPositions(estate.area));
    const weights = middles.map(() => chance.between(0.6, 1.4));
    const residentsIn = shareOut(residents, weights);
    const eldersIn = shareOut(
      elders,
      weights.map((weight) => weight * chance.between(0.8, 1.2)),
    );
    for (const [i, [lon, lat]] of middles.entries()) {
      cells.push({ lon, lat, residents: residentsIn[i]!, elders: Math.min(eldersIn[i]!, residentsIn[i]!) });
    }
  }
  return cells.sort((a, b) => b.lat - a.lat || a.lon - b.lon);
}

function cellsIn(ring: readonly Point[]): Point[] {
  const [west, east] = [Math.min(...ring.map(([lon]) => lon)), Math.max(...ring.map(([lon]) => lon))];
  const [south, north] = [Math.min(...ring.map(([, lat]) => lat)), Math.max(...ring.map(([, lat]) => lat))];
  const found: Point[] = [];
  for (let i = Math.floor(west / STEP_LON); i <= east / STEP_LON; i++) {
    for (let j = Math.floor(south / STEP_LAT); j <= north / STEP_LAT; j++) {
      const middle: Point = [rounded((i + 0.5) * STEP_LON), rounded((j + 0.5) * STEP_LAT)];
      if (holds(ring.slice(1), middle)) found.push(middle);
    }
  }
  return found;
}

function rounded(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}

/** Whole numbers in proportion to the weights that add up to the total. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((value, i) => ({ rest: value - whole[i]!, i })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) whole[i]!++;
  return whole;
}
