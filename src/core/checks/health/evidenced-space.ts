import { FACILITY_TYPES, type Facility, type FacilityId, type FacilityType } from '../../plan/plan.ts';

/** Floor area that facilities claim, by whether their row names what vouches for it (依据材料). */
export interface EvidencedSpace {
  readonly facilities: number;
  /** Facilities without evidence, in order. */
  readonly without: readonly FacilityId[];
  /** m² of those with evidence. */
  readonly evidencedM2: number;
  /** m² of those without. */
  readonly claimedM2: number;
  /** Facilities whose floor area is blank: in neither sum. */
  readonly areaBlank: number;
}

export interface EvidenceReport {
  readonly total: EvidencedSpace;
  readonly byType: readonly (EvidencedSpace & { readonly type: FacilityType })[];
}

/** Claimed against evidenced floor area, by type and in sum; types in the order of `FACILITY_TYPES`, those there are. */
export function evidencedSpace(facilities: readonly Facility[]): EvidenceReport {
  const byType = FACILITY_TYPES.map((type) => ({
    type,
    ...spaceOf(facilities.filter((facility) => facility.type === type)),
  }));
  return { total: spaceOf(facilities), byType: byType.filter((space) => space.facilities > 0) };
}

function spaceOf(facilities: readonly Facility[]): EvidencedSpace {
  const claimed = facilities.filter((facility) => !isEvidenced(facility));
  return {
    facilities: facilities.length,
    without: claimed.map(({ id }) => id),
    evidencedM2: sumFloorArea(facilities.filter(isEvidenced)),
    claimedM2: sumFloorArea(claimed),
    areaBlank: facilities.filter(({ floorAreaM2 }) => floorAreaM2 === undefined).length,
  };
}

function isEvidenced({ evidence }: Facility): boolean {
  return evidence !== undefined;
}

function sumFloorArea(facilities: readonly Facility[]): number {
  return facilities.reduce((sum, { floorAreaM2 }) => sum + (floorAreaM2 ?? 0), 0);
}
