import type { AuditDigest } from '../../analysis/api.ts';
import type { Area, AreaId, UnitLevel } from '../../core/plan/plan.ts';
import type { UnitForest, UnitRow } from '../unit-forest.ts';

/** Elders outside the service circle by age, and who cannot be placed in it. Persons. */
export interface AgeSplit {
  /** From the elder age up to 79. */
  readonly younger: number;
  /** 80 and over: as large a part of them as of all elders of their area is taken to be outside. */
  readonly older: number;
  /** Outside, but their area does not say how many are 80 and over. */
  readonly ageUnknown: number;
  /** Elders of areas without a place: neither in nor out. */
  readonly notLocated: number;
  /** Areas that do not say how many elders they have: in none of these. */
  readonly areasUnknown: number;
  readonly areas: number;
}

export interface AgeBar {
  readonly row: UnitRow;
  readonly split: AgeSplit;
}

export const NOBODY: AgeSplit = { younger: 0, older: 0, ageUnknown: 0, notLocated: 0, areasUnknown: 0, areas: 0 };

export function outsideOf({ younger, older, ageUnknown }: AgeSplit): number {
  return younger + older + ageUnknown;
}

/** Whether a split says anything: some area has its elders known. */
export function isKnown({ areas, areasUnknown }: AgeSplit): boolean {
  return areas > areasUnknown;
}

/** Units of a level by how many are outside, most first, with the whole plan beside them. Units of which nothing is known last. */
export function uncoveredByAge(
  { rows }: UnitForest,
  digest: AuditDigest,
  areas: ReadonlyMap<AreaId, Area>,
  level: UnitLevel,
): { bars: AgeBar[]; whole: AgeSplit } {
  const splits: AgeSplit[] = rows.map(() => NOBODY);
  let whole = NOBODY;
  const unitOf = digest.membership.unitOf[level];
  for (const [a, id] of digest.areaIds.entries()) {
    const split = splitOf(areas.get(id), digest.coveredShare[a]!);
    whole = add(whole, split);
    const u = unitOf[a]!;
    if (u >= 0) splits[u] = add(splits[u]!, split);
  }
  const bars = rows.filter(({ unit }) => unit.level === level).map((row) => ({ row, split: splits[row.at]! }));
  bars.sort((a, b) => Number(isKnown(b.split)) - Number(isKnown(a.split)) || outsideOf(b.split) - outsideOf(a.split));
  return { bars, whole };
}

function splitOf(area: Area | undefined, share: number): AgeSplit {
  const one = { ...NOBODY, areas: 1 };
  const elders = area?.elders;
  if (elders === undefined) return { ...one, areasUnknown: 1 };
  if (Number.isNaN(share)) return { ...one, notLocated: elders };
  const outside = 1 - share;
  const older = area?.elders80;
  // More of 80 and over than elders altogether: one of the two is wrong, and neither says which.
  if (older === undefined || older > elders) return { ...one, ageUnknown: elders * outside };
  return { ...one, younger: (elders - older) * outside, older: older * outside };
}

function add(a: AgeSplit, b: AgeSplit): AgeSplit {
  return {
    younger: a.younger + b.younger,
    older: a.older + b.older,
    ageUnknown: a.ageUnknown + b.ageUnknown,
    notLocated: a.notLocated + b.notLocated,
    areasUnknown: a.areasUnknown + b.areasUnknown,
    areas: a.areas + b.areas,
  };
}
