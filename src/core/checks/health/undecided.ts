import { UNIT_LEVELS, type UnitLevel } from '../../plan/plan.ts';
import { CHECK_IDS, type Check, type CheckId, type ReasonCode } from '../result.ts';

/** Reasons of a check that name what is missing, in the order in which they are listed. */
export const MISSING_REASONS = [
  'households_unknown',
  'class_unknown',
  'floor_area_unknown',
  'no_geometry',
  'residents_unknown',
  'elders_unknown',
  'land_area_unknown',
  'beds_unknown',
  'nursing_beds_unknown',
  'unit_without_areas',
] as const satisfies ReasonCode[];
export type MissingReason = (typeof MISSING_REASONS)[number];

/** Who a check is asked of. */
export type Judged = 'area' | UnitLevel;
const JUDGED: readonly Judged[] = ['area', ...UNIT_LEVELS];

/** Verdicts that say no more than that something is missing. */
export type UndecidedVerdict = 'no_data' | 'depends_on_class';

/** What one gap in the data leaves undecided of one check. Who lacks two things stands in two of these. */
export interface Undecided {
  readonly on: Judged;
  readonly check: CheckId;
  readonly verdict: UndecidedVerdict;
  readonly missing: MissingReason;
  /** Ids of areas, or paths of units, as the audit lists them. */
  readonly subjects: readonly string[];
}

/** Checks of areas and units, in the audit's own words. */
export interface JudgedSubject {
  readonly on: Judged;
  readonly id: string;
  readonly checks: readonly Check[];
}

/** What every gap in the data leaves undecided: areas first, then units, by check, by what is missing. */
export function undecidedChecks(judged: Iterable<JudgedSubject>): Undecided[] {
  const found = new Map<string, Undecided & { readonly subjects: string[] }>();
  for (const { on, id, checks } of judged) {
    for (const { check, verdict, reasons } of checks) {
      if (verdict !== 'no_data' && verdict !== 'depends_on_class') continue;
      for (const missing of missingOf(verdict, reasons)) {
        const key = [on, check, verdict, missing].join();
        const known = found.get(key) ?? { on, check, verdict, missing, subjects: [] };
        found.set(key, known);
        known.subjects.push(id);
      }
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      JUDGED.indexOf(a.on) - JUDGED.indexOf(b.on) ||
      CHECK_IDS.indexOf(a.check) - CHECK_IDS.indexOf(b.check) ||
      MISSING_REASONS.indexOf(a.missing) - MISSING_REASONS.indexOf(b.missing) ||
      a.verdict.localeCompare(b.verdict, 'en'),
  );
}

/** Where the verdict depends on the class, that is what is missing; without data, everything else that is named. */
function missingOf(verdict: UndecidedVerdict, reasons: readonly ReasonCode[]): MissingReason[] {
  if (verdict === 'depends_on_class') return ['class_unknown'];
  return MISSING_REASONS.filter((reason) => reason !== 'class_unknown' && reasons.includes(reason));
}
