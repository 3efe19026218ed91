/**
 * What the texts leave open, and the method's own choices: each one visible, editable and recorded in every result.
 * Keys are those of `--set KEY=VALUE`. Figures of a policy are not here: they come from the standard.
 */
export interface Settings {
  /** Walking speed of the service circle, km/h. */
  speed_km_h: number;
  /** Minutes of the service circle; null: the standard's. */
  minutes: number | null;
  /** Least share of an area's weighted origins that must reach a facility, for cells and sampled points. */
  circle_share: number;
  /** What straight-line metres are multiplied by to estimate a walk where there is no street network. */
  detour_factor: number;
  /** How far a place may be from the nearest street and still walk, metres. */
  snap_m: number;
  /** The age from which the data counts someone as an elder. Changes every label, never a figure. */
  elder_age: number;
  /** What the least single unit applies to. */
  single_unit: 'each_unit' | 'at_least_one';
  /** Whether need runs in proportion or starts anew with each hundred households. */
  per_hundred: 'pro_rata' | 'started';
  /** Whose land per person. */
  land_per: 'residents' | 'elders';
  /** Whether a residential area's own land indicator takes part in its verdict. */
  land_binds: boolean;
  /** Persons per household used to estimate missing households from residents; null: no estimate. */
  persons_per_household: number | null;
  /** Minutes within which a pool's members must reach a shared facility; null: the standard's, else the circle's. */
  pool_minutes: number | null;
  /** Households above which a pool member is no longer small; null: where the new-build rate reaches one single unit. */
  pool_small_households: number | null;
}

/** Walking speeds in km/h, by preset. `planning`: GB 50180's 1 000 m in 15 minutes. */
export const WALKING_SPEEDS_KM_H = { slow: 2.16, elder: 3, planning: 4 } as const;

export const DEFAULT_SETTINGS: Settings = {
  speed_km_h: WALKING_SPEEDS_KM_H.elder,
  minutes: null,
  circle_share: 0.95,
  detour_factor: 1.3,
  snap_m: 300,
  elder_age: 60,
  single_unit: 'each_unit',
  per_hundred: 'pro_rata',
  land_per: 'residents',
  land_binds: false,
  persons_per_household: null,
  pool_minutes: null,
  pool_small_households: null,
};
