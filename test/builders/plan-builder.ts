import { asWgs84, type LonLat, type PlaceGeometry } from '../../src/core/geo/geometry.ts';
import { metresPerDegree } from '../../src/core/geo/distance.ts';
import {
  EMPTY_PLAN,
  type Area,
  type Facility,
  type Plan,
  type PopulationGrid,
  type Unit,
} from '../../src/core/plan/plan.ts';
import type { Settings } from '../../src/core/plan/settings.ts';

/** Where the tiny worlds of the tests lie. */
export const HERE: LonLat = [120.9, 32];

const { perLon, perLat } = metresPerDegree(HERE[1]);

/** A position some metres east and north of `HERE`. */
export function metresAway(east: number, north = 0): LonLat {
  return [HERE[0] + east / perLon, HERE[1] + north / perLat];
}

export function pointAt(east: number, north = 0): PlaceGeometry {
  return asWgs84({ type: 'Point', coordinates: [...metresAway(east, north)] });
}

/** A square of the given side with its south-west corner some metres east and north of `HERE`. */
export function squareAt(east: number, north: number, side: number): PlaceGeometry {
  const ring = [
    metresAway(east, north),
    metresAway(east + side, north),
    metresAway(east + side, north + side),
    metresAway(east, north + side),
    metresAway(east, north),
  ].map((position) => [...position]);
  return asWgs84({ type: 'Polygon', coordinates: [ring] });
}

/** Builds a plan from named pieces; what a piece leaves out is unknown, but for its class and type. */
export class PlanBuilder {
  private readonly areas = new Map<string, Area>();
  private readonly facilities = new Map<string, Facility>();
  private readonly units = new Map<string, Unit>();
  private settings: Partial<Settings> = {};
  private grid: PopulationGrid | null = null;

  area(id: string, fields: Partial<Area> = {}): this {
    this.areas.set(id, { class: 'built', settlement: 'urban', ...fields, id });
    return this;
  }

  facility(id: string, fields: Partial<Facility> = {}): this {
    this.facilities.set(id, { type: 'station', status: 'open', ...fields, id });
    return this;
  }

  unit(level: Unit['level'], path: string, fields: Partial<Unit> = {}): this {
    this.units.set(path, { name: path.slice(path.lastIndexOf('/') + 1), ...fields, level, path });
    return this;
  }

  set(settings: Partial<Settings>): this {
    this.settings = { ...this.settings, ...settings };
    return this;
  }

  /** Cells as [metres east, metres north, elders]. */
  cells(...cells: readonly [east: number, north: number, elders: number][]): this {
    const at = cells.map(([east, north]) => metresAway(east, north));
    this.grid = {
      lon: Float64Array.from(at, ([lon]) => lon),
      lat: Float64Array.from(at, ([, lat]) => lat),
      elders: Float64Array.from(cells, ([, , elders]) => elders),
      residents: new Float64Array(cells.length).fill(NaN),
    };
    return this;
  }

  build(): Plan {
    return {
      ...EMPTY_PLAN,
      areas: this.areas,
      facilities: this.facilities,
      units: this.units,
      population: this.grid,
      settings: this.settings,
    };
  }
}
