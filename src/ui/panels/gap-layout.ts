import type { GapColumn } from '../../state/gap-columns.ts';
import type { Language } from '../../text/language.ts';

interface ColumnWidth {
  /** Least width, CSS pixels, with Chinese and with English heads. */
  readonly px: readonly [number, number];
  /** How much of what is left over it takes. */
  readonly grow?: number;
}

const WIDTHS: Readonly<Record<GapColumn, ColumnWidth>> = {
  name: { px: [148, 160], grow: 1 },
  id: { px: [92, 92] },
  verdict: { px: [104, 122] },
  checks: { px: [122, 140] },
  unit: { px: [120, 156], grow: 1 },
  city: { px: [84, 96] },
  county: { px: [84, 96] },
  subdistrict: { px: [96, 120] },
  community: { px: [96, 120] },
  class: { px: [70, 104] },
  settlement: { px: [56, 90] },
  households: { px: [84, 108] },
  residents: { px: [92, 88] },
  elders: { px: [92, 80] },
  elders80: { px: [92, 80] },
  required: { px: [96, 122] },
  counted: { px: [96, 122] },
  ratio: { px: [126, 150] },
  floorGap: { px: [94, 98] },
  unitGap: { px: [98, 124] },
  landRatio: { px: [110, 114] },
  landGap: { px: [98, 98] },
  coveredShare: { px: [76, 100] },
  nearest: { px: [128, 132] },
  uncovered: { px: [86, 104] },
  deadline: { px: [168, 190] },
  overdue: { px: [70, 100] },
  pool: { px: [84, 84] },
  reason: { px: [190, 240], grow: 2.4 },
};

/** Columns of the grid as CSS takes them, and the least width of a row, CSS pixels. */
export function gapLayout(
  columns: readonly GapColumn[],
  given: Readonly<Partial<Record<GapColumn, number>>>,
  language: Language,
): { readonly template: string; readonly leastPx: number } {
  let leastPx = 0;
  const tracks = columns.map((column) => {
    const px = given[column] ?? WIDTHS[column].px[language === 'en' ? 1 : 0];
    leastPx += px;
    const { grow } = WIDTHS[column];
    return grow === undefined || given[column] !== undefined ? `${px}px` : `minmax(${px}px, ${grow}fr)`;
  });
  return { template: tracks.join(' '), leastPx };
}
