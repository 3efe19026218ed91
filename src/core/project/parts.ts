import type { TableName } from '../plan/edit.ts';

/** With which a project file's name ends. */
export const PROJECT_ENDING = '.yiquan';

export const MANIFEST = 'project.json';
export const SCENARIOS = 'scenarios.json';
export const INPUTS = 'inputs.json';
export const POPULATION = 'baseline/population.csv';
export const STREETS = 'streets.bin';

/** The baseline's tables: of things with a place as GeoJSON, of others as lists of records. */
export const TABLE_PARTS: { readonly [T in TableName]: string } = {
  areas: 'baseline/areas.geojson',
  facilities: 'baseline/facilities.geojson',
  units: 'baseline/units.geojson',
  candidates: 'baseline/candidates.geojson',
  parcels: 'baseline/parcels.geojson',
  streetEdits: 'baseline/street-edits.json',
  measures: 'baseline/measures.json',
  growth: 'baseline/growth.json',
  housing: 'baseline/housing.json',
};

export function isGeojson(part: string): boolean {
  return part.endsWith('.geojson');
}

export function standardPart(id: string): string {
  return `standards/${id}.json`;
}

export function isStandardPart(part: string): boolean {
  return /^standards\/[^/]+\.json$/.test(part);
}
