import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { changeSetting } from '../../actions/change-setting.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/plan/settings.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** One setting: its name, whose choice it is, what it means, and the way back to the default. */
export function SettingRow({
  setting,
  fromStandard = false,
  note,
  children,
}: {
  readonly setting: keyof Settings;
  /** Whether the standard itself gives the value in use. */
  readonly fromStandard?: boolean;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const changed = useWorkspaceState(({ plan }) => plan.settings[setting] !== undefined);
  return (
    <section className="setting" data-changed={changed} aria-label={t.name[setting]}>
      <div className="setting-head">
        <h4>{t.name[setting]}</h4>
        <span className="badge">{fromStandard ? t.fromStandard : changed ? t.changed : t.openChoice}</span>
        {changed ? (
          <Button
            className="button quiet small"
            onPress={() => void changeSetting(workspace, setting, DEFAULT_SETTINGS[setting])}
          >
            {t.reset}
          </Button>
        ) : null}
      </div>
      <p className="muted">{t.help[setting]}</p>
      <div className="setting-input">
        {children}
        {note === undefined ? null : <span className="muted">{note}</span>}
      </div>
    </section>
  );
}
