import type { Change, Edit } from '../core/plan/edit.ts';
import { eldersOfBands } from '../core/plan/elders-of-bands.ts';
import type { Plan } from '../core/plan/plan.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/plan/settings.ts';
import { settingsInUse } from '../state/selectors.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Sets one of the method's choices; the default is stored as absent, so that only real choices are recorded. */
export async function changeSetting<K extends keyof Settings>(
  workspace: Workspace,
  setting: K,
  value: Settings[K],
): Promise<void> {
  const { plan } = workspace.store.getState();
  const from = plan.settings[setting];
  const to = value === DEFAULT_SETTINGS[setting] ? undefined : value;
  if (from === to) return;
  const edit = { table: 'settings', field: setting, from, to } as Edit;
  commit(workspace, { kind: 'setting', setting }, [edit, ...countedAnew(plan, { [setting]: value })]);
  await workspace.audits.request();
}

/** Elders summed from age bands, from another age on. */
function countedAnew(plan: Plan, { elder_age: age }: Partial<Settings>): Change {
  return age === undefined || age === settingsInUse({ plan }).elder_age ? [] : eldersOfBands(plan, age);
}

/** Takes every choice back to its default. */
export async function resetSettings(workspace: Workspace): Promise<void> {
  const { plan } = workspace.store.getState();
  const { settings } = plan;
  const change: Change = (Object.keys(settings) as (keyof Settings)[]).map(
    (field) => ({ table: 'settings', field, from: settings[field], to: undefined }) as Edit,
  );
  if (change.length === 0) return;
  commit(workspace, { kind: 'reset-settings' }, [...change, ...countedAnew(plan, DEFAULT_SETTINGS)]);
  await workspace.audits.request();
}
