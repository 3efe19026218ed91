import { BarChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Loaded when the first chart is looked at: nobody else waits for the charting library.

register([BarChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface DrawnChart {
  show(option: EChartsCoreOption): void;
  resize(): void;
  dispose(): void;
}

/** Draws charts in an element, as SVG. `onPress` hears which bar was pressed, by its position. */
export function drawChart(element: HTMLElement, onPress: (bar: number) => void): DrawnChart {
  const chart = init(element, null, { renderer: 'svg' });
  chart.on('click', ({ componentType, dataIndex, value }) => {
    // An axis tells its label, which is the bar's position.
    const bar = componentType === 'yAxis' ? Number(value) : dataIndex;
    if (Number.isInteger(bar)) onPress(bar);
  });
  return {
    show: (option) => chart.setOption(option, { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}
