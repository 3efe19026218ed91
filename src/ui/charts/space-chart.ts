import type { Verdict } from '../../core/checks/result.ts';
import type { ClassSpace } from '../../core/checks/unit-space.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { per100, spaceByUnit } from '../../state/charts/space-by-unit.ts';
import { formatNumber, formatTruncated } from '../../text/numbers.ts';
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
  requiredLines,
  roundScale,
  verdictSwatch,
  wordSeries,
} from './bar-frame.ts';
import type { ChartContent } from './chart-content.ts';
import type { ChartInput } from './chart-input.ts';

const CLASSES = ['built', 'new'] as const;
const RULES = { built: 'floor_area_rate_built', new: 'floor_area_rate_new' } as const;

/** Floor area per 100 households: built and new areas side by side, each against its own line. */
export function spaceChart({ forest, level, standard, texts }: ChartInput): ChartContent {
  const { charts, checks, workspace } = texts;
  const t = charts.space;
  const bars = spaceByUnit(forest, level);
  const ruleOf = (as: (typeof CLASSES)[number]) => valueInForce(standard, RULES[as], forest.digest.run.as_of);
  // A class that no unit is asked about takes no room.
  const present = CLASSES.filter((as) => bars.some((bar) => isAsked(bar[as])));
  const judged = (as: (typeof CLASSES)[number]) => bars.filter((bar) => isAsked(bar[as]));
  const answerOf = (as: (typeof CLASSES)[number]): string => {
    const asked = judged(as);
    const countOf = (...verdicts: readonly Verdict[]) =>
      asked.filter((bar) => verdicts.includes(bar[as].verdict)).length;
    const open = countOf('no_data');
    return [
      t.summary(t[as], formatNumber(countOf('short', 'met_if_built')), formatNumber(asked.length), checks.level[level]),
      ...(open > 0 ? [t.undecided(formatNumber(open))] : []),
    ].join(charts.separator);
  };
  const classUnknown = bars.reduce((sum, bar) => sum + bar.classUnknown, 0);
  const leftOut = bars.reduce((sum, bar) => sum + bar.built.leftOut + bar.new.leftOut, 0);
  return {
    title: charts.question.space(level),
    summary: present.length === 0 ? charts.none : `${present.map(answerOf).join(t.between)}${charts.end}`,
    notes: [
      ...(classUnknown > 0 ? [t.classUnknown(formatNumber(classUnknown))] : []),
      ...(leftOut > 0 ? [t.leftOut(formatNumber(leftOut))] : []),
    ],
    legend: (palette) => [
      ...(['met', 'short', 'met_if_built', 'no_data'] as const)
        .filter((verdict) => present.some((as) => judged(as).some((bar) => bar[as].verdict === verdict)))
        .map((verdict) => ({ ...verdictSwatch(verdict, palette), text: checks.verdictShort[verdict] })),
      { colour: palette.verdict.met_if_built, hatched: true, text: t.planned },
    ],
    bars: bars.map(({ row, ...bar }) => ({
      name: row.unit.name,
      path: row.unit.path,
      tip: present.map((as) => `${t[as]} ${ratioText(bar[as], texts)}`),
    })),
    draw(canvas) {
      const { palette } = canvas;
      const shown = bars.slice(0, canvas.count);
      const left = nameWidth(canvas);
      const figures = isNarrow(canvas) ? 46 : 76;
      const each = (canvas.width - left) / Math.max(1, present.length);
      const ratiosOf = present.map((as) => shown.map((bar) => per100(bar[as])));
      // One scale for both, so that a metre is as long left as right.
      const most = Math.max(
        ...present.map((as) => (ruleOf(as)?.value ?? 0) * 1.1),
        ...ratiosOf.flat().flatMap(({ today, planned }) => [today ?? 0, planned ?? 0]),
      );
      const scale = roundScale(most, isNarrow(canvas) ? 2 : 4);
      return {
        ...barFrame(canvas, this.bars),
        grid: present.map((_, g) => ({
          left: left + g * each + (g > 0 ? 12 : 0),
          width: each - figures - (g > 0 ? 12 : 0),
          top: BAR_HEAD_PX,
          bottom: BAR_FOOT_PX,
        })),
        yAxis: present.map((_, g) => nameAxis(canvas, this.bars, { gridIndex: g, shown: g === 0 })),
        xAxis: present.map((_, g) =>
          figureAxis(canvas, { ...scale, gridIndex: g, format: (figure) => formatNumber(figure) }),
        ),
        series: present.flatMap((as, g) => {
          const ratios = ratiosOf[g]!;
          const line = ruleOf(as)?.value;
          return [
            {
              ...barSeries(
                as,
                ratios.map(({ today }) => today),
                (bar) => fillOf(verdictSwatch(shown[bar]![as].verdict, palette), palette),
                g,
              ),
              ...(line === undefined
                ? {}
                : requiredLines(canvas, [
                    { at: line, text: [t[as], t.line(formatNumber(line))].join(charts.separator) },
                  ])),
            },
            barSeries(
              as,
              ratios.map(({ today, planned }) =>
                today === null || planned === null ? null : Math.max(0, planned - today),
              ),
              () => fillOf({ colour: palette.verdict.met_if_built, hatched: true }, palette),
              g,
            ),
            wordSeries(
              canvas,
              as,
              shown.map((bar) => ratioText(bar[as], texts)),
              g,
            ),
          ];
        }),
      };
    },
    table: {
      head: [
        charts.unit,
        t.heads.builtRatio,
        t.heads.builtPlanned,
        t.heads.builtSums,
        t.heads.newRatio,
        t.heads.newPlanned,
        t.heads.newSums,
        t.heads.unknown,
        t.heads.leftOut,
      ],
      rows: bars.map((bar) => [
        bar.row.unit.path,
        ...CLASSES.flatMap((as) => [ratioText(bar[as], texts), plannedText(bar[as], texts), sumsText(bar[as], texts)]),
        bar.classUnknown,
        bar.built.leftOut + bar.new.leftOut,
      ]),
    },
    ofPersons: false,
    rules: present.flatMap((as) => ruleOf(as) ?? []),
  };

  function sumsText(space: ClassSpace, { workspace: words }: Texts): string {
    const say = (m2: number | null): string => (m2 === null ? words.unknown : formatNumber(m2));
    return isAsked(space) ? t.sums(say(space.counted), say(space.required)) : workspace.notApplicable;
  }
}

function isAsked({ areas, leftOut }: ClassSpace): boolean {
  return areas + leftOut > 0;
}

function ratioText(space: ClassSpace, { charts: { space: t }, units, workspace }: Texts): string {
  const { today } = per100(space);
  if (!isAsked(space)) return t.nobody;
  if (today === null) return workspace.unknown;
  const figure = formatTruncated(today);
  return space.verdict === 'no_data' ? units.atLeast(figure) : figure;
}

function plannedText(space: ClassSpace, { workspace }: Texts): string {
  const { planned } = per100(space);
  if (!isAsked(space)) return workspace.notApplicable;
  return planned === null ? workspace.unknown : formatTruncated(planned);
}
