import { EMPTY_PLAN } from '../plan/plan.ts';
import { planDiff } from '../plan/plan-diff.ts';
import { deepEqual } from '../plan/deep-equal.ts';
import type { Settings } from '../plan/settings.ts';
import type { Both, DifferenceCause } from './comparison.ts';
import type { JudgedSide } from './judged-side.ts';

/**
 * What lets people walk farther, or elsewhere, on one side than on the other, all over the plan. `circleRule`: that the
 * standards' circles differ; null: they do not.
 */
export function walkingDifferences(sides: Both<JudgedSide>, circleRule: DifferenceCause | null): DifferenceCause[] {
  const { left, right } = sides;
  const [before, after] = [left.audit.context, right.audit.context];
  const causes: DifferenceCause[] = [];
  if (before.circleM !== after.circleM) {
    const fromRule = before.settings.minutes === null || after.settings.minutes === null;
    if (circleRule && fromRule) causes.push(circleRule);
    causes.push(...settingDifferences(sides, ['minutes', 'speed_km_h']));
  }
  const { method } = before.reach;
  if (left.audit.memory.walks.ground.streets !== right.audit.memory.walks.ground.streets) {
    causes.push({ code: 'streets' });
  } else {
    causes.push(...settingDifferences(sides, [method === 'network' ? 'snap_m' : 'detour_factor']));
  }
  const edits = planDiff(
    { ...EMPTY_PLAN, streetEdits: left.plan.streetEdits },
    { ...EMPTY_PLAN, streetEdits: right.plan.streetEdits },
  );
  const edited = new Set(edits.map((edit) => ('id' in edit ? edit.id : '')));
  if (edited.size > 0) causes.push({ code: 'street_edits', count: edited.size });
  if (!deepEqual(left.plan.population, right.plan.population)) causes.push({ code: 'population' });
  return causes;
}

/** Those of some settings that are another on either side. */
export function settingDifferences(
  { left, right }: Both<JudgedSide>,
  among: readonly (keyof Settings)[],
): DifferenceCause[] {
  const [before, after] = [left.audit.context.settings, right.audit.context.settings];
  return among
    .filter((setting) => before[setting] !== after[setting])
    .map((setting) => ({ code: 'setting', setting, left: before[setting], right: after[setting] }));
}
