import { parseArgs } from 'node:util';
import type { CliTexts } from '../text/cli-texts.ts';

/** What an option is: with a value of its own (once, or as often as wanted), or alone. */
export type OptionKind = 'value' | 'values' | 'flag';
export type OptionKinds = Readonly<Record<string, OptionKind>>;

/** Options and arguments as given, before what they say is looked at. */
export interface Arguments {
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  has(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Options that every command takes. */
export const COMMON_OPTIONS: OptionKinds = { help: 'flag', lang: 'value' };

/** Reads a command's arguments. Nothing that was given is passed over: what cannot be understood is a line of `problems`. */
export function parseArguments(
  args: readonly string[],
  command: string,
  kinds: OptionKinds,
  { cli }: CliTexts,
): { arguments: Arguments; problems: string[] } {
  const known: OptionKinds = { ...COMMON_OPTIONS, ...kinds };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const problems: string[] = [];
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const kind = Object.hasOwn(known, name) ? known[name]! : null;
    const before = found.get(name) ?? [];
    if (kind === null) problems.push(cli.optionUnknown(rawName, command));
    else if (kind === 'flag' && value !== undefined) problems.push(cli.optionTakesNoValue(rawName, value));
    // An option where a value should stand is a value forgotten, never a file of that name.
    else if (kind !== 'flag' && (!value || (!token.inlineValue && value.startsWith('-')))) {
      problems.push(cli.optionNeedsValue(rawName));
    } else if (kind === 'value' && before.length > 0) problems.push(cli.optionRepeated(rawName));
    else found.set(name, [...before, value ?? '']);
  }
  const values = (name: string): readonly string[] => found.get(name) ?? [];
  return {
    arguments: { value: (name) => values(name)[0], values, has: (name) => found.has(name), positionals },
    problems,
  };
}
