import Flatbush from 'flatbush';
import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import { boundsOf, contains, gridInside, innerPosition, type Bounds } from '../geo/polygon.ts';
import type { Area, PopulationGrid } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { OriginBasis, Origins } from './reach.ts';

/** Sampled points lie at most this far apart, unless that would make more than `MOST_SAMPLES` in one area. */
const SAMPLE_SPACING_M = 60;
const MOST_SAMPLES = 64;

/** Areas or cells worked through between two reports. */
const PER_STEP = 500;

interface AreaOrigins {
  basis: OriginBasis;
  at: readonly LonLat[];
  /** Absent: all alike. */
  weight?: readonly number[];
}

/**
 * Where the people of each area start walking: population cells inside it weighted by elders; without such cells
 * deterministic equal-weight points inside its polygon; for a point area the point.
 * `areas` must be sorted by id.
 */
export function* originsSteps(areas: readonly Area[], population: PopulationGrid | null): Steps<Origins> {
  const cells = population ? yield* cellsByArea(areas, population) : null;
  const found: AreaOrigins[] = [];
  const start = new Uint32Array(areas.length + 1);
  for (const [index, area] of areas.entries()) {
    if (index % PER_STEP === 0) yield { stage: 'origins', done: index, total: areas.length };
    const origins = originsOf(area, population, cells?.get(index));
    found.push(origins);
    start[index + 1] = start[index]! + origins.at.length;
  }
  const count = start[areas.length]!;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const weight = new Float64Array(count);
  for (const [index, { at, weight: weights }] of found.entries()) {
    const total = weights ? weights.reduce((sum, one) => sum + one, 0) : at.length;
    for (const [k, position] of at.entries()) {
      const origin = start[index]! + k;
      lon[origin] = position[0];
      lat[origin] = position[1];
      weight[origin] = (weights ? weights[k]! : 1) / total;
    }
  }
  return { areaIds: areas.map((area) => area.id), start, basis: found.map(({ basis }) => basis), lon, lat, weight };
}

function originsOf(area: Area, population: PopulationGrid | null, cells: readonly number[] = []): AreaOrigins {
  const { geometry } = area;
  if (!geometry) return { basis: 'none', at: [] };
  if (geometry.type === 'Point') return { basis: 'point', at: [innerPosition(geometry)] };
  if (population && cells.length > 0) {
    return {
      basis: 'cells',
      at: cells.map((cell) => [population.lon[cell]!, population.lat[cell]!]),
      weight: cells.map((cell) => population.elders[cell]!),
    };
  }
  const bounds = boundsOf(geometry);
  const at = samplesInside(bounds, (columns, rows) => gridInside(geometry, bounds, columns, rows));
  return { basis: 'sampled', at: at.length > 0 ? at : [innerPosition(geometry)] };
}

/** Widens the grid until at most `MOST_SAMPLES` of its positions lie inside. */
function samplesInside(bounds: Bounds, grid: (columns: number, rows: number) => LonLat[]): LonLat[] {
  const [west, south, east, north] = bounds;
  const { perLon, perLat } = metresPerDegree((south + north) / 2);
  const width = (east - west) * perLon;
  const height = (north - south) * perLat;
  // A first spacing that cannot give far too many keeps large areas from being sampled by the thousand.
  let spacing = Math.max(SAMPLE_SPACING_M, Math.sqrt((width * height) / (16 * MOST_SAMPLES)));
  for (;;) {
    const inside = grid(Math.max(1, Math.ceil(width / spacing)), Math.max(1, Math.ceil(height / spacing)));
    if (inside.length <= MOST_SAMPLES) return inside;
    spacing *= Math.max(1.02, Math.sqrt(inside.length / MOST_SAMPLES));
  }
}

/** For each area the cells inside it that say how many elders live there, in the grid's order by position. */
function* cellsByArea(areas: readonly Area[], population: PopulationGrid): Steps<Map<number, number[]>> {
  const byArea = new Map<number, number[]>();
  const polygons = areas.flatMap(({ geometry }, index) =>
    geometry && geometry.type !== 'Point' ? [{ geometry, index }] : [],
  );
  if (polygons.length === 0) return byArea;
  const boxes = new Flatbush(polygons.length);
  for (const { geometry } of polygons) boxes.add(...boundsOf(geometry));
  boxes.finish();
  const order = cellsInOrder(population);
  for (const [step, cell] of order.entries()) {
    if (step % PER_STEP === 0) yield { stage: 'origins', done: step, total: order.length };
    const at: LonLat = [population.lon[cell]!, population.lat[cell]!];
    for (const box of boxes.search(at[0], at[1], at[0], at[1])) {
      const { geometry, index } = polygons[box]!;
      if (!contains(geometry, at)) continue;
      const cells = byArea.get(index);
      if (cells) cells.push(cell);
      else byArea.set(index, [cell]);
    }
  }
  return byArea;
}

/** Cells with elders, sorted by position, so that the order of a file's rows changes no sum. */
function cellsInOrder({ lon, lat, elders }: PopulationGrid): number[] {
  return Array.from(elders.keys())
    .filter((cell) => elders[cell]! > 0)
    .sort((a, b) => lat[a]! - lat[b]! || lon[a]! - lon[b]! || elders[a]! - elders[b]!);
}
