import type { PopulationGrid } from '../plan/plan.ts';
import { misfit } from './refused.ts';
import { POPULATION } from './parts.ts';

const COLUMNS = ['lon', 'lat', 'elders', 'residents'] as const;

/** Cells as CSV, one a line; a figure that is unknown is blank. Numbers are written so that they read back the same. */
export function populationCsv(grid: PopulationGrid): string {
  const lines = Array.from(grid.lon, (_, cell) =>
    COLUMNS.map((column) => grid[column][cell]!)
      .map((value) => (Number.isNaN(value) ? '' : String(value)))
      .join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

/** Throws `Refused`. */
export function parsePopulationCsv(text: string): PopulationGrid {
  const [head, ...lines] = text.split('\n');
  if (head !== COLUMNS.join(',')) throw misfit(POPULATION, '1', head ?? null, COLUMNS.join(','));
  if (lines.pop() !== '') throw misfit(POPULATION, String(lines.length + 2), null, '\\n');
  const [lon, lat, elders, residents] = COLUMNS.map(() => new Float64Array(lines.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [cell, line] of lines.entries()) {
    const cells = line.split(',');
    const values = cells.map((text) => (text === '' ? NaN : Number(text)));
    const wrong = values.findIndex((value, i) => !Number.isFinite(value) && (cells[i] !== '' || i < 2));
    if (cells.length !== COLUMNS.length || wrong >= 0) {
      throw misfit(POPULATION, String(cell + 2), line, 'lon,lat,[elders],[residents]');
    }
    [lon[cell], lat[cell], elders[cell], residents[cell]] = values as [number, number, number, number];
  }
  return { lon, lat, elders, residents };
}
