import type { Settings } from '../../core/plan/settings.ts';

const name: Record<keyof Settings, string> = {
  speed_km_h: 'Walking speed',
  minutes: 'Minutes of the circle',
  circle_share: 'Share that must be covered',
  detour_factor: 'Detour factor',
  snap_m: 'Farthest street',
  elder_age: 'Age that makes an elder',
  single_unit: 'Least single unit applies to',
  per_hundred: 'Per hundred households',
  land_per: 'Land per person: whose',
  land_binds: 'An area’s own land counts in its verdict',
  persons_per_household: 'Persons per household (for missing households)',
  pool_minutes: 'Walk within a pool',
  pool_small_households: 'Largest “small” area in a pool',
};
const help: Record<keyof Settings, string> = {
  speed_km_h: 'The text says 15 minutes and no speed. 3 km/h is usual for older people.',
  minutes: 'By default the minutes of the chosen standard.',
  circle_share: 'For cells and sampled points; an area given as a point must be covered whole.',
  detour_factor: 'Without a street network a walk is the straight line times this.',
  snap_m: 'A place farther than this from any street has no walk. Only with a street network.',
  elder_age: 'Changes labels, never figures. Set it to 65 when the data is of 65 and over.',
  single_unit: 'The text says a unit is at least 600 m², not whether each one or at least one.',
  per_hundred: 'In proportion: 250 households are 2.5 hundreds; each started hundred: they are 3.',
  land_per: 'The text does not say whether “per person” means residents or elders.',
  land_binds: 'When on, an area’s own land indicator takes part in its verdict.',
  persons_per_household:
    'Left out, areas without households have no data. Given, they are estimated from residents and marked so.',
  pool_minutes: 'By default the standard’s, else that of the circle.',
  pool_small_households: 'Pooling is for small areas. By default where the new-build rate reaches one single unit.',
};
const options: {
  readonly [K in 'single_unit' | 'per_hundred' | 'land_per']: Record<Settings[K], string>;
} = {
  single_unit: { each_unit: 'each unit', at_least_one: 'at least one' },
  per_hundred: { pro_rata: 'in proportion', started: 'each started hundred' },
  land_per: { residents: 'residents', elders: 'elders' },
};

export const settings = {
  title: 'Audit settings',
  lead: 'What the texts leave open is decided here. A change is audited at once, can be undone, and is recorded with the result.',
  close: 'Close settings',
  name,
  help,
  options,
  groups: { circle: 'Circle and walking', floor: 'Floor area', land: 'Land', people: 'People and households' },
  speed: {
    label: 'Speed preset',
    slow: 'slow 2.16 km/h',
    elder: 'elder 3 km/h',
    planning: 'planning 4 km/h (GB 50180)',
    custom: 'own figure',
    reach: (metres: string, minutes: string) => `${metres} m in ${minutes} minutes`,
  },
  unit: {
    speed_km_h: 'km/h',
    minutes: 'min',
    circle_share: '%',
    detour_factor: '×',
    snap_m: 'm',
    elder_age: 'years',
    persons: 'per household',
    households: 'households',
  },
  byStandard: (figure: string) => `standard: ${figure}`,
  sameAsCircle: 'as the circle',
  breakEven: (households: string) => `from the standard: ${households} households`,
  noBreakEven: 'no single unit in the standard, so no limit',
  noEstimate: 'no estimate',
  landBinds: 'counts in the verdict',
  estimate: 'estimate',
  own: 'own figure',
  changed: 'changed',
  reset: 'Default',
  resetAll: 'All to default',
  fromStandard: 'from the standard',
  openChoice: 'left open',
  standard: {
    title: 'Chosen standard',
    issuer: 'Issuer',
    number: 'Number',
    status: 'Status',
    issued: 'Issued',
    rates: 'Figures',
    certainty: {
      full_text: 'entered from the full text',
      H: 'from the full law text or a government page',
      'M+': 'from two sources or one good one',
    },
    draftWarning:
      'A draft for comment: figures may differ in the final text. Applying it is your choice; results say so everywhere.',
    supersededWarning: 'This document is superseded; for comparison only.',
  },
};
