import { NO_CHECK, type AuditDigest } from '../analysis/api.ts';
import { VERDICTS } from '../core/checks/result.ts';
import { AREA_CLASSES } from '../core/plan/plan.ts';
import { areasOfUnit } from './areas-of-unit.ts';
import { liesInUnit, type AreaColumns } from './area-columns.ts';
import type { GapFilter, GapSort, VerdictOf } from './workspace-state.ts';

/** The verdict column that a filter or a map colour speaks of. */
export function verdictColumn(digest: AuditDigest, of: VerdictOf): Uint8Array {
  return of === 'overall' ? digest.verdict : digest.checks[of].verdict;
}

/** How many areas have each verdict (in the order of `VERDICTS`), under the filter's other conditions. */
export function verdictCounts(digest: AuditDigest, columns: AreaColumns, filter: GapFilter): Uint32Array {
  const counts = new Uint32Array(VERDICTS.length);
  const verdict = verdictColumn(digest, filter.of);
  const passes = otherConditions(digest, columns, filter);
  for (let i = 0; i < verdict.length; i++) {
    const code = verdict[i]!;
    if (code !== NO_CHECK && passes(i)) counts[code]!++;
  }
  return counts;
}

/** Positions of the areas that pass the filter, in the digest's order. */
export function filterRows(digest: AuditDigest, columns: AreaColumns, filter: GapFilter): Uint32Array {
  const verdict = verdictColumn(digest, filter.of);
  const wanted = new Uint8Array(256);
  for (const name of filter.verdicts) wanted[VERDICTS.indexOf(name)] = 1;
  const passes = otherConditions(digest, columns, filter);
  const rows = new Uint32Array(verdict.length);
  let count = 0;
  for (let i = 0; i < verdict.length; i++) {
    if (wanted[verdict[i]!] === 1 && passes(i)) rows[count++] = i;
  }
  return rows.slice(0, count);
}

function otherConditions(digest: AuditDigest, columns: AreaColumns, filter: GapFilter): (row: number) => boolean {
  const { areaIds } = digest;
  const text = filter.text.trim().toLowerCase();
  const wantedClass = filter.class === null ? -1 : AREA_CLASSES.indexOf(filter.class);
  const inUnit = filter.unit === null ? null : unitTest(digest, columns, filter.unit);
  return (row) =>
    (wantedClass < 0 || columns.class[row] === wantedClass) &&
    (text === '' ||
      [columns.name[row]!, areaIds[row]!, columns.path[row]!].some((one) => one.toLowerCase().includes(text))) &&
    (inUnit === null || inUnit(row));
}

/**
 * Whether an area lies in a unit: as the audit placed it, so that the list counts what the unit's row counts. A path that
 * names no unit of the audit is compared with the areas' own columns, each path once.
 */
function unitTest(digest: AuditDigest, columns: AreaColumns, unitPath: string): (row: number) => boolean {
  if (digest.membership.paths.includes(unitPath)) {
    const inside = new Set(areasOfUnit(digest, unitPath));
    return (row) => inside.has(row);
  }
  const known = new Map<string, boolean>();
  return (row) => {
    const path = columns.path[row]!;
    let inside = known.get(path);
    if (inside === undefined) {
      inside = liesInUnit(path, unitPath);
      known.set(path, inside);
    }
    return inside;
  };
}

/** Places of texts in the language's own order, for sorting: see `rankTexts`. */
export interface TextRanks {
  readonly name: Uint32Array;
  readonly unit: Uint32Array;
}

/** Sorts rows in place by a column; unknown figures always come last, equals by verdict, then floor area gap, then position. */
export function sortRows(
  rows: Uint32Array,
  digest: AuditDigest,
  columns: AreaColumns,
  ranks: TextRanks | null,
  { column, descending }: GapSort,
): Uint32Array {
  const figures = figuresOf(digest, columns, ranks, column);
  const { verdict } = digest;
  const gap = digest.checks.floor_area.gap;
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    if (figures !== null) {
      const x = figures[a]!;
      const y = figures[b]!;
      if (x !== y) {
        if (Number.isNaN(x)) {
          if (!Number.isNaN(y)) return 1;
        } else if (Number.isNaN(y)) return -1;
        else return sign * (x - y);
      }
    }
    return verdict[a]! - verdict[b]! || (gap[b]! || 0) - (gap[a]! || 0) || a - b;
  });
}

function figuresOf(
  digest: AuditDigest,
  columns: AreaColumns,
  ranks: TextRanks | null,
  column: GapSort['column'],
): ArrayLike<number> | null {
  const figures: Readonly<Record<GapSort['column'], ArrayLike<number> | null>> = {
    verdict: digest.verdict,
    name: ranks?.name ?? null,
    unit: ranks?.unit ?? null,
    class: columns.class,
    households: columns.households,
    elders: columns.elders,
    floorGap: digest.checks.floor_area.gap,
    uncovered: digest.eldersUncovered,
    overdue: digest.daysOverdue,
  };
  return figures[column];
}
