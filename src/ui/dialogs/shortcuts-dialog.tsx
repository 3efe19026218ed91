import { openDialog } from '../../actions/arrange.ts';
import { commandsOf } from '../commands/all-commands.ts';
import { COMMAND_GROUPS } from '../commands/command.ts';
import { KeyCaps } from '../commands/key-caps.tsx';
import type { Keys } from '../commands/keys.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AppDialog } from './app-dialog.tsx';

/** Keys that lists, map and panels take while they have the focus. */
const PLACES = [
  { does: 'list', keys: [{ key: '↑' }, { key: '↓' }] },
  { does: 'page', keys: [{ key: 'PgUp' }, { key: 'PgDn' }, { key: 'Home' }, { key: 'End' }] },
  { does: 'tick', keys: [{ key: '␣' }] },
  {
    does: 'range',
    keys: [
      { key: '↑', shift: true },
      { key: '↓', shift: true },
    ],
  },
  { does: 'all', keys: [{ key: 'a', mod: true }] },
  { does: 'copy', keys: [{ key: 'c', mod: true }] },
  { does: 'tabs', keys: [{ key: '←' }, { key: '→' }] },
  { does: 'map', keys: [{ key: '↑' }, { key: '↓' }, { key: '←' }, { key: '→' }] },
  { does: 'move', keys: [{ key: '↑' }, { key: '↓' }, { key: '←' }, { key: '→' }] },
  { does: 'draw', keys: [{ key: 'Space' }, { key: 'Enter' }] },
  { does: 'zoom', keys: [{ key: '+' }, { key: '−' }] },
  { does: 'panel', keys: [{ key: '↑' }, { key: '↓' }] },
  { does: 'choose', keys: [{ key: 'Enter' }] },
  { does: 'back', keys: [{ key: 'Escape' }] },
] as const satisfies readonly { does: string; keys: readonly Keys[] }[];

/** Every key, and what it does. */
export function ShortcutsDialog() {
  const texts = useTexts();
  const t = texts.commands;
  const workspace = useWorkspace();
  const commands = useCommands();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const open = useWorkspaceState(({ dialog }) => dialog === 'shortcuts');
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.shortcutsTitle} size="wide" withClose onClose={close}>
      <p className="muted">{t.shortcutsLead}</p>
      <div className="shortcut-groups">
        {COMMAND_GROUPS.map((group) => {
          const keyed = commandsOf(commands, group).filter(({ keys }) => keys.length > 0);
          return keyed.length === 0 ? null : (
            <section key={group}>
              <h3>{t.group[group]}</h3>
              <dl className="shortcut-list">
                {keyed.map((one) => (
                  <div key={one.id}>
                    <dt>{one.name(texts, language)}</dt>
                    <dd>
                      <KeyCaps keys={one.keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>{t.places.title}</h3>
          <dl className="shortcut-list">
            {PLACES.map(({ does, keys }) => (
              <div key={does}>
                <dt>{t.places[does]}</dt>
                <dd>
                  <span className="key-caps">
                    {keys.map((one) => (
                      <KeyCaps key={one.key} keys={[one]} />
                    ))}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </AppDialog>
  );
}
