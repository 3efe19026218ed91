import type { MeasureSubject } from './plan.ts';

/** Tables whose records a person renames and deletes; units come from files alone, streets stay in the analysis. */
export type DeletableTable = 'areas' | 'facilities' | 'candidates' | 'parcels';

/** What measures of a table's records call them; candidate sites have none. */
export const SUBJECT_KIND: { readonly [T in DeletableTable]?: MeasureSubject['kind'] } = {
  areas: 'area',
  facilities: 'facility',
  parcels: 'parcel',
};
