import type { AuditDigest, RollUp } from '../analysis/api.ts';
import type { Check, CheckId, UnitResult } from '../core/checks/result.ts';
import type { UnitSpace } from '../core/checks/unit-space.ts';
import { UNIT_LEVELS, type UnitLevel } from '../core/plan/plan.ts';

/** A sum of what is known, and over how many areas it is not. Null: nothing is known of it. */
export interface PartSum {
  readonly known: number | null;
  readonly unknownAreas: number;
  /** Areas of the sum whose figure is an estimate. */
  readonly estimatedAreas: number;
}

/** How many of the units below fulfil a clause that is asked of each of them. */
export interface TierTally {
  readonly check: CheckId;
  readonly met: number;
  readonly asked: number;
}

/** A unit as the tree shows it. */
export interface UnitRow {
  /** Position in the roll-up. */
  readonly at: number;
  /** Level and path: one path may stand at two levels. */
  readonly key: string;
  readonly unit: UnitResult;
  readonly space: UnitSpace;
  readonly depth: number;
  readonly parent: UnitRow | null;
  readonly children: UnitRow[];
  readonly eldersUncovered: PartSum;
  /** Areas of it. */
  readonly areas: number;
  /** The clause of its own level: a centre, a station or an institution. */
  readonly tier: Check | null;
  /** The same of the levels below it. */
  readonly tiersBelow: readonly TierTally[];
}

/** Units by position, and those that lie in no other. */
export interface UnitForest {
  /** The audit whose units these are. */
  readonly digest: AuditDigest;
  readonly rows: readonly UnitRow[];
  readonly roots: readonly UnitRow[];
  readonly byPath: ReadonlyMap<string, UnitRow>;
  /** Levels that units are known at, highest first. */
  readonly levels: readonly UnitLevel[];
}

export const TIER_CHECKS = ['subdistrict_centre', 'community_station', 'county_institution'] as const;

export function unitKey({ level, path }: Pick<UnitResult, 'level' | 'path'>): string {
  return `${level}:${path}`;
}

export function checkOfUnit({ checks }: UnitResult, id: CheckId): Check | null {
  return checks.find(({ check }) => check === id) ?? null;
}

/**
 * The tree of units with the figures that their rows need. Null: the roll-up belongs to another plan than the digest, so
 * that areas would be taken for one another.
 */
export function growUnitForest(rollUp: RollUp, digest: AuditDigest): UnitForest | null {
  if (rollUp.planVersion !== digest.stamp.planVersion) return null;
  const uncovered = sumByUnit(digest, rollUp.units.length);
  const rows: UnitRow[] = [];
  const roots: UnitRow[] = [];
  const byPath = new Map<string, UnitRow>();
  for (const [u, unit] of rollUp.units.entries()) {
    // Parents stand at a higher level, hence before their children.
    const parent = rows[rollUp.parent[u]!] ?? null;
    const known = uncovered.areas[u]! - uncovered.unknown[u]!;
    const row: UnitRow = {
      at: u,
      key: unitKey(unit),
      unit,
      space: rollUp.space[u]!,
      depth: parent === null ? 0 : parent.depth + 1,
      parent,
      children: [],
      eldersUncovered: {
        known: known > 0 ? uncovered.sum[u]! : null,
        unknownAreas: uncovered.unknown[u]!,
        estimatedAreas: uncovered.estimated[u]!,
      },
      areas: uncovered.areas[u]!,
      tier: unit.checks.find(({ check }) => (TIER_CHECKS as readonly CheckId[]).includes(check)) ?? null,
      tiersBelow: [],
    };
    rows.push(row);
    (parent === null ? roots : parent.children).push(row);
    if (!byPath.has(unit.path)) byPath.set(unit.path, row);
  }
  tallyTiers(rows);
  const levels = UNIT_LEVELS.filter((level) => rows.some((row) => row.unit.level === level));
  return { digest, rows, roots, byPath, levels };
}

function sumByUnit(
  { membership, eldersUncovered, eldersEstimated }: AuditDigest,
  units: number,
): { sum: Float64Array; unknown: Uint32Array; estimated: Uint32Array; areas: Uint32Array } {
  const sum = new Float64Array(units);
  const unknown = new Uint32Array(units);
  const estimated = new Uint32Array(units);
  const areas = new Uint32Array(units);
  for (const level of UNIT_LEVELS) {
    const unitOf = membership.unitOf[level];
    for (let a = 0; a < unitOf.length; a++) {
      const u = unitOf[a]!;
      if (u < 0) continue;
      areas[u]!++;
      if (Number.isNaN(eldersUncovered[a]!)) unknown[u]!++;
      else {
        sum[u]! += eldersUncovered[a]!;
        estimated[u]! += eldersEstimated[a]!;
      }
    }
  }
  return { sum, unknown, estimated, areas };
}

/** Children come after their parents, so that walking backwards adds up whole subtrees. */
function tallyTiers(rows: readonly UnitRow[]): void {
  for (const row of rows.toReversed()) {
    const { parent, tier } = row;
    if (parent === null) continue;
    const found = parent.tiersBelow as TierTally[];
    if (tier !== null && tier.verdict !== 'not_applicable') {
      addTally(found, { check: tier.check, met: Number(tier.verdict === 'met'), asked: 1 });
    }
    for (const tally of row.tiersBelow) addTally(found, tally);
  }
  for (const { tiersBelow } of rows) {
    (tiersBelow as TierTally[]).sort((a, b) => TIERS_DOWN.indexOf(a.check) - TIERS_DOWN.indexOf(b.check));
  }
}

const TIERS_DOWN: readonly CheckId[] = ['county_institution', 'subdistrict_centre', 'community_station'];

function addTally(into: TierTally[], { check, met, asked }: TierTally): void {
  const at = into.findIndex((one) => one.check === check);
  if (at < 0) into.push({ check, met, asked });
  else into[at] = { check, met: into[at]!.met + met, asked: into[at]!.asked + asked };
}
