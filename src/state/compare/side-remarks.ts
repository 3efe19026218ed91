import type { Both } from '../../core/compare/comparison.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import type { ComparedSides, ResolvedSide } from './compare-side.ts';
import { planName } from './plan-name.ts';

/**
 * What of the sides is not in the comparison: edits that no longer apply, and streets other than the open ones. `streets`:
 * hash of those; null: walks are by straight line.
 */
export function sideRemarks(
  sides: ComparedSides,
  resolved: Both<Pick<ResolvedSide, 'conflicts'>>,
  streets: string | null,
  texts: Texts,
): string[] {
  const { remark: t } = texts.compare;
  const said = (['left', 'right'] as const).flatMap((side) => {
    const { of } = sides[side];
    const { conflicts } = resolved[side];
    const name = planName(of, texts);
    const others = of.kind === 'document' && of.from.kind !== 'open' && of.from.streets !== streets;
    return [
      ...(conflicts.length === 0 ? [] : [t.conflicts(name, formatNumber(conflicts.length))]),
      ...(others ? [streets === null ? t.straight(name) : t.streets(name)] : []),
    ];
  });
  return [...new Set(said)];
}
