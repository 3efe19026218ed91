import { area as squareMetres } from '@turf/turf';
import { headerIndex, plainHeader } from '../import/columns.ts';
import { readAmount } from '../import/read-cell.ts';
import type { Area, SpreadWeight } from '../plan/plan.ts';

/** Headers under which people keep the floor area of dwellings, which is no column of the areas table itself. */
const DWELLING_FLOOR_AREA = headerIndex([
  {
    name: 'residential_floor_area',
    headers: ['住宅建筑面积', '居住建筑面积', '住宅总建筑面积', '住宅面积', '居住面积'],
    unit: 'm2',
  },
]);

/** How much of its unit's persons an area is taken to hold: households, m² of dwellings or m² of ground; NaN is unknown. */
export function areaWeight({ households, extra, geometry }: Area, weight: SpreadWeight): number {
  switch (weight) {
    case 'households':
      return households ?? NaN;
    case 'floor_area':
      return dwellingFloorArea(extra);
    case 'polygon':
      return geometry === undefined || geometry.type === 'Point' ? NaN : squareMetres(geometry);
  }
}

function dwellingFloorArea(extra: Area['extra']): number {
  for (const [header, text] of Object.entries(extra ?? {})) {
    if (DWELLING_FLOOR_AREA.has(plainHeader(header))) return readAmount(text, 'm2').value ?? NaN;
  }
  return NaN;
}
