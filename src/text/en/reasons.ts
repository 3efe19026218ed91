import type { BookedHow, ReasonCode, UnbookedReason } from '../../core/checks/result.ts';

const reason: Record<ReasonCode, string> = {
  households_unknown: 'Households are missing: fill them in and it can be judged',
  residents_unknown: 'Residents are missing: fill them in and it can be judged',
  elders_unknown: 'Elders are missing: those left out cannot be counted',
  floor_area_unknown: 'A facility has no floor area: what is counted may be too low',
  land_area_unknown: 'A facility has no land area: what is counted may be too low',
  beds_unknown: 'An institution has no number of beds',
  nursing_beds_unknown: 'An institution has no number of nursing beds',
  no_geometry: 'It has no location, so walking cannot be judged',
  no_facility: 'No facility that counts',
  unit_without_areas: 'No residential area of this unit is known',
  no_rule: 'The chosen standard has no such rule',
  rural: 'Rural: the chosen standard has no rural rate',
  no_households: 'No households, so no need',
  no_residents: 'No residents, so it does not apply',
  no_beds: 'No institution beds, so it does not apply',
  not_in_force: 'The clause is not in force on the as-of date',
  in_pool: 'In a pool: judged together with its other members',
  out_of_reach: 'None of the pool’s shared facilities is within reach: dropped from the pool and judged alone',
  new_need_unmet: 'New members of the pool must be served from space built or booked for them: there is too little',
  assumed_by_distance: 'Built with housing but inside no area: taken to belong to the nearest within 100 m',
  opening_date_unknown: 'A facility has no opening date: counted as open at the deadline',
  households_estimated: 'Households estimated from residents and persons per household',
  land_apportioned: 'Includes apportioned land',
  conditions_predate_rule: 'Planning conditions are older than the rule: check whether it applies',
  straight_line_estimate: 'Walks are estimated: straight line × detour factor',
  class_unknown: 'New or built is unknown: judged by both rates',
  areas_left_out: 'Areas without households are left out of both sums',
  below_break_even: 'Too few households for the per-household rate to reach the least single unit',
  work_under_way: 'A facility is being built',
  planned_only: 'A facility is planned, not yet begun',
  opens_later: 'A facility opens after the as-of date',
  partial: 'Only part of it lies within the circle',
  none: 'No open facility within the walk',
};
const how: Record<BookedHow, string> = {
  serves: 'assigned',
  pool: 'pooled',
  contains: 'inside the area',
  shared: 'shared in the circle',
};
const unbooked: Record<UnbookedReason, string> = {
  books_nowhere: 'No built area within the walk to share it among',
  estate_unknown: 'Built with housing, but its estate is unknown: fill in “serves” or check its position',
  serves_unknown_area: 'None of the areas in “serves” exists: check the ids',
  serves_exceeds_floor_area: 'The m² stated in “serves” exceed its floor area, so none is booked: check them',
  serves_remainder: 'Left over beyond the m² stated in “serves”',
  households_unknown: 'Households of the areas in “serves” are unknown or zero: fill them in or state m²',
  pool_without_members: 'The pool has no member areas',
};

export const reasons = { reason, how, unbooked };
