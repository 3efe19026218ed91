import { ckmeans } from 'simple-statistics';

/** Classes of a scale: as many as the palette has shades. */
export const MOST_CLASSES = 5;

/** As many values in each class, or values that are alike together (Jenks; here `ckmeans`, which finds the best). */
export const CLASS_METHODS = ['quantile', 'natural'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export interface SurfaceClasses {
  /** Bounds between the classes, ascending and distinct: fewer than four where there are few values. A bound belongs to the class above. */
  readonly breaks: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Values in each class. */
  readonly counts: readonly number[];
  /** Cells or areas whose figure is not known. */
  readonly unknown: number;
}

/** Values that natural breaks are found from: of more, every so many-eth in order, which moves a break by less than it is rounded. */
const MOST_CLUSTERED = 4000;

/** Classes of known values; null where none is known. Bounds are rounded to be read, and the counts are of the rounded bounds. */
export function surfaceClasses(values: Float64Array, unknown: number, method: ClassMethod): SurfaceClasses | null {
  if (values.length === 0) return null;
  const sorted = values.slice().sort();
  const least = sorted[0]!;
  const bounds = method === 'quantile' ? quantiles(sorted) : naturalBreaks(sorted);
  const breaks = [...new Set(bounds.map(readable))].filter((bound) => bound > least).sort((a, b) => a - b);
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const value of sorted) counts[breaks.filter((bound) => value >= bound).length]!++;
  return { breaks, least, most: sorted.at(-1)!, counts, unknown };
}

function quantiles(sorted: Float64Array): number[] {
  return Array.from(
    { length: MOST_CLASSES - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / MOST_CLASSES)]!,
  );
}

/** The least value of each cluster but the first. */
function naturalBreaks(sorted: Float64Array): number[] {
  const stride = Math.max(1, Math.ceil(sorted.length / MOST_CLUSTERED));
  const sample = Array.from(sorted.filter((_, i) => i % stride === 0));
  const distinct = new Set(sample).size;
  return ckmeans(sample, Math.min(MOST_CLASSES, distinct))
    .slice(1)
    .map((cluster) => cluster[0]!);
}

/** Whole from ten up, two significant digits below: a legend is read, not computed with. */
function readable(value: number): number {
  return value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
}
