import type { EChartsCoreOption } from 'echarts/core';
import type { DatedValue } from '../../core/standards/standard.ts';
import type { ShownTable } from '../../state/unit-table.ts';
import type { ChartPalette } from './chart-palette.ts';

/** A colour of the palette, plain or hatched. */
export interface Swatch {
  readonly colour: string;
  readonly hatched?: boolean;
}

/** One bar of a chart, or one line of bars. */
export interface ChartBar {
  readonly name: string;
  /** Where there is little room; absent: the name. */
  readonly shortName?: string;
  /** The unit that it leads to; null: none. */
  readonly path: string | null;
  /** What is said of it when pointed at, line by line. */
  readonly tip: readonly string[];
}

/** What a chart needs to be drawn at a size. */
export interface Canvas {
  readonly palette: ChartPalette;
  /** CSS pixels. */
  readonly width: number;
  /** Bars that are shown, from the first. */
  readonly count: number;
}

/** A question answered: in a sentence, in bars, and in a table of the same figures. */
export interface ChartContent {
  readonly title: string;
  readonly summary: string;
  /** What the bars leave out, and how a figure was come by. */
  readonly notes: readonly string[];
  readonly legend: (palette: ChartPalette) => readonly (Swatch & { readonly text: string })[];
  readonly bars: readonly ChartBar[];
  readonly draw: (canvas: Canvas) => EChartsCoreOption;
  /** One row a bar, in their order. The first column names it. */
  readonly table: ShownTable;
  /** The figures of the standard that it is drawn against. */
  readonly rules: readonly DatedValue[];
  /** Whether its figures count elders, which may be estimates. */
  readonly ofPersons: boolean;
}
