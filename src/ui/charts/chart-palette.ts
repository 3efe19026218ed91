import { VERDICTS, type Verdict } from '../../core/checks/result.ts';

/** Colours and type of charts, as CSS text; written once, in theme.css. */
export interface ChartPalette {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly font: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** One hue: the older, the darker (on dark ground, the lighter). */
  readonly younger: string;
  readonly older: string;
}

/** Reads the palette of a theme from the page's custom properties, whichever theme the page itself is in. */
export function readChartPalette(theme: 'light' | 'dark'): ChartPalette {
  const probe = document.createElement('div');
  probe.dataset['theme'] = theme;
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const palette: ChartPalette = {
    text: read('--text'),
    muted: read('--text-muted'),
    line: read('--line'),
    surface: read('--surface'),
    raised: read('--surface-raised'),
    sunken: read('--surface-sunken'),
    font: read('--font'),
    verdict: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, read(`--verdict-${verdict.replaceAll('_', '-')}`)]),
    ) as Record<Verdict, string>,
    younger: read('--density-3'),
    older: read('--density-5'),
  };
  probe.remove();
  return palette;
}
