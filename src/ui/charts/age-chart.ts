import { valueInForce } from '../../core/standards/value-in-force.ts';
import { isKnown, outsideOf, uncoveredByAge, type AgeSplit } from '../../state/charts/uncovered-by-age.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import {
  BAR_FOOT_PX,
  BAR_HEAD_PX,
  barFrame,
  barSeries,
  figureAxis,
  fillOf,
  isNarrow,
  nameAxis,
  nameWidth,
  roundScale,
  wordSeries,
} from './bar-frame.ts';
import type { ChartContent, Swatch } from './chart-content.ts';
import type { ChartInput } from './chart-input.ts';
import type { ChartPalette } from './chart-palette.ts';

/** The age at which the older group begins: what the column `elders_80` counts. */
const OLDER_FROM = 80;

type AgeGroup = 'younger' | 'older' | 'ageUnknown';

/** Who is outside the circle, by age. */
export function ageChart({ forest, level, areas, elderAge, standard, texts }: ChartInput): ChartContent {
  const { charts } = texts;
  const t = charts.age;
  const { bars, whole } = uncoveredByAge(forest, forest.digest, areas, level);
  const rule = valueInForce(standard, 'circle_minutes', forest.digest.run.as_of);
  const groups: readonly { readonly id: AgeGroup; readonly text: string }[] = [
    // Data of people of 80 and over alone has no younger group.
    ...(elderAge < OLDER_FROM ? [{ id: 'younger' as const, text: t.younger(String(elderAge)) }] : []),
    { id: 'older', text: t.older },
    { id: 'ageUnknown', text: t.ageUnknown },
  ];
  const present = groups.filter(({ id }) => bars.some(({ split }) => split[id] > 0));
  const splitKnown = whole.younger + whole.older > 0;
  return {
    title: charts.question.age(level),
    summary: !isKnown(whole)
      ? t.summaryUnknown
      : splitKnown
        ? t.summary(persons(outsideOf(whole)), persons(whole.older))
        : t.summaryNoOlder(persons(outsideOf(whole))),
    notes: [
      ...(splitKnown ? [t.method] : []),
      ...(whole.areasUnknown > 0 && isKnown(whole) ? [t.areasUnknownNote(persons(whole.areasUnknown))] : []),
      ...(whole.notLocated > 0 ? [t.notLocatedNote(persons(whole.notLocated))] : []),
    ],
    legend: (palette) => present.map(({ id, text }) => ({ ...swatchOf(id, palette), text })),
    bars: bars.map(({ row, split }) => ({
      name: row.unit.name,
      path: row.unit.path,
      tip: [
        ...(isKnown(split) ? present.map(({ id, text }) => `${text} ${persons(split[id])}`) : []),
        totalText(split, texts),
      ],
    })),
    draw(canvas) {
      const shown = bars.slice(0, canvas.count);
      const most = Math.max(0, ...shown.map(({ split }) => outsideOf(split)));
      return {
        ...barFrame(canvas, this.bars),
        grid: {
          left: nameWidth(canvas),
          right: isNarrow(canvas) ? 84 : 160,
          top: BAR_HEAD_PX - 18,
          bottom: BAR_FOOT_PX,
        },
        yAxis: nameAxis(canvas, this.bars),
        xAxis: figureAxis(canvas, {
          ...roundScale(most, isNarrow(canvas) ? 2 : 4),
          format: (figure) => formatNumber(figure),
        }),
        series: [
          ...present.map(({ id }) =>
            barSeries(
              'age',
              shown.map(({ split }) => (isKnown(split) ? split[id] : null)),
              () => fillOf(swatchOf(id, canvas.palette), canvas.palette),
            ),
          ),
          wordSeries(
            canvas,
            'age',
            shown.map(({ split }) => totalText(split, texts)),
          ),
        ],
      };
    },
    table: {
      head: [charts.unit, ...groups.map(({ text }) => text), t.total, t.notLocated, t.areasUnknown],
      rows: bars.map(({ row, split }) => [
        row.unit.path,
        ...groups.map(({ id }) => (isKnown(split) ? persons(split[id]) : texts.workspace.unknown)),
        totalText(split, texts),
        persons(split.notLocated),
        split.areasUnknown,
      ]),
    },
    rules: rule === null ? [] : [rule],
    ofPersons: true,
  };
}

function swatchOf(group: AgeGroup, palette: ChartPalette): Swatch {
  if (group === 'ageUnknown') return { colour: palette.verdict.no_data, hatched: true };
  return { colour: palette[group] };
}

/** At least so many, where some areas do not say. */
function totalText(split: AgeSplit, { charts: { age: t }, units, workspace }: Texts): string {
  if (!isKnown(split)) return workspace.unknown;
  const count = t.persons(formatNumber(outsideOf(split), 0));
  return split.areasUnknown > 0 || split.notLocated > 0 ? units.atLeast(count) : count;
}

function persons(count: number): string {
  return formatNumber(count, 0);
}
