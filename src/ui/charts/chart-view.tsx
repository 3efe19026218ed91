import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../workspace-context.tsx';
import type { DrawnChart } from './draw-chart.ts';

/** A chart in the page; drawn once its library has arrived. Its figures stand in a table too, for whoever cannot see it. */
export function ChartView({
  option,
  height,
  label,
  onPress,
}: {
  readonly option: EChartsCoreOption;
  /** CSS pixels. */
  readonly height: number;
  readonly label: string;
  readonly onPress: (bar: number) => void;
}) {
  const { charts: t } = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  const [chart, setChart] = useState<DrawnChart | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    press.current = onPress;
  }, [onPress]);
  useEffect(() => {
    let gone = false;
    let drawn: DrawnChart | null = null;
    const observer = new ResizeObserver(() => drawn?.resize());
    import('./draw-chart.ts').then(
      ({ drawChart }) => {
        if (gone || element.current === null) return;
        drawn = drawChart(element.current, (bar) => press.current(bar));
        observer.observe(element.current);
        setChart(drawn);
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      observer.disconnect();
      drawn?.dispose();
    };
  }, []);
  useEffect(() => chart?.show(option), [chart, option]);
  return (
    <>
      {chart === null ? <p className="muted chart-wait">{failed ? t.failed : t.loading}</p> : null}
      <div ref={element} className="chart" role="img" aria-label={label} style={{ height }} />
    </>
  );
}
