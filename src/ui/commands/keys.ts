/** A key that runs a command. `mod` is Ctrl, on a Mac ⌘. Letters are lower case; signs are what the keyboard types. */
export interface Keys {
  readonly key: string;
  readonly mod?: true;
  readonly shift?: true;
  /** Whether it works while something is being typed, too. */
  readonly everywhere?: true;
}

/** Shift is part of a sign on many keyboards: only for letters and named keys does it make another key. */
function shiftMatters({ key, mod }: Pick<Keys, 'key' | 'mod'>): boolean {
  return mod === true || key.length > 1 || /[a-z]/.test(key);
}

/** One text a key press, the same for whoever presses and for whoever listens. */
export function keysId(keys: Keys): string {
  const shift = keys.shift === true && shiftMatters(keys);
  return `${keys.mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${keys.key}`;
}

/** The same text for what was pressed. */
export function pressedId(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  return keysId({
    key: event.key.length === 1 ? event.key.toLowerCase() : event.key,
    ...(event.ctrlKey || event.metaKey ? { mod: true } : {}),
    ...(event.shiftKey ? { shift: true } : {}),
  });
}

const MAC_SIGNS: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', Escape: 'Esc' };
const OTHER_SIGNS: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', Escape: 'Esc' };

/** The caps of the keys to press together, as they are printed on the keyboard. */
export function keyCaps(keys: Keys, mac: boolean): readonly string[] {
  const signs = mac ? MAC_SIGNS : OTHER_SIGNS;
  return [
    ...(keys.mod ? [signs['mod']!] : []),
    ...(keys.shift ? [signs['shift']!] : []),
    signs[keys.key] ?? (keys.key.length === 1 ? keys.key.toUpperCase() : keys.key),
  ];
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
