import type { AreaCheckId } from '../core/checks/result.ts';
import type { FiguresThen } from '../core/outlook/turns.ts';
import { formatGap, formatNumber, formatShare } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';

/** What is counted of what is required: m², or of the circle a share. */
export function countedOfRequired(check: AreaCheckId, figures: FiguresThen, { outlook, workspace }: Texts): string {
  const said = (value: number | null): string =>
    value === null ? workspace.unknown : check === 'walk_circle' ? formatShare(value) : formatNumber(value, 1);
  return outlook.turns.ofRequired(said(figures.counted), said(figures.required));
}

/** What is lacking, m²; of the circle nothing more is said than its shares. */
export function gapOfCheck(check: AreaCheckId, { gap }: FiguresThen, { workspace }: Texts): string {
  if (check === 'walk_circle') return workspace.notApplicable;
  return gap === null ? workspace.unknown : formatGap(gap);
}
