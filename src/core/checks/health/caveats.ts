import type { OriginBasis } from '../../access/reach.ts';
import type { FileTableName } from '../../plan/edit.ts';
import { isEligibleFloorArea } from '../../plan/facility-tiers.ts';
import type { UnitLevel } from '../../plan/plan.ts';
import type { AuditContext } from '../context.ts';
import { levelThatCounts } from '../unit-checks.ts';

/** What the audit takes for granted, estimates or leaves out where the data is silent, though it does judge. */
export const CAVEATS = [
  'straight_line',
  'spread_evenly',
  'point_areas',
  'elders_blank',
  'status_blank',
  'opening_date_blank',
  'floor_area_blank',
  'facility_not_located',
  'county_unknown',
  'subdistrict_unknown',
  'community_unknown',
] as const;
export type CaveatCode = (typeof CAVEATS)[number];

export interface Caveat {
  readonly code: CaveatCode;
  readonly table: Extract<FileTableName, 'areas' | 'facilities'>;
  /** Whom it concerns, in order. */
  readonly ids: readonly string[];
  /** Of how many there are. */
  readonly of: number;
}

/** Levels that clauses are asked of: an area in no known unit of one takes part in none of its clauses. */
const ASKED_LEVELS: readonly UnitLevel[] = ['county', 'subdistrict', 'community'];

/** What stands under the verdicts that were given; those that concern nobody are left out. */
export function caveatsOf(context: AuditContext): Caveat[] {
  const { areas, facilities, reach, open, withPlanned } = context;
  const ofAreas = (code: CaveatCode, concerns: (a: number) => boolean): Caveat => {
    const ids = areas.filter((_, a) => concerns(a)).map(({ id }) => id);
    return { code, table: 'areas', ids, of: areas.length };
  };
  const ofFacilities = (code: CaveatCode, concerns: (f: number) => boolean): Caveat => {
    const ids = facilities.filter((_, f) => concerns(f)).map(({ id }) => id);
    return { code, table: 'facilities', ids, of: facilities.length };
  };
  const { basis } = reach.origins;
  const hasBasis = (wanted: OriginBasis) => (a: number) => basis[a] === wanted;
  const countedWithoutDate = withoutOpeningDate(context);
  return [
    ofAreas('straight_line', (a) => reach.method === 'straight_line' && basis[a] !== 'none'),
    ofAreas('spread_evenly', hasBasis('sampled')),
    ofAreas('point_areas', hasBasis('point')),
    ofAreas('elders_blank', (a) => areas[a]!.elders === undefined),
    ofFacilities('status_blank', (f) => facilities[f]!.status === undefined),
    ofFacilities('opening_date_blank', (f) => open[f] === 1 && countedWithoutDate(f)),
    ofFacilities('floor_area_blank', (f) => {
      const facility = facilities[f]!;
      return withPlanned[f] === 1 && isEligibleFloorArea(facility) && facility.floorAreaM2 === undefined;
    }),
    ofFacilities('facility_not_located', (f) => !reach.rows.has(facilities[f]!.id)),
    ...ASKED_LEVELS.map((level) => {
      const placed = areasInUnits(context, level);
      return ofAreas(`${level}_unknown` as CaveatCode, (a) => !placed.has(a));
    }),
  ].filter(({ ids }) => ids.length > 0);
}

/** Facilities that count on a deadline that is past for no other reason than that their first day is blank. */
function withoutOpeningDate({ facilities, rules, asOf, countedAt }: AuditContext): (f: number) => boolean {
  const days = Object.values(rules).flatMap((rule) => rule?.deadline?.date ?? []);
  const past = days.filter((day) => day <= asOf).map(countedAt);
  return (f) => {
    const facility = facilities[f]!;
    const matters = isEligibleFloorArea(facility) || levelThatCounts(facility) !== null;
    return matters && facility.validFrom === undefined && past.some((counted) => counted[f] === 1);
  };
}

function areasInUnits({ unitTree }: AuditContext, level: UnitLevel): ReadonlySet<number> {
  return new Set(unitTree.nodes.filter((node) => node.level === level).flatMap((node) => node.areas));
}
