import type { SourceChoice } from '../core/import/source.ts';
import { parseEncodingName, TEXT_ENCODINGS } from '../core/import/text-encoding.ts';
import type { Speech } from './host.ts';
import type { Arguments, OptionKinds } from './parse-arguments.ts';

/** A file to read, under the option that names it, and what is declared and chosen for it. */
export interface GivenInput<Name extends string = string> {
  readonly name: Name;
  readonly file: string;
  readonly crs?: string;
  readonly choice?: SourceChoice;
}

/** Options that say something about an input, as `--crs areas=GCJ-02`. */
export const ABOUT_INPUTS = {
  crs: 'values',
  layer: 'values',
  'header-row': 'values',
  encoding: 'values',
} as const satisfies OptionKinds;

/** What each takes as its value, for messages, and how it is read; null: it is none. */
const VALUES = {
  crs: { expects: 'CRS', read: (text: string) => ({ crs: text }) },
  layer: { expects: 'NAME', read: (text: string) => ({ layer: text }) },
  'header-row': {
    expects: '1, 2, 3 …',
    read: (text: string) => (/^[1-9]\d{0,6}$/.test(text) ? { headerRow: Number(text) } : null),
  },
  encoding: {
    expects: TEXT_ENCODINGS.slice(0, 3).join('|'),
    read: (text: string) => {
      const encoding = parseEncodingName(text);
      return encoding && { encoding };
    },
  },
} as const;

/**
 * The files that the options of those names give, in the order of the names, with what `--crs NAME=CRS`, `--layer NAME=LAYER`,
 * `--header-row NAME=N` and `--encoding NAME=ENCODING` say about them. A word about no input is a problem.
 */
export function inputsOf<Name extends string>(
  names: readonly Name[],
  given: Arguments,
  problems: string[],
  { texts: { cli } }: Speech,
): GivenInput<Name>[] {
  const said = new Map<string, { crs?: string } & SourceChoice>();
  for (const [option, { expects, read }] of Object.entries(VALUES)) {
    const named = new Set<string>();
    // Streets have no layers, headers or encodings to choose among.
    const allowed: readonly string[] = option === 'crs' ? names : names.filter((name) => name !== 'streets');
    for (const pair of given.values(option)) {
      const at = pair.indexOf('=');
      const name = at < 0 ? pair : pair.slice(0, at);
      const text = at < 0 ? '' : pair.slice(at + 1).trim();
      const value = text === '' ? null : read(text);
      if (!allowed.includes(name) || value === null) {
        problems.push(cli.optionInvalid(`--${option}`, pair, `${allowed.join('|')}=${expects}`));
      } else if (!given.has(name)) problems.push(cli.withoutInput(option, name));
      else if (named.has(name)) problems.push(cli.optionRepeated(`--${option} ${name}`));
      else {
        named.add(name);
        said.set(name, { ...said.get(name), ...value });
      }
    }
  }
  return names.flatMap((name) => {
    const file = given.value(name);
    const { crs, ...choice } = said.get(name) ?? {};
    return file === undefined ? [] : [{ name, file, choice, ...(crs === undefined ? {} : { crs }) }];
  });
}
