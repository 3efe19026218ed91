/** Everything the gap list can show of an area, in the order in which it is shown. */
export const GAP_COLUMNS = [
  'name',
  'id',
  'verdict',
  'checks',
  'unit',
  'city',
  'county',
  'subdistrict',
  'community',
  'class',
  'settlement',
  'households',
  'residents',
  'elders',
  'elders80',
  'required',
  'counted',
  'ratio',
  'floorGap',
  'unitGap',
  'landRatio',
  'landGap',
  'coveredShare',
  'nearest',
  'uncovered',
  'deadline',
  'overdue',
  'pool',
  'reason',
] as const;
export type GapColumn = (typeof GAP_COLUMNS)[number];

/** Columns whose figures are numbers: set right, largest first when first sorted by. */
export const FIGURE_COLUMNS = [
  'households',
  'residents',
  'elders',
  'elders80',
  'required',
  'counted',
  'ratio',
  'floorGap',
  'unitGap',
  'landRatio',
  'landGap',
  'coveredShare',
  'nearest',
  'uncovered',
  'overdue',
] as const satisfies GapColumn[];
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** Columns whose texts are put in order by the language's own rules. */
export const RANKED_COLUMNS = ['name', 'unit', 'city', 'county', 'subdistrict', 'community', 'pool'] as const;
export type RankedColumn = (typeof RANKED_COLUMNS)[number];

/** Signs and sentences have no order. */
export type SortColumn = Exclude<GapColumn, 'checks' | 'reason'>;

export function isSortable(column: GapColumn): column is SortColumn {
  return column !== 'checks' && column !== 'reason';
}

export function isFigure(column: GapColumn): column is FigureColumn {
  return (FIGURE_COLUMNS as readonly GapColumn[]).includes(column);
}

/** What a first visit sees. */
export const DEFAULT_GAP_COLUMNS: readonly GapColumn[] = [
  'name',
  'verdict',
  'checks',
  'unit',
  'class',
  'households',
  'floorGap',
  'uncovered',
  'overdue',
  'reason',
];

/** A row without its name is nobody's. */
export const FIRST_GAP_COLUMN: GapColumn = 'name';

/** Columns by what they tell, for choosing. */
export const GAP_COLUMN_GROUPS = {
  verdict: ['verdict', 'checks', 'reason', 'deadline', 'overdue'],
  place: ['id', 'unit', 'city', 'county', 'subdistrict', 'community', 'class', 'settlement', 'pool'],
  people: ['households', 'residents', 'elders', 'elders80'],
  space: ['required', 'counted', 'ratio', 'floorGap', 'unitGap', 'landRatio', 'landGap'],
  reach: ['coveredShare', 'uncovered', 'nearest'],
} as const satisfies Record<string, readonly GapColumn[]>;
export type GapColumnGroup = keyof typeof GAP_COLUMN_GROUPS;

/** Least and most width of a column that a person drags, CSS pixels. */
export const GAP_COLUMN_WIDTHS = { least: 48, most: 640 } as const;
