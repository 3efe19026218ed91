import { valueInForce } from '../../core/standards/value-in-force.ts';
import { coverageByUnit, type CoverageBar } from '../../state/charts/coverage-by-unit.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import {
  barFrame,
  barSeries,
  fillOf,
  figureAxis,
  isNarrow,
  nameAxis,
  nameWidth,
  requiredLines,
  verdictSwatch,
  wordSeries,
} from './bar-frame.ts';
import { BAR_FOOT_PX, BAR_HEAD_PX } from './bar-frame.ts';
import type { ChartContent } from './chart-content.ts';
import type { ChartInput } from './chart-input.ts';

/** How many elders are within the circle, unit by unit, against the required share. */
export function coverageChart({ forest, level, standard, texts }: ChartInput): ChartContent {
  const { charts, checks, workspace } = texts;
  const t = charts.coverage;
  const { digest } = forest;
  const bars = coverageByUnit(forest, level);
  const share = (value: number | null): string => (value === null ? workspace.unknown : formatShare(value));
  const judged = bars.filter((bar) => bar.share !== null);
  const below = judged.filter((bar) => bar.required !== null && bar.verdict !== 'met');
  const lines = [...new Set(judged.flatMap(({ required }) => required ?? []))].sort((a, b) => a - b);
  const line = lines.map(share).join(workspace.listSeparator);
  const answer = [
    below.length > 0
      ? t.summary(formatNumber(below.length), formatNumber(judged.length), checks.level[level], line)
      : t.summaryAll(formatNumber(judged.length), checks.level[level], line),
    ...(judged.length < bars.length ? [t.unknown(formatNumber(bars.length - judged.length))] : []),
  ];
  const rule = valueInForce(standard, 'circle_minutes', digest.run.as_of);
  return {
    title: charts.question.coverage(level, formatNumber(digest.run.minutes)),
    summary: judged.length === 0 ? charts.none : `${answer.join(charts.separator)}${charts.end}`,
    notes: [],
    legend: (palette) => [
      ...(['met', 'short', 'met_if_built'] as const)
        .filter((verdict) => bars.some((bar) => bar.verdict === verdict))
        .map((verdict) => ({ ...verdictSwatch(verdict, palette), text: checks.verdictShort[verdict] })),
      ...(bars.some(({ share: now, planned }) => now !== null && planned !== null && planned > now)
        ? [{ colour: palette.verdict.met_if_built, hatched: true, text: t.plannedLegend }]
        : []),
    ],
    bars: bars.map((bar) => ({
      name: bar.row.unit.name,
      path: bar.row.unit.path,
      tip: [
        `${t.share} ${share(bar.share)}`,
        ...(bar.planned === null || bar.planned === bar.share ? [] : [`${t.planned} ${share(bar.planned)}`]),
        uncovered(bar, texts),
        checks.verdict[bar.verdict],
      ],
    })),
    draw(canvas) {
      const shown = bars.slice(0, canvas.count);
      const { palette } = canvas;
      const added = shown.map(({ share: now, planned }) => (now === null || planned === null ? null : planned - now));
      return {
        ...barFrame(canvas, this.bars),
        grid: {
          left: nameWidth(canvas),
          right: isNarrow(canvas) ? 108 : 220,
          top: BAR_HEAD_PX,
          bottom: BAR_FOOT_PX,
        },
        yAxis: nameAxis(canvas, this.bars),
        xAxis: figureAxis(canvas, { max: 1, interval: 0.5, format: (figure) => formatShare(figure) }),
        series: [
          {
            ...barSeries(
              'share',
              shown.map((bar) => bar.share),
              (bar) => fillOf(verdictSwatch(shown[bar]!.verdict, palette), palette),
            ),
            ...requiredLines(
              canvas,
              lines.map((at) => ({ at, text: t.required(share(at)) })),
            ),
          },
          barSeries('share', added, () => fillOf({ colour: palette.verdict.met_if_built, hatched: true }, palette)),
          wordSeries(
            canvas,
            'share',
            shown.map((bar) =>
              isNarrow(canvas)
                ? `${share(bar.share)}\n${t.uncoveredBrief(uncoveredCount(bar, texts))}`
                : [share(bar.share), uncovered(bar, texts)].join(charts.separator),
            ),
          ),
        ],
      };
    },
    table: {
      head: [charts.unit, t.share, t.planned, t.requiredHead, t.verdict, t.uncoveredHead, t.unknownAreas],
      rows: bars.map((bar) => [
        bar.row.unit.path,
        share(bar.share),
        share(bar.planned),
        bar.required === null ? workspace.notApplicable : share(bar.required),
        checks.verdictShort[bar.verdict],
        bar.uncovered.known === null ? workspace.unknown : formatNumber(bar.uncovered.known, 0),
        bar.uncovered.unknownAreas,
      ]),
    },
    rules: rule === null ? [] : [rule],
    ofPersons: true,
  };
}

function uncovered({ uncovered: { known, unknownAreas } }: CoverageBar, { charts: { coverage: t } }: Texts): string {
  if (known === null) return t.uncoveredUnknown;
  return (unknownAreas > 0 ? t.atLeast : t.uncovered)(formatNumber(known, 0));
}

function uncoveredCount({ uncovered: { known, unknownAreas } }: CoverageBar, { units, workspace }: Texts): string {
  if (known === null) return workspace.unknown;
  const count = formatNumber(known, 0);
  return unknownAreas > 0 ? units.atLeast(count) : count;
}
