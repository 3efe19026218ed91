import type { FormTable } from '../../core/forms/form-fields.ts';
import type { Texts } from '../../text/texts.ts';

export interface FieldGroup {
  readonly name: keyof Texts['edits']['group'];
  /** Canonical columns. */
  readonly columns: readonly string[];
}

const UNITS = ['community', 'subdistrict', 'county', 'city'];

/** How a form lays out a table's fields: every one of them once. */
export const FIELD_GROUPS: Readonly<Record<FormTable, readonly FieldGroup[]>> = {
  areas: [
    { name: 'basic', columns: ['name', 'class', 'settlement', 'condition_date'] },
    { name: 'people', columns: ['households', 'residents', 'elders', 'elders_80'] },
    { name: 'booking', columns: ['pool'] },
    { name: 'place', columns: UNITS },
  ],
  facilities: [
    { name: 'basic', columns: ['name', 'type', 'acquisition', 'ownership', 'public_benefit'] },
    { name: 'size', columns: ['floor_area', 'land_area', 'land_basis', 'beds', 'nursing_beds', 'occupied_beds'] },
    { name: 'period', columns: ['status', 'valid_from', 'valid_to'] },
    { name: 'booking', columns: ['serves', 'pool', 'building'] },
    { name: 'place', columns: [...UNITS, 'address', 'storey'] },
    { name: 'other', columns: ['operator', 'phone', 'hours', 'services', 'grade', 'evidence', 'updated'] },
  ],
  candidates: [
    { name: 'basic', columns: ['name', 'kind', 'former_use', 'tenure', 'cost'] },
    { name: 'size', columns: ['floor_area', 'land_area', 'storey'] },
    { name: 'place', columns: [...UNITS, 'address'] },
  ],
  parcels: [
    { name: 'basic', columns: ['name', 'use', 'source'] },
    { name: 'reserved', columns: ['planned_for', 'land_area', 'floor_area'] },
    { name: 'place', columns: UNITS },
  ],
};
