import type { EChartsCoreOption } from 'echarts/core';
import type { Verdict } from '../../core/checks/result.ts';
import type { Canvas, ChartBar, Swatch } from './chart-content.ts';
import type { ChartPalette } from './chart-palette.ts';

/** CSS pixels of one line of bars, and above the first. */
export const BAR_ROW_PX = 28;
export const BAR_HEAD_PX = 46;
export const BAR_FOOT_PX = 10;
const BAR_PX = 14;
const NARROW_PX = 560;

export function isNarrow({ width }: Pick<Canvas, 'width'>): boolean {
  return width < NARROW_PX;
}

/** Room for the names at the left. */
export function nameWidth(canvas: Pick<Canvas, 'width'>): number {
  return isNarrow(canvas) ? 100 : 150;
}

/** What all charts of lying bars have in common: fonts, names at the left, what is said on pointing. */
export function barFrame({ palette, count }: Canvas, bars: readonly ChartBar[]): EChartsCoreOption {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !reduced,
    animationDuration: 200,
    textStyle: { fontFamily: palette.font, color: palette.text },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: palette.muted, opacity: 0.12 } },
      // Drawn, not written as HTML: names come from people's files.
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.raised,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12, fontFamily: palette.font },
      formatter: (shown: unknown) => {
        const at = (shown as readonly { dataIndex: number }[])[0]?.dataIndex ?? -1;
        const bar = at < count ? bars[at] : undefined;
        return bar === undefined ? '' : [bar.name, ...bar.tip].join('\n');
      },
    },
  };
}

interface NameAxis {
  readonly gridIndex?: number;
  readonly shown?: boolean;
  /** CSS pixels. */
  readonly room?: number;
}

/** The names of the bars, first on top. */
export function nameAxis(
  { palette, width, count }: Canvas,
  bars: readonly ChartBar[],
  { gridIndex = 0, shown = true, room = nameWidth({ width }) }: NameAxis = {},
): object {
  return {
    gridIndex,
    type: 'category',
    inverse: true,
    triggerEvent: shown,
    data: Array.from({ length: count }, (_, i) => String(i)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: {
      show: shown,
      interval: 0,
      color: palette.text,
      fontSize: 12,
      width: room - 14,
      overflow: 'truncate',
      formatter: (position: string) => nameOf(bars[Number(position)], isNarrow({ width })),
    },
  };
}

function nameOf(bar: ChartBar | undefined, narrow: boolean): string {
  return (narrow ? bar?.shortName : undefined) ?? bar?.name ?? '';
}

/** The figures' axis, on top so that it stays with the first bars. */
export function figureAxis({ palette }: Canvas, { max, interval, format, gridIndex = 0 }: FigureScale): object {
  return {
    gridIndex,
    type: 'value',
    position: 'top',
    min: 0,
    max,
    interval,
    axisLabel: { color: palette.muted, fontSize: 11, formatter: format },
    splitLine: { lineStyle: { color: palette.line } },
  };
}

export interface FigureScale {
  readonly max: number;
  readonly interval: number;
  readonly format: (figure: number) => string;
  readonly gridIndex?: number;
}

/** A verdict's colour; what is not known is never as solid as what is. */
export function verdictSwatch(verdict: Verdict, { verdict: colours }: Pick<ChartPalette, 'verdict'>): Swatch {
  return { colour: colours[verdict], hatched: verdict === 'no_data' };
}

/** How a swatch fills: hatched ones told apart without their colour. */
export function fillOf({ colour, hatched }: Swatch, { surface }: Pick<ChartPalette, 'surface'>): object {
  if (hatched !== true) return { color: colour };
  return {
    color: colour,
    decal: { color: surface, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, symbolSize: 1 },
  };
}

/** A stack's part. `values` null: nothing is drawn. */
export function barSeries(
  stack: string,
  values: readonly (number | null)[],
  fill: (bar: number) => object,
  axisIndex = 0,
): object {
  return {
    type: 'bar',
    stack,
    xAxisIndex: axisIndex,
    yAxisIndex: axisIndex,
    barWidth: BAR_PX,
    cursor: 'pointer',
    emphasis: { disabled: true },
    data: values.map((value, bar) => ({ value: value ?? '-', itemStyle: fill(bar) })),
  };
}

/** Words behind each stack's end: a part of no length that carries them. */
export function wordSeries({ palette }: Canvas, stack: string, words: readonly string[], axisIndex = 0): object {
  return {
    type: 'bar',
    stack,
    xAxisIndex: axisIndex,
    yAxisIndex: axisIndex,
    barWidth: BAR_PX,
    silent: true,
    // Above the lines across the bars.
    z: 6,
    data: words.map(() => 0),
    label: {
      show: true,
      position: 'right',
      color: palette.text,
      fontSize: 12,
      fontFamily: palette.font,
      lineHeight: 14,
      // The line of what is required may run behind the words, not through them.
      backgroundColor: palette.surface,
      formatter: ({ dataIndex }: { dataIndex: number }) => words[dataIndex] ?? '',
    },
  };
}

/** Lines across all bars at required figures, each with its name above the axis. */
export function requiredLines(
  { palette }: Canvas,
  lines: readonly { readonly at: number; readonly text: string }[],
): object {
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: palette.text, width: 1.5, type: 'solid' },
      label: {
        // The line is drawn downwards, from the first bar.
        position: 'start',
        distance: 20,
        color: palette.text,
        fontSize: 12,
        fontWeight: 'bold',
        fontFamily: palette.font,
        formatter: ({ dataIndex }: { dataIndex: number }) => lines[dataIndex]?.text ?? '',
      },
      data: lines.map(({ at }) => ({ xAxis: at })),
    },
  };
}

/** A round step that cuts a scale into a few parts, and where the scale then ends. */
export function roundScale(largest: number, parts: number): { max: number; interval: number } {
  if (largest <= 0) return { max: 1, interval: 1 };
  const raw = largest / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const interval = [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= raw)!;
  return { max: interval * Math.ceil(largest / interval - 1e-9), interval };
}
