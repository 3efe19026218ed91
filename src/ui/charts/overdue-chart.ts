import { VERDICTS } from '../../core/checks/result.ts';
import type { RuleKey } from '../../core/standards/standard.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { failing, overdueByRule, undecided, type DeadlineBar } from '../../state/charts/overdue-by-rule.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
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
  wordSeries,
} from './bar-frame.ts';
import type { ChartContent } from './chart-content.ts';
import type { ChartInput } from './chart-input.ts';

const RULES: readonly RuleKey[] = [
  'floor_area_rate_built',
  'subdistrict_centres',
  'community_stations',
  'county_institutions',
  'nursing_bed_share',
];

/** Clauses have longer names than units. */
const WIDER_NAMES_PX = 60;

/** Clauses whose deadline is set: who still falls short, and for how long it has been due. */
export function overdueChart({ forest, standard, texts }: ChartInput): ChartContent {
  const { charts, checks, workspace } = texts;
  const t = charts.overdue;
  const bars = overdueByRule(forest, forest.digest, standard);
  const past = bars.filter((bar) => bar.daysPast > 0 && failing(bar) > 0);
  const nameOf = ({ check, of }: DeadlineBar): string => t.rule(checks.check[check], t.of[of]);
  const daysText = ({ daysPast }: DeadlineBar): string => {
    if (daysPast === 0) return t.dueToday;
    return daysPast > 0 ? t.past(formatNumber(daysPast)) : t.notDue(formatNumber(-daysPast));
  };
  const shortText = (bar: DeadlineBar): string =>
    [
      t.shortOf(formatNumber(failing(bar)), formatNumber(bar.asked), t.of[bar.of]),
      ...(undecided(bar) > 0 ? [t.undecided(formatNumber(undecided(bar)))] : []),
    ].join(charts.separator);
  const present = VERDICTS.filter((verdict) => bars.some(({ byVerdict }) => (byVerdict[verdict] ?? 0) > 0));
  return {
    title: charts.question.overdue,
    summary:
      bars.length === 0
        ? t.summaryNone
        : past.length === 0
          ? t.summaryMet
          : t.summary(formatNumber(past.length), checks.check[past[0]!.check], formatNumber(past[0]!.daysPast)),
    notes: [],
    legend: (palette) =>
      present.map((verdict) => ({
        colour: palette.verdict[verdict],
        hatched: verdict === 'met_if_built' || verdict === 'no_data',
        text: checks.verdictShort[verdict],
      })),
    bars: bars.map((bar) => ({
      name: nameOf(bar),
      shortName: bars.some((other) => other !== bar && other.check === bar.check)
        ? t.rule(checks.checkShort[bar.check], t.of[bar.of])
        : checks.checkShort[bar.check],
      path: null,
      tip: [
        checks.check[bar.check],
        ...present.flatMap((verdict) => {
          const count = bar.byVerdict[verdict] ?? 0;
          return count > 0 ? [`${checks.verdictShort[verdict]} ${formatNumber(count)}`] : [];
        }),
        [bar.date, daysText(bar)].join(charts.separator),
      ],
    })),
    draw(canvas) {
      const { palette } = canvas;
      return {
        ...barFrame(canvas, this.bars),
        grid: {
          left: nameWidth(canvas) + (isNarrow(canvas) ? 0 : WIDER_NAMES_PX),
          right: isNarrow(canvas) ? 112 : 320,
          top: BAR_HEAD_PX - 18,
          bottom: BAR_FOOT_PX,
        },
        yAxis: nameAxis(canvas, this.bars, isNarrow(canvas) ? {} : { room: nameWidth(canvas) + WIDER_NAMES_PX }),
        xAxis: figureAxis(canvas, { max: 1, interval: 0.5, format: (figure) => formatShare(figure) }),
        series: [
          ...present.map((verdict) =>
            barSeries(
              'asked',
              bars.map(({ byVerdict, asked }) => (byVerdict[verdict] ?? 0) / asked),
              () =>
                fillOf(
                  {
                    colour: palette.verdict[verdict],
                    hatched: verdict === 'met_if_built' || verdict === 'no_data',
                  },
                  palette,
                ),
            ),
          ),
          wordSeries(
            canvas,
            'asked',
            bars.map((bar) =>
              isNarrow(canvas)
                ? `${t.shortOfBrief(formatNumber(failing(bar)), formatNumber(bar.asked))}\n${daysText(bar)}`
                : [shortText(bar), daysText(bar)].join(charts.separator),
            ),
          ),
        ],
      };
    },
    table: {
      head: [t.heads.rule, t.heads.date, t.heads.days, t.heads.asked, t.heads.met, t.heads.short, ...laterHeads()],
      rows: bars.map((bar) => [
        t.rule(checks.check[bar.check], t.of[bar.of]),
        bar.date,
        bar.daysPast > 0 ? formatNumber(bar.daysPast) : workspace.notApplicable,
        bar.asked,
        bar.byVerdict.met ?? 0,
        bar.byVerdict.short ?? 0,
        ...laterVerdicts().map((verdict) => bar.byVerdict[verdict] ?? 0),
      ]),
    },
    ofPersons: false,
    rules: RULES.flatMap((key) => valueInForce(standard, key, forest.digest.run.as_of) ?? []).filter(
      ({ deadline }) => deadline !== undefined,
    ),
  };

  function laterVerdicts() {
    return present.filter((verdict) => verdict !== 'met' && verdict !== 'short');
  }
  function laterHeads(): string[] {
    return laterVerdicts().map((verdict) => checks.verdictShort[verdict]);
  }
}
