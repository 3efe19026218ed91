import { useEffect } from 'react';
import { keysId, pressedId } from './commands/keys.ts';
import { useCommandHost, useCommands } from './commands/use-commands.ts';

/** Where letters are letters and not commands. */
const TYPING = 'input, textarea, select, [contenteditable], [role=spinbutton]';
/** What lies over the screen keeps its keys to itself. */
const OVER = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** Runs the command whose keys are pressed. */
export function useShortcuts(): void {
  const commands = useCommands();
  const host = useCommandHost();
  useEffect(() => {
    const byKeys = new Map(
      commands.flatMap((command) => command.keys.map((keys) => [keysId(keys), { command, keys }] as const)),
    );
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.isComposing) return;
      const found = byKeys.get(pressedId(event));
      if (found === undefined) return;
      const { target } = event;
      if (target instanceof HTMLElement) {
        if (target.closest(OVER)) return;
        if (found.keys.everywhere !== true && target.closest(TYPING)) return;
      }
      if (!found.command.isEnabled(host.workspace.store.getState())) return;
      event.preventDefault();
      found.command.run(host);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [commands, host]);
}
