import type { CheckId, CheckUnit, Verdict } from '../../core/checks/result.ts';
import type { AreaClass, Settlement, UnitLevel } from '../../core/plan/plan.ts';
import type { StandardStatus } from '../../core/standards/standard.ts';

const verdict: Record<Verdict, string> = {
  short: 'Short',
  met_if_built: 'Met once built',
  depends_on_class: 'Depends on class',
  no_data: 'No data to judge',
  met: 'Met',
  not_applicable: 'Not applicable',
};
const verdictShort: Record<Verdict, string> = {
  short: 'Short',
  met_if_built: 'Met if built',
  depends_on_class: 'By class',
  no_data: 'No data',
  met: 'Met',
  not_applicable: 'N/A',
};
const check: Record<CheckId, string> = {
  floor_area: 'Floor area',
  single_unit: 'Single unit',
  land_per_person: 'Land per person',
  walk_circle: '15-minute circle',
  subdistrict_centre: 'Subdistrict centre',
  community_station: 'Community station',
  county_institution: 'County institution',
  nursing_beds: 'Nursing beds',
};
const checkShort: Record<CheckId, string> = {
  floor_area: 'Floor',
  single_unit: 'Unit',
  land_per_person: 'Land',
  walk_circle: 'Circle',
  subdistrict_centre: 'Centre',
  community_station: 'Station',
  county_institution: 'County',
  nursing_beds: 'Beds',
};
const unit: Record<CheckUnit, string> = { m2: 'm²', share: '', facilities: 'facilities', beds: 'beds' };
const areaClass: Record<AreaClass, string> = { new: 'New', built: 'Built', unknown: 'Class unknown' };
const settlement: Record<Settlement, string> = { urban: 'Urban', rural: 'Rural' };
const level: Record<UnitLevel, string> = {
  city: 'City',
  county: 'County',
  subdistrict: 'Subdistrict',
  community: 'Community',
};
const status: Record<StandardStatus, string> = {
  draft: 'Draft for comment',
  in_force: 'In force',
  superseded: 'Superseded',
};

export const checks = {
  verdict,
  verdictShort,
  check,
  checkShort,
  unit,
  areaClass,
  settlement,
  level,
  status,
  overall: 'Overall verdict',
  indicator: 'Indicator, not part of the verdict',
};
