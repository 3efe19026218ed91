import { area as squareMetres } from '@turf/turf';
import { DWELLING_FLOOR_AREA_COLUMN, headerIndex, plainHeader } from '../import/columns.ts';
import { readAmount } from '../import/read-cell.ts';
import type { Area, SpreadWeight } from '../plan/plan.ts';

const DWELLING_FLOOR_AREA = headerIndex([DWELLING_FLOOR_AREA_COLUMN]);

/** How much of its unit's persons an area is taken to hold: households, m² of dwellings or m² of ground; NaN is unknown. */
export function areaWeight({ households, extra, geometry }: Area, weight: SpreadWeight): number {
  if (weight === 'households') return households ?? NaN;
  if (weight === 'floor_area') return dwellingFloorArea(extra);
  return geometry === undefined || geometry.type === 'Point' ? NaN : squareMetres(geometry);
}

function dwellingFloorArea(extra: Area['extra']): number {
  for (const [header, text] of Object.entries(extra ?? {})) {
    if (DWELLING_FLOOR_AREA.has(plainHeader(header))) return readAmount(text, 'm2').value ?? NaN;
  }
  return NaN;
}
