import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { setChartView, setMobileView } from '../../actions/arrange.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { UnitLevel } from '../../core/plan/plan.ts';
import type { UnitForest } from '../../state/unit-forest.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { useShownTheme } from '../shown-theme.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { BAR_FOOT_PX, BAR_HEAD_PX, BAR_ROW_PX } from './bar-frame.ts';
import { ChartCaption } from './chart-caption.tsx';
import type { ChartContent } from './chart-content.ts';
import { readChartPalette, type ChartPalette } from './chart-palette.ts';
import { ChartTable } from './chart-table.tsx';
import { ChartView } from './chart-view.tsx';

/** Bars shown until all are asked for. */
const FIRST_BARS = 40;

/** A question with its answer: sentence, chart or table, and what it rests on. */
export function ChartFigure({
  content,
  forest,
  level,
}: {
  readonly content: ChartContent;
  readonly forest: UnitForest;
  /** Null: the question is not asked level by level. */
  readonly level: UnitLevel | null;
}) {
  const { charts: t, checks } = useTexts();
  const workspace = useWorkspace();
  const asTable = useWorkspaceState(({ chartView }) => chartView.asTable);
  const theme = useShownTheme();
  const palette = useMemo(() => readChartPalette(theme), [theme]);
  const [all, setAll] = useState(false);
  const count = all ? content.bars.length : Math.min(FIRST_BARS, content.bars.length);
  const title = useId();
  const press = useCallback(
    (bar: number) => {
      const path = content.bars[bar]?.path ?? null;
      if (path === null) return;
      selectAndShow(workspace, { kind: 'unit', id: path });
      setMobileView(workspace, 'details');
    },
    [workspace, content],
  );
  return (
    <figure className="chart-figure" aria-labelledby={title}>
      <header>
        <h3 id={title}>{content.title}</h3>
        <div className="chart-choices">
          {level === null ? null : (
            <Choice<UnitLevel>
              label={t.level}
              value={level}
              options={forest.levels.map((id) => ({ id, text: checks.level[id] }))}
              onChange={(next) => setChartView(workspace, { level: next })}
            />
          )}
          <Button className="button small" onPress={() => setChartView(workspace, { asTable: !asTable })}>
            {asTable ? t.asChart : t.asTable}
          </Button>
        </div>
      </header>
      <p className="chart-summary" role="status">
        {content.summary}
      </p>
      {content.bars.length === 0 ? null : asTable ? (
        <ChartTable content={content} onPress={press} />
      ) : (
        <>
          <ChartLegend content={content} palette={palette} />
          <ChartCanvas content={content} palette={palette} count={count} onPress={press} />
          {count < content.bars.length ? (
            <p className="chart-more muted">
              {t.shown(formatNumber(count), formatNumber(content.bars.length))}
              <Button className="button small" onPress={() => setAll(true)}>
                {t.showAll(formatNumber(content.bars.length))}
              </Button>
            </p>
          ) : null}
        </>
      )}
      <ChartCaption content={content} />
    </figure>
  );
}

function ChartLegend({ content, palette }: { readonly content: ChartContent; readonly palette: ChartPalette }) {
  return (
    <ul className="chart-legend">
      {content.legend(palette).map(({ colour, hatched, text }) => (
        <li key={text}>
          <span
            className="chart-swatch"
            style={{
              background:
                hatched === true
                  ? `repeating-linear-gradient(135deg, ${colour} 0 3px, ${palette.surface} 3px 5px)`
                  : colour,
            }}
          />
          {text}
        </li>
      ))}
    </ul>
  );
}

function ChartCanvas({
  content,
  palette,
  count,
  onPress,
}: {
  readonly content: ChartContent;
  readonly palette: ChartPalette;
  readonly count: number;
  readonly onPress: (bar: number) => void;
}) {
  const { charts: t, workspace } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const option = useMemo(
    () => (width === null || width === 0 ? null : content.draw({ palette, width, count })),
    [content, palette, width, count],
  );
  return (
    <div ref={frame} className="chart-frame">
      {option === null ? null : (
        <ChartView
          option={option}
          height={BAR_HEAD_PX + BAR_FOOT_PX + count * BAR_ROW_PX}
          label={[content.title, content.summary, t.tableHint].join(workspace.clauseSeparator)}
          onPress={onPress}
        />
      )}
    </div>
  );
}
