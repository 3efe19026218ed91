import type { AreaList } from '../../state/gap-rows.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { WorkspaceState } from '../../state/workspace-state.ts';
import type { Language } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import type { Keys } from './keys.ts';

export const COMMAND_GROUPS = ['go', 'files', 'view', 'draw', 'judge', 'layers', 'export', 'app'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** What a command works on. */
export interface CommandHost {
  readonly workspace: Workspace;
  /** The gap list as it stands; null until the first audit. */
  readonly listed: AreaList | null;
}

/** Something a person can do, however they come to it: a key, the palette, a menu. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly name: (texts: Texts, language: Language) => string;
  /** The first is the one that is shown. */
  readonly keys: readonly Keys[];
  readonly isEnabled: (state: WorkspaceState) => boolean;
  /** For what is on or off; null: it is neither. */
  readonly isOn: ((state: WorkspaceState) => boolean) | null;
  readonly run: (host: CommandHost) => void;
}

/** A command with what most have left out. */
export function command(
  group: CommandGroup,
  id: string,
  name: Command['name'],
  run: Command['run'],
  more: Partial<Pick<Command, 'keys' | 'isEnabled' | 'isOn'>> = {},
): Command {
  return { id, group, name, run, keys: [], isEnabled: () => true, isOn: null, ...more };
}
