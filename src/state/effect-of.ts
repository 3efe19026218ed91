import type { AuditDigest } from '../analysis/api.ts';
import { VERDICTS } from '../core/checks/result.ts';
import type { Issue, IssueCode } from '../core/issue.ts';
import type { AreaId } from '../core/plan/plan.ts';
import { compareText } from '../core/units.ts';
import type { EffectOn } from './workspace-state.ts';

/** What came of an edit: the difference of the audits before and after it. */
export interface Effect {
  /** Areas whose verdict is another, new areas among those met and short. */
  readonly areas: Readonly<Record<EffectOn, readonly AreaId[]>>;
  readonly floorGapM2: number;
  /** Null: no county is judged, before or after. */
  readonly landGapM2: number | null;
  /** Persons. */
  readonly eldersCovered: number;
  /** How many more (or, negative, fewer) are in none of these sums, for what they lack is not known. */
  readonly unknown: { readonly floor: number; readonly land: number; readonly elders: number };
  /** What is said against reserved parcels and was not said before. */
  readonly parcels: readonly Issue[];
}

const MET = VERDICTS.indexOf('met');
const SHORT = VERDICTS.indexOf('short');
/** No verdict is beyond those there are: the area is new. */
const NEW = VERDICTS.length;

export function effectOf(before: AuditDigest, after: AuditDigest): Effect {
  const areas: Record<EffectOn, AreaId[]> = { met: [], short: [], other: [] };
  let was = 0;
  // Both lists of ids are sorted.
  for (const [is, id] of after.areaIds.entries()) {
    while (was < before.areaIds.length && compareText(before.areaIds[was]!, id) < 0) was++;
    const from = before.areaIds[was] === id ? before.verdict[was]! : NEW;
    const to = after.verdict[is]!;
    if (from === to) continue;
    if (to === MET) areas.met.push(id);
    else if (to === SHORT) areas.short.push(id);
    else if (from !== NEW) areas.other.push(id);
  }
  const [one, other] = [before.summary, after.summary];
  return {
    areas,
    floorGapM2: other.floor_gap_m2 - one.floor_gap_m2,
    landGapM2: one.counties === 0 || other.counties === 0 ? null : other.land_gap_m2 - one.land_gap_m2,
    eldersCovered: other.elders_covered - one.elders_covered,
    unknown: {
      floor: other.floor_gap_undecided - one.floor_gap_undecided,
      land: other.land_gap_undecided - one.land_gap_undecided,
      elders: other.areas_without_elders - one.areas_without_elders,
    },
    parcels: newParcelIssues(before.issues, after.issues),
  };
}

const OF_PARCELS: readonly IssueCode[] = ['reserved_parcel_use_changed', 'reserved_parcel_built_over'];

function newParcelIssues(before: readonly Issue[], after: readonly Issue[]): Issue[] {
  const known = new Set(ofParcels(before).map(keyOf));
  return ofParcels(after).filter((one) => !known.has(keyOf(one)));
}

/** What is said, how much land it concerns aside. */
function keyOf({ code, where, detail }: Issue): string {
  return JSON.stringify([code, where.id, detail['by']]);
}

function ofParcels(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ code }) => OF_PARCELS.includes(code));
}
