import { area as areaM2 } from '@turf/turf';
import type { Area, AreaId } from '../core/plan/plan.ts';
import { pause } from '../state/pause.ts';
import { DENSITY_CLASSES } from './palette.ts';

const M2_PER_HECTARE = 10_000;
/** Positions measured between two breaths: a few milliseconds. */
const POSITIONS_A_BREATH = 5_000;

export interface DensityClasses {
  /** Bounds between the classes, persons per hectare, ascending and distinct; fewer than four when the data has few values. */
  readonly breaks: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Areas in each class, and those whose density is unknown. */
  readonly counts: readonly number[];
  readonly unknown: number;
}

/** Classes with as many areas in each, from the elders and the polygons of all areas. Null: nowhere known, or overtaken. */
export async function densityClasses(
  areas: ReadonlyMap<AreaId, Area>,
  signal: AbortSignal,
): Promise<DensityClasses | null> {
  const densities = new Float64Array(areas.size);
  let known = 0;
  let positions = 0;
  for (const { elders, geometry } of areas.values()) {
    if (elders === undefined || geometry === undefined || geometry.type === 'Point') continue;
    const hectares = areaM2(geometry) / M2_PER_HECTARE;
    if (hectares > 0) densities[known++] = elders / hectares;
    positions += geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length;
    if (positions > POSITIONS_A_BREATH) {
      positions = 0;
      // oxlint-disable-next-line no-await-in-loop -- the pause is the point
      await pause();
      if (signal.aborted) return null;
    }
  }
  return known === 0 ? null : classesOf(densities.subarray(0, known), areas.size - known);
}

/** Quantile classes of known densities. */
export function classesOf(densities: Float64Array, unknown: number): DensityClasses {
  const sorted = densities.slice().sort();
  const quantiles = Array.from(
    { length: DENSITY_CLASSES - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / DENSITY_CLASSES)]!,
  );
  const breaks = [...new Set(quantiles.map(readable))].filter((bound) => bound > sorted[0]!);
  const counts = Array.from({ length: breaks.length + 1 }, () => 0);
  for (const density of sorted) counts[breaks.filter((bound) => density >= bound).length]!++;
  return { breaks, least: sorted[0]!, most: sorted.at(-1)!, counts, unknown };
}

/** Two significant digits at least, whole from ten up: a legend is read, not computed with. */
function readable(value: number): number {
  return value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
}
