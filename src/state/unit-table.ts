import type { Check } from '../core/checks/result.ts';
import type { Texts } from '../text/texts.ts';
import { checkOfUnit, type UnitRow } from './unit-forest.ts';

/** A table as shown: heads, and cells that are text, exact figures, or null where a figure is unknown. */
export interface ShownTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The rows in sight as a table for a spreadsheet: figures exact, each with a column of its own. */
export function unitTable(rows: readonly UnitRow[], { units: { csv: t }, checks }: Texts): ShownTable {
  const verdictOf = (check: Check | null): string | null => (check === null ? null : checks.verdict[check.verdict]);
  const head = [
    t.path,
    t.level,
    t.areas,
    checks.verdictShort.short,
    checks.verdictShort.met_if_built,
    checks.verdictShort.depends_on_class,
    checks.verdictShort.no_data,
    checks.verdictShort.met,
    checks.verdictShort.not_applicable,
    t.required,
    t.counted,
    t.per100,
    t.floorGap,
    t.floorGapUndecided,
    t.circle,
    t.uncovered,
    t.uncoveredUnknown,
    t.uncoveredEstimated,
    t.tier,
    t.tierCount,
    t.tierVerdict,
    t.tierDeadline,
    t.tierOverdue,
    t.landOpen,
    t.landPlanned,
    t.nursing,
  ];
  return {
    head,
    rows: rows.map(({ unit, areas, space, eldersUncovered, tier }) => {
      const floor = checkOfUnit(unit, 'floor_area');
      const land = checkOfUnit(unit, 'land_per_person');
      const by = unit.areas_by_verdict;
      return [
        unit.path,
        checks.level[unit.level],
        areas,
        by.short ?? 0,
        by.met_if_built ?? 0,
        by.depends_on_class ?? 0,
        by.no_data ?? 0,
        by.met ?? 0,
        by.not_applicable ?? 0,
        floor?.required ?? null,
        floor?.counted ?? null,
        floor?.ratio ?? null,
        space.floorGapM2,
        space.floorGapUndecided,
        checkOfUnit(unit, 'walk_circle')?.counted ?? null,
        eldersUncovered.known,
        eldersUncovered.unknownAreas,
        eldersUncovered.estimatedAreas,
        tier === null ? null : checks.check[tier.check],
        tier?.counted ?? null,
        verdictOf(tier),
        tier?.deadline?.date ?? null,
        tier?.deadline?.days_overdue ?? null,
        land?.ratio ?? null,
        plannedLandPerPerson(land),
        checkOfUnit(unit, 'nursing_beds')?.ratio ?? null,
      ];
    }),
  };
}

/** Land per person once everything planned is open, m². Null: unknown, or not asked. */
export function plannedLandPerPerson(land: Check | null): number | null {
  const counted = land?.planned?.counted ?? null;
  const persons = land?.basis?.quantity ?? null;
  return counted === null || persons === null || persons === 0 ? null : counted / persons;
}
