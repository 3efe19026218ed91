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
  const { complete, forgotten } = withoutForgotten(args, known);
  const { tokens } = parseArgs({ args: complete, options, strict: false, tokens: true });
  const problems = forgotten.map((name) => cli.optionNeedsValue(`--${name}`));
  const found = new Map<string, string[]>(forgotten.map((name) => [name, []]));
  const positionals: string[] = [];
  /** Where the value of an unknown option would stand: one slip is one problem. */
  let passedOver = -1;
  for (const token of tokens) {
    if (token.kind === 'positional' && token.index !== passedOver) positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const kind = Object.hasOwn(known, name) ? known[name]! : null;
    const before = found.get(name) ?? [];
    if (kind === null) {
      problems.push(cli.optionUnknown(rawName, command));
      passedOver = token.index + 1;
      continue;
    }
    if (kind === 'flag' && value !== undefined) problems.push(cli.optionTakesNoValue(rawName, value));
    else if (kind !== 'flag' && !value) problems.push(cli.optionNeedsValue(rawName));
    else if (kind === 'value' && before.length > 0) problems.push(cli.optionRepeated(rawName));
    else found.set(name, [...before, value ?? '']);
  }
  const values = (name: string): readonly string[] => found.get(name) ?? [];
  return {
    arguments: { value: (name) => values(name)[0], values, has: (name) => found.has(name), positionals },
    problems,
  };
}

/**
 * Takes out options whose value was forgotten. Where an option stands in the place of a value it is an option: parseArgs
 * would take it for a file of that name. (One that really begins with a dash can be given as `--areas=-f.csv`.)
 */
function withoutForgotten(args: readonly string[], known: OptionKinds): { complete: string[]; forgotten: string[] } {
  const complete: string[] = [];
  const forgotten: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--') return { complete: [...complete, ...args.slice(at)], forgotten };
    const name = arg.startsWith('--') ? arg.slice(2) : '';
    const takesValue = Object.hasOwn(known, name) && known[name] !== 'flag';
    const next = args[at + 1];
    if (!takesValue) complete.push(arg);
    else if (next === undefined || /^-(?![.\d])/.test(next)) forgotten.push(name);
    else complete.push(arg, args[++at]!);
  }
  return { complete, forgotten };
}
