import type { AuditDigest } from '../analysis/api.ts';
import { NO_CHECK } from '../core/checks/area-columns.ts';
import { VERDICTS } from '../core/checks/result.ts';
import { AREA_CLASSES, SETTLEMENTS, type AreaId } from '../core/plan/plan.ts';
import { compareText } from '../core/units.ts';
import { areasOfUnit } from './areas-of-unit.ts';
import { liesInUnit, type AreaColumns } from './area-columns.ts';
import { isFigure, type RankedColumn } from './gap-columns.ts';
import { GAP_FIGURES, type GapSource } from './gap-figures.ts';
import type { GapFilter, GapSort, VerdictOf } from './workspace-state.ts';

/** The rows of the gap list, without making an array of ids of them. */
export interface AreaList {
  readonly length: number;
  idAt(row: number): AreaId;
  /** −1 when it is not listed. */
  indexOf(id: AreaId): number;
}

/** The gap list as it stands: positions in the digest, filtered and sorted, and what they are drawn from. */
export interface GapRows extends GapSource {
  /** What they were filtered by: the screen's own filter may be ahead of them. */
  readonly filter: GapFilter;
  readonly rows: Uint32Array;
  readonly list: AreaList;
}

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
  const { areaIds, pooled, daysOverdue } = digest;
  const text = filter.text.trim().toLowerCase();
  const wantedClass = filter.class === null ? -1 : AREA_CLASSES.indexOf(filter.class);
  const wantedSettlement = filter.settlement === null ? -1 : SETTLEMENTS.indexOf(filter.settlement);
  const inUnit = filter.unit === null ? null : unitTest(digest, columns, filter.unit);
  const pathHasText = pathTest(columns, (path) => path.toLowerCase().includes(text));
  return (row) =>
    (wantedClass < 0 || columns.class[row] === wantedClass) &&
    (wantedSettlement < 0 || columns.settlement[row] === wantedSettlement) &&
    (!filter.pooled || pooled[row] === 1) &&
    (!filter.overdue || daysOverdue[row]! > 0) &&
    (filter.picked === null || filter.picked.ids.has(areaIds[row]!)) &&
    (inUnit === null || inUnit(row)) &&
    (text === '' ||
      columns.name[row]!.toLowerCase().includes(text) ||
      areaIds[row]!.toLowerCase().includes(text) ||
      pathHasText(row));
}

/**
 * Whether an area lies in a unit: as the audit placed it, so that the list counts what the unit's row counts. A path that
 * names no unit of the audit is compared with the areas' own columns.
 */
function unitTest(digest: AuditDigest, columns: AreaColumns, unitPath: string): (row: number) => boolean {
  if (!digest.membership.paths.includes(unitPath)) return pathTest(columns, (path) => liesInUnit(path, unitPath));
  const inside = new Set(areasOfUnit(digest, unitPath));
  return (row) => inside.has(row);
}

/** Areas of one unit share their path: each path is looked at once. */
function pathTest({ path }: AreaColumns, passes: (path: string) => boolean): (row: number) => boolean {
  const known = new Map<string, boolean>();
  return (row) => {
    const here = path[row]!;
    let inside = known.get(here);
    if (inside === undefined) {
      inside = passes(here);
      known.set(here, inside);
    }
    return inside;
  };
}

/** Places of texts in the language's own order, by column; NaN where there is no text. See `rankTexts`. */
export type TextRanks = ReadonlyMap<RankedColumn, Float64Array>;

/** Sorts rows in place by one key after another; the unknown always comes last, equals by verdict, then floor area gap, then position. */
export function sortRows(
  rows: Uint32Array,
  source: GapSource,
  ranks: TextRanks,
  sort: readonly GapSort[],
): Uint32Array {
  const keys = sort.flatMap(({ column, descending }) => {
    const figures = figuresOf(source, ranks, column);
    return figures === null ? [] : [{ figures, sign: descending ? -1 : 1 }];
  });
  const { verdict } = source.digest;
  const gap = source.digest.checks.floor_area.gap;
  return rows.sort((a, b) => {
    for (const { figures, sign } of keys) {
      const x = figures[a]!;
      const y = figures[b]!;
      if (x === y) continue;
      if (Number.isNaN(x)) {
        if (!Number.isNaN(y)) return 1;
      } else if (Number.isNaN(y)) return -1;
      else return sign * (x - y);
    }
    return verdict[a]! - verdict[b]! || (gap[b]! || 0) - (gap[a]! || 0) || a - b;
  });
}

/** What a column is sorted by, a number an area; null while its texts are still being ranked. */
function figuresOf(source: GapSource, ranks: TextRanks, column: GapSort['column']): ArrayLike<number> | null {
  const { digest, columns } = source;
  if (isFigure(column)) {
    const { at } = GAP_FIGURES[column];
    return Float64Array.from(digest.areaIds, (_, i) => at(source, i));
  }
  switch (column) {
    case 'verdict':
      return digest.verdict;
    case 'class':
      return columns.class;
    case 'settlement':
      return columns.settlement;
    case 'id':
      return digest.areaIds.map((_, i) => i);
    case 'deadline':
      return deadlineOrder(digest);
    default:
      return ranks.get(column) ?? null;
  }
}

/** By day, then by what held on it: worst first. */
function deadlineOrder({ deadline: { dates, date, verdict } }: AuditDigest): Float64Array {
  const placeOf = new Map([...dates].sort(compareText).map((day, place) => [day, place]));
  return Float64Array.from(date, (code, i) =>
    code === NO_CHECK ? NaN : placeOf.get(dates[code]!)! * (NO_CHECK + 1) + verdict[i]!,
  );
}

/** The list of filtered and sorted rows; where an area stands is found when it is first asked for. */
export function listOf({ areaIds }: AuditDigest, rows: Uint32Array): AreaList {
  let rowOf: Int32Array | null = null;
  return {
    length: rows.length,
    idAt: (row) => areaIds[rows[row]!]!,
    indexOf(id) {
      if (rowOf === null) {
        rowOf = new Int32Array(areaIds.length).fill(-1);
        for (let row = 0; row < rows.length; row++) rowOf[rows[row]!] = row;
      }
      const position = areaPosition(areaIds, id);
      return position < 0 ? -1 : rowOf[position]!;
    },
  };
}

/** Position of an area in the digest, whose ids are sorted; −1 when it is not there. */
export function areaPosition(areaIds: readonly AreaId[], id: AreaId): number {
  let low = 0;
  let high = areaIds.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareText(areaIds[middle]!, id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
