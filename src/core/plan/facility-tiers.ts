import type { Facility, FacilityType } from './plan.ts';

/** Types that make up each tier of the network, 县–街道(乡镇)–社区(村). */
const COMMUNITY_TIER: ReadonlySet<FacilityType> = new Set(['station', 'day_care', 'mutual_aid']);
const NO_LAND: ReadonlySet<FacilityType> = new Set(['meal', 'other']);

export function isCommunityTier({ type }: Facility): boolean {
  return COMMUNITY_TIER.has(type);
}

/** What a walk of the service circle may end at: community or subdistrict tier, whoever owns it. */
export function isCircleDestination(facility: Facility): boolean {
  return isCommunityTier(facility) || facility.type === 'centre';
}

/** Whether its floor area can count towards the per-household rule: public-benefit rooms of the two lower tiers. */
export function isEligibleFloorArea(facility: Facility): boolean {
  return isCircleDestination(facility) && facility.publicBenefit !== false;
}

/** Whether its land counts towards land per person. */
export function countsLand({ type }: Facility): boolean {
  return !NO_LAND.has(type);
}

/** Whether its beds count towards the share of nursing beds. */
export function hasInstitutionBeds({ type }: Facility): boolean {
  return type === 'institution' || type === 'county_institution';
}

/** The land it brings: a leased room without stated land has none; otherwise absent is unknown. */
export function landOf(facility: Facility): number | null {
  return facility.landAreaM2 ?? (facility.acquisition === 'lease' ? 0 : null);
}
