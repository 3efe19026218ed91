/** How a format tells names apart, and makes another of one that is taken. */
export interface NameForm {
  /** Names of one key are one name. */
  readonly key: (name: string) => string;
  readonly numbered: (name: string, n: number) => string;
}

const AS_WRITTEN: NameForm = { key: (name) => name, numbered: (name, n) => `${name} (${n})` };

/** Names without regard to case, as databases have them. */
export const CASELESS: NameForm = { ...AS_WRITTEN, key: (name) => name.toLowerCase() };

/** The name, or with a number where it is taken; takes it. `taken` holds keys. */
export function uniqueName(name: string, taken: Set<string>, { key, numbered }: NameForm = AS_WRITTEN): string {
  let unique = name;
  for (let n = 2; taken.has(key(unique)); n++) unique = numbered(name, n);
  taken.add(key(unique));
  return unique;
}
