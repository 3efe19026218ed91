import type { Change, Edit } from '../core/plan/edit.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/plan/settings.ts';
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
  commit(workspace, { kind: 'setting', setting }, [{ table: 'settings', field: setting, from, to } as Edit]);
  await workspace.audits.request();
}

/** Takes every choice back to its default. */
export async function resetSettings(workspace: Workspace): Promise<void> {
  const { settings } = workspace.store.getState().plan;
  const change: Change = (Object.keys(settings) as (keyof Settings)[]).map(
    (field) => ({ table: 'settings', field, from: settings[field], to: undefined }) as Edit,
  );
  if (change.length === 0) return;
  commit(workspace, { kind: 'reset-settings' }, change);
  await workspace.audits.request();
}
