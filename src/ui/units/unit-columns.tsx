import type { ReactNode } from 'react';
import type { UnitRow } from '../../state/unit-forest.ts';
import type { UnitSortColumn } from '../../state/workspace-state.ts';
import {
  AreasCell,
  BelowCell,
  CircleCell,
  GapCell,
  LandCell,
  NursingCell,
  RatioCell,
  TierCell,
  UncoveredCell,
} from './unit-cells.tsx';

export type UnitColumn = UnitSortColumn | 'below';

/** In order of sight. The name comes first and stays in view. */
export const UNIT_COLUMNS = [
  'name',
  'areas',
  'uncovered',
  'circle',
  'ratio',
  'floorGap',
  'tier',
  'below',
  'land',
  'nursing',
] as const satisfies readonly UnitColumn[];

/** Figures: right-aligned, and largest first when they are sorted by. */
export const FIGURE_COLUMNS: readonly UnitColumn[] = ['uncovered', 'floorGap'];
/** What is bad when it is large. Of the others the least comes first. */
export const LARGEST_FIRST: readonly UnitColumn[] = ['areas', 'uncovered', 'floorGap', 'tier'];

export function unitCell(column: UnitColumn, row: UnitRow): ReactNode {
  switch (column) {
    case 'areas':
      return <AreasCell row={row} />;
    case 'uncovered':
      return <UncoveredCell sum={row.eldersUncovered} />;
    case 'circle':
      return <CircleCell row={row} />;
    case 'ratio':
      return <RatioCell row={row} />;
    case 'floorGap':
      return <GapCell space={row.space} />;
    case 'tier':
      return <TierCell tier={row.tier} />;
    case 'below':
      return <BelowCell row={row} />;
    case 'land':
      return <LandCell row={row} />;
    case 'nursing':
      return <NursingCell row={row} />;
    default:
      return row.unit.name;
  }
}
