import { area as squareMetres } from '@turf/turf';
import { cellAreaM2, gatherInCells, type PlacedFigures, type SurfaceCells } from '../core/access/cells.ts';
import type { Origins } from '../core/access/reach.ts';
import type { Audit } from '../core/checks/audit.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Area, PopulationGrid } from '../core/plan/plan.ts';
import type { Steps } from '../core/progress.ts';
import { feature, featureCollection, geometryText } from './geojson-text.ts';
import { surfaceClasses, type ClassMethod, type SurfaceClasses } from './surface-classes.ts';

/** Which figure, laid over what, cut into which classes. */
export interface SurfaceRequest {
  readonly of: 'elder_density' | 'oldest_share';
  readonly cells: SurfaceCells;
  /** Width of a cell, metres. */
  readonly cellM: number;
  readonly classes: ClassMethod;
}

/** A surface as UTF-8 GeoJSON: `value` (null: not known) and `partial` where some of a cell's places are not known. */
export interface Surface {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null: nothing is known anywhere. */
  readonly classes: SurfaceClasses | null;
  /** Whether it was laid from a population grid, or from the areas' own figures. */
  readonly from: 'population' | 'areas';
}

const M2_PER_HECTARE = 10_000;

/** A figure of one shape of the surface. */
interface Valued {
  readonly geometry: string;
  readonly value: number | null;
  readonly partial: boolean;
}

/**
 * Lays a figure over the ground. Density is persons per hectare of the cell, or of the area's own polygon, never a count:
 * cells cut areas of unequal size into ground that can be compared. Shares are Σ part ÷ Σ whole.
 */
export function* surfaceSteps({ of, cells, cellM, classes }: SurfaceRequest, audit: Audit): Steps<Surface> {
  yield { stage: 'writing', done: 0, total: 1 };
  const grid = of === 'elder_density' && cells !== 'areas' ? audit.memory.walks.ground.population : null;
  const valued = cells === 'areas' ? byArea(of, audit.context.areas) : inCells(of, cells, cellM, grid, audit);
  yield { stage: 'writing', done: 1, total: 1 };
  const known = valued.flatMap(({ value }) => (value === null ? [] : [value]));
  const text = featureCollection(
    valued.map(({ geometry, value, partial }) => feature(geometry, { value, ...(partial ? { partial } : {}) })),
  );
  return {
    bytes: new TextEncoder().encode(text),
    classes: surfaceClasses(Float64Array.from(known), valued.length - known.length, classes),
    from: grid ? 'population' : 'areas',
  };
}

function byArea(of: SurfaceRequest['of'], areas: readonly Area[]): Valued[] {
  return areas.flatMap((area) => {
    const { geometry } = area;
    if (!geometry || geometry.type === 'Point') return [];
    const value = of === 'elder_density' ? perHectare(area.elders, geometry) : shareOf(area.elders80, area.elders);
    return { geometry: geometryText(geometry), value, partial: false };
  });
}

function inCells(
  of: SurfaceRequest['of'],
  shape: Exclude<SurfaceCells, 'areas'>,
  cellM: number,
  grid: PopulationGrid | null,
  { context, memory }: Audit,
): Valued[] {
  const figures = grid ? ofGrid(grid) : ofAreas(of, context.areas, memory.walks.origins);
  const hectares = cellAreaM2(shape, cellM) / M2_PER_HECTARE;
  return gatherInCells(figures, shape, cellM).map(({ ring, figure, base, known, unknown }) => {
    const value = known === 0 ? null : of === 'elder_density' ? figure / hectares : base > 0 ? figure / base : null;
    const geometry = JSON.stringify({ type: 'Polygon', coordinates: [ring.map((at) => at.map(sixDecimals))] });
    return { geometry, value, partial: known > 0 && unknown > 0 };
  });
}

function ofGrid({ lon, lat, elders }: PopulationGrid): PlacedFigures {
  return { lon, lat, figure: elders, base: null };
}

/** The areas' persons at the origins that they walk from, by their weights. */
function ofAreas(
  of: SurfaceRequest['of'],
  areas: readonly Area[],
  { start, lon, lat, weight }: Origins,
): PlacedFigures {
  const spread = (figureOf: (area: Area) => number | undefined): Float64Array => {
    const at = new Float64Array(weight.length);
    for (const [a, area] of areas.entries()) {
      const persons = figureOf(area) ?? NaN;
      for (let i = start[a]!; i < start[a + 1]!; i++) at[i] = persons * weight[i]!;
    }
    return at;
  };
  if (of === 'elder_density') return { lon, lat, figure: spread(({ elders }) => elders), base: null };
  return { lon, lat, figure: spread(({ elders80 }) => elders80), base: spread(({ elders }) => elders) };
}

const hectaresOf = new WeakMap<PlaceGeometry, number>();

/** Persons per hectare of a polygon; null where the persons are unknown. */
function perHectare(persons: number | undefined, geometry: PlaceGeometry): number | null {
  let hectares = hectaresOf.get(geometry);
  if (hectares === undefined) {
    hectares = squareMetres(geometry) / M2_PER_HECTARE;
    hectaresOf.set(geometry, hectares);
  }
  return persons === undefined || hectares === 0 ? null : persons / hectares;
}

function shareOf(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || !whole ? null : part / whole;
}

/** Decimals of a degree: a decimetre. */
function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
