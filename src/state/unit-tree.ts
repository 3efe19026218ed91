import type { Language } from '../text/language.ts';

export interface UnitNode {
  /** Names from the highest known unit down, joined by `/`. */
  readonly path: string;
  readonly name: string;
  /** How many units lie above it. */
  readonly depth: number;
}

/** The units that areas name as theirs, parents before their children, in the language's own order. */
export function unitTree(paths: readonly string[], language: Language): UnitNode[] {
  const found = new Map<string, UnitNode>();
  for (const path of new Set(paths)) {
    const names = path === '' ? [] : path.split('/');
    for (let depth = 0; depth < names.length; depth++) {
      const above = names.slice(0, depth + 1).join('/');
      if (!found.has(above)) found.set(above, { path: above, name: names[depth]!, depth });
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  const keys = new Map([...found.keys()].map((path) => [path, path.split('/')]));
  return [...found.values()].sort((a, b) => compareNames(keys.get(a.path)!, keys.get(b.path)!, compare));
}

/** Name by name, so that nothing comes between a unit and those in it. */
function compareNames(a: readonly string[], b: readonly string[], compare: (x: string, y: string) => number): number {
  for (let level = 0; level < Math.min(a.length, b.length); level++) {
    const order = a[level] === b[level] ? 0 : compare(a[level]!, b[level]!) || (a[level]! < b[level]! ? -1 : 1);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
