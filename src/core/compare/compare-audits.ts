import { AREA_CHECKS } from '../checks/result.ts';
import type { AreaId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { compareText, TOLERANCE } from '../units.ts';
import { CauseFinder } from './cause-finder.ts';
import { checkClauses } from './check-clauses.ts';
import { comparedTotals } from './compared-totals.ts';
import { DifferenceRows } from './difference-rows.ts';
import type { Both, Comparison } from './comparison.ts';
import type { JudgedSide } from './judged-side.ts';
import { gapDelta, kindOfDifference } from './kind-of-difference.ts';
import { ruleDifferences } from './rule-differences.ts';
import { sideCheck } from './side-check.ts';

/** Areas compared between two reports. */
const PER_STEP = 100;

/**
 * What differs between two finished audits, each of a plan of its own, by a standard and as of a day of its own: every check
 * of every area whose verdict, figures or being overdue differ, with the causes; and the totals side by side.
 */
export function* compareAuditsSteps(sides: Both<JudgedSide>): Steps<Comparison> {
  const audits = { left: sides.left.audit, right: sides.right.audit };
  const contexts = { left: audits.left.context, right: audits.right.context };
  const rules = ruleDifferences(contexts);
  const areaIds = unionOf(contexts.left.areas, contexts.right.areas);
  const finder = new CauseFinder(sides, rules);
  const rows = new DifferenceRows();
  for (const [position, area] of areaIds.entries()) {
    if (position % PER_STEP === 0) yield { stage: 'comparing', done: position, total: areaIds.length };
    const at = { left: contexts.left.areaIndex.get(area) ?? -1, right: contexts.right.areaIndex.get(area) ?? -1 };
    for (const [checkAt, check] of AREA_CHECKS.entries()) {
      const [left, right] = [sideCheck(sides.left, at.left, check), sideCheck(sides.right, at.right, check)];
      const differs = {
        requiredDiffers: !sameFigure(left.required, right.required),
        countedDiffers: !sameFigure(left.counted, right.counted),
        verdictDiffers: left.code !== right.code,
        overdueDiffers: left.overdue !== right.overdue,
      };
      const onOneSide = (at.left < 0 || at.right < 0) && left.code !== right.code;
      if (!onOneSide && !Object.values(differs).includes(true) && sameFigure(left.gap, right.gap)) continue;
      rows.add({
        area: position,
        check: checkAt,
        kind: kindOfDifference({ left, right }),
        delta: gapDelta({ left, right }),
        left,
        right,
        causes: finder.of({ area, check, at, ...differs }),
      });
    }
  }
  yield { stage: 'comparing', done: areaIds.length, total: areaIds.length };
  const onlyOn = (side: 'left' | 'right', other: 'left' | 'right') =>
    contexts[side].areas.map(({ id }) => id).filter((id) => !contexts[other].areaIndex.has(id));
  return {
    areaIds,
    only: { left: onlyOn('left', 'right'), right: onlyOn('right', 'left') },
    totals: comparedTotals(audits),
    rules,
    clauses: { left: checkClauses(contexts.left), right: checkClauses(contexts.right) },
    ...rows.finish(),
  };
}

function sameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE || (Number.isNaN(a) && Number.isNaN(b));
}

function unionOf(left: readonly { readonly id: AreaId }[], right: readonly { readonly id: AreaId }[]): AreaId[] {
  return [...new Set([...left, ...right].map(({ id }) => id))].sort(compareText);
}
