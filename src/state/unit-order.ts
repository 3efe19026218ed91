import type { UnitLevel } from '../core/plan/plan.ts';
import type { UnitSort, UnitSortColumn } from './workspace-state.ts';
import { checkOfUnit, type UnitForest, type UnitRow } from './unit-forest.ts';

/** Rows open on first sight are no more than fit a few screens. */
const MOST_OPEN_AT_FIRST = 120;

/** The rows that are in sight, in order: siblings sorted, children below their open parents; one level alone where one is chosen. */
export function unitsInSight(
  forest: UnitForest,
  expanded: ReadonlySet<string>,
  level: UnitLevel | null,
  sort: UnitSort,
  language: string,
): UnitRow[] {
  const compare = comparison(sort, language);
  if (level !== null) return forest.rows.filter(({ unit }) => unit.level === level).sort(compare);
  const inSight: UnitRow[] = [];
  const addAll = (siblings: readonly UnitRow[]): void => {
    for (const row of siblings.toSorted(compare)) {
      inSight.push(row);
      if (expanded.has(row.key)) addAll(row.children);
    }
  };
  addAll(forest.roots);
  return inSight;
}

/** The units that are open before anyone has opened or closed one: level after level, as long as the rows stay few. */
export function firstExpanded({ roots }: UnitForest): ReadonlySet<string> {
  const open = new Set<string>();
  let generation = roots;
  let count = roots.length;
  while (generation.length > 0) {
    const next = generation.flatMap(({ children }) => children);
    count += next.length;
    if (next.length === 0 || (count > MOST_OPEN_AT_FIRST && generation !== roots)) return open;
    for (const { key, children } of generation) if (children.length > 0) open.add(key);
    generation = next;
  }
  return open;
}

/** Every unit that others lie in. */
export function allExpanded({ rows }: UnitForest): ReadonlySet<string> {
  return new Set(rows.filter(({ children }) => children.length > 0).map(({ key }) => key));
}

/** What is open once a unit must be in sight: all that it lies in, too. */
export function expandedTo(expanded: ReadonlySet<string>, row: UnitRow): ReadonlySet<string> {
  const open = new Set(expanded);
  for (let above = row.parent; above !== null; above = above.parent) open.add(above.key);
  return open.size === expanded.size ? expanded : open;
}

/** Unknown figures come last whichever way; equals by name. */
function comparison({ column, descending }: UnitSort, language: string): (a: UnitRow, b: UnitRow) => number {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = descending ? -1 : 1;
  const byName = (a: UnitRow, b: UnitRow): number => compare(a.unit.name, b.unit.name) || a.at - b.at;
  if (column === 'name') return (a, b) => sign * byName(a, b);
  const figureOf = FIGURES[column];
  return (a, b) => {
    const x = figureOf(a);
    const y = figureOf(b);
    if (x === y) return byName(a, b);
    if (x === null) return 1;
    return y === null ? -1 : sign * (x - y);
  };
}

/** What each column sorts by; null: unknown or not asked. */
const FIGURES: Readonly<Record<Exclude<UnitSortColumn, 'name'>, (row: UnitRow) => number | null>> = {
  areas: ({ unit }) => unit.areas_by_verdict.short ?? 0,
  ratio: ({ unit }) => checkOfUnit(unit, 'floor_area')?.ratio ?? null,
  floorGap: ({ space }) => space.floorGapM2,
  circle: ({ unit }) => checkOfUnit(unit, 'walk_circle')?.counted ?? null,
  uncovered: ({ eldersUncovered }) => eldersUncovered.known,
  tier: ({ tier }) => tier?.deadline?.days_overdue ?? null,
  land: ({ unit }) => checkOfUnit(unit, 'land_per_person')?.ratio ?? null,
  nursing: ({ unit }) => checkOfUnit(unit, 'nursing_beds')?.ratio ?? null,
};
