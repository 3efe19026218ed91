import path from 'node:path';
import { Visitor, type ESTree } from 'vite';
import { lineAt, parse, type SourceText } from '../sources.ts';

/** One place where a source file names another module, a package or a file. */
export interface Reference {
  readonly from: string;
  readonly line: number;
  /** A path from the root for what is inside the project, `npm:name` for a package, `node:name` for Node's own. */
  readonly to: string;
  /** Erased when compiled: an `import type`. */
  readonly typeOnly: boolean;
}

/** Every reference of a file: static and dynamic imports, re-exports, and text that is a relative path to a file. */
export function referencesOf(source: SourceText): Reference[] {
  const found: Reference[] = [];
  const seen = new Set<number>();
  const add = (specifier: ESTree.StringLiteral, typeOnly: boolean): void => {
    seen.add(specifier.start);
    const to = resolve(source.path, specifier.value);
    found.push({ from: source.path, line: lineAt(source.text, specifier.start), to, typeOnly });
  };
  new Visitor({
    ImportDeclaration: ({ source: specifier, importKind, specifiers }) => {
      const allTypes =
        specifiers.length > 0 && specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type');
      add(specifier, importKind === 'type' || allTypes);
    },
    ExportNamedDeclaration: ({ source: specifier, exportKind }) => {
      if (specifier) add(specifier, exportKind === 'type');
    },
    ExportAllDeclaration: ({ source: specifier, exportKind }) => add(specifier, exportKind === 'type'),
    ImportExpression: ({ source: specifier }) => {
      if (specifier.type === 'Literal' && typeof specifier.value === 'string') add(specifier, false);
    },
    // `new URL('../x', import.meta.url)` and `import.meta.glob('../x/*')` are references too, under any name.
    Literal: (literal) => {
      if (typeof literal.value !== 'string' || seen.has(literal.start)) return;
      if (/^(\.{1,2}|\/data|\/src|\/test)\/\S/.test(literal.value)) add(literal, false);
    },
  }).visit(parse(source));
  return found;
}

function resolve(from: string, specifier: string): string {
  const bare = specifier.replace(/[?#].*$/, '');
  if (bare.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(from), bare));
  if (bare.startsWith('/')) return bare.slice(1);
  if (bare.startsWith('node:')) return bare;
  const [scope = '', name = ''] = bare.split('/');
  return `npm:${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}
