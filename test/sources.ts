import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, type ESTree } from 'vite';

/** The project's root folder. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** A source file by its path from the root, with forward slashes, and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** All TypeScript files under a folder of the project, sorted by path. */
export function sourcesUnder(folder: string): SourceText[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .toSorted()
    .map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
}

/** The syntax tree of a source file. Throws when it does not parse. */
export function parse({ path: name, text }: SourceText): ESTree.Program {
  const { program, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message ?? 'does not parse'}`);
  return program;
}

/** The line, from 1, at which an offset lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
