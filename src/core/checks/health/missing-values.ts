import { countsLand, hasInstitutionBeds, isEligibleFloorArea, landOf } from '../../plan/facility-tiers.ts';
import type { FileTableName } from '../../plan/edit.ts';
import type { Area, Candidate, Facility, Plan, Unit } from '../../plan/plan.ts';
import type { CheckId } from '../result.ts';

/** A column's blanks: how many records it is asked of, and which of them leave it blank. */
export interface MissingColumn {
  /** Canonical name (CONTRACT.md §1), or `place`: a position or an outline. */
  readonly column: string;
  /** Checks that read it; none: what is not judged but vouched for, dated or chosen by it. */
  readonly checks: readonly CheckId[];
  readonly asked: number;
  /** Ids (units: paths), in order. */
  readonly missing: readonly string[];
}

export interface TableHealth {
  readonly table: FileTableName;
  readonly records: number;
  readonly columns: readonly MissingColumn[];
}

interface ColumnQuestion<R> {
  readonly column: string;
  readonly checks: readonly CheckId[];
  readonly isBlank: (record: R) => boolean;
  /** Absent: of every record. */
  readonly isAsked?: (record: R) => boolean;
}

const AREA_QUESTIONS: readonly ColumnQuestion<Area>[] = [
  { column: 'class', checks: ['floor_area', 'single_unit'], isBlank: (area) => area.class === 'unknown' },
  { column: 'households', checks: ['floor_area'], isBlank: ({ households }) => households === undefined },
  { column: 'residents', checks: ['land_per_person'], isBlank: ({ residents }) => residents === undefined },
  { column: 'elders', checks: ['walk_circle'], isBlank: ({ elders }) => elders === undefined },
  {
    column: 'condition_date',
    checks: ['floor_area'],
    isBlank: ({ conditionDate }) => conditionDate === undefined,
    isAsked: (area) => area.class === 'new',
  },
  { column: 'place', checks: ['walk_circle', 'land_per_person'], isBlank: ({ geometry }) => geometry === undefined },
];

const FACILITY_QUESTIONS: readonly ColumnQuestion<Facility>[] = [
  { column: 'status', checks: ['floor_area', 'walk_circle'], isBlank: ({ status }) => status === undefined },
  {
    column: 'floor_area',
    checks: ['floor_area', 'single_unit'],
    isBlank: ({ floorAreaM2 }) => floorAreaM2 === undefined,
    isAsked: isEligibleFloorArea,
  },
  {
    column: 'land_area',
    checks: ['land_per_person'],
    isBlank: (facility) => landOf(facility) === null,
    isAsked: countsLand,
  },
  {
    column: 'beds',
    checks: ['nursing_beds'],
    isBlank: ({ beds }) => beds === undefined,
    isAsked: hasInstitutionBeds,
  },
  {
    column: 'nursing_beds',
    checks: ['nursing_beds'],
    isBlank: ({ nursingBeds }) => nursingBeds === undefined,
    isAsked: hasInstitutionBeds,
  },
  { column: 'valid_from', checks: ['floor_area'], isBlank: ({ validFrom }) => validFrom === undefined },
  { column: 'place', checks: ['walk_circle', 'floor_area'], isBlank: ({ geometry }) => geometry === undefined },
  { column: 'updated', checks: [], isBlank: ({ updated }) => updated === undefined },
  { column: 'evidence', checks: [], isBlank: ({ evidence }) => evidence === undefined },
];

const UNIT_QUESTIONS: readonly ColumnQuestion<Unit>[] = [
  { column: 'residents', checks: ['land_per_person'], isBlank: ({ residents }) => residents === undefined },
  { column: 'place', checks: [], isBlank: ({ geometry }) => geometry === undefined },
];

const CANDIDATE_QUESTIONS: readonly ColumnQuestion<Candidate>[] = [
  { column: 'floor_area', checks: [], isBlank: ({ floorAreaM2 }) => floorAreaM2 === undefined },
  { column: 'place', checks: [], isBlank: ({ geometry }) => geometry === undefined },
];

/** What the tables leave blank of the columns that something depends on. Tables without records are left out. */
export function missingValues({ areas, facilities, units, candidates }: Plan): TableHealth[] {
  return [
    tableHealth('areas', areas, AREA_QUESTIONS),
    tableHealth('facilities', facilities, FACILITY_QUESTIONS),
    tableHealth('units', units, UNIT_QUESTIONS),
    tableHealth('candidates', candidates, CANDIDATE_QUESTIONS),
  ].filter(({ records }) => records > 0);
}

function tableHealth<R>(
  table: FileTableName,
  records: ReadonlyMap<string, R>,
  questions: readonly ColumnQuestion<R>[],
): TableHealth {
  const columns = questions.map(({ column, checks, isBlank, isAsked }) => {
    const asked = [...records].filter(([, record]) => isAsked === undefined || isAsked(record));
    const missing = asked.filter(([, record]) => isBlank(record)).map(([id]) => id);
    return { column, checks, asked: asked.length, missing };
  });
  return { table, records: records.size, columns: columns.filter(({ asked }) => asked > 0) };
}
