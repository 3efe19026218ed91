import { parseSetting, settingExpects } from '../core/plan/parse-setting.ts';
import { DEFAULT_SETTINGS } from '../core/plan/settings.ts';
import type { CliTexts } from '../text/cli-texts.ts';
import type { Speech } from './host.ts';
import { ABOUT_INPUTS, inputsOf, type GivenInput } from './input-options.ts';
import { outputOf, type Output } from './output-options.ts';
import type { Arguments, OptionKinds } from './parse-arguments.ts';
import { Unusable } from './unusable.ts';

/** Options of all commands that walk. */
export const WALK_OPTIONS = {
  streets: 'value',
  from: 'value',
  minutes: 'value',
  speed: 'value',
  snap: 'value',
  ...ABOUT_INPUTS,
  out: 'value',
  strict: 'flag',
} as const satisfies OptionKinds;

/** What a command that walks takes: every input must be given. */
interface WalkCommand<Format extends string> {
  readonly inputs: readonly string[];
  /** Without `--minutes`. More than one: so may be given. */
  readonly minutes: readonly [number, ...number[]];
  readonly formats: readonly [Format, ...Format[]];
}

export interface WalkOptions<Format extends string> extends Output<Format> {
  readonly inputs: readonly GivenInput[];
  /** Ascending, each once. */
  readonly minutes: readonly [number, ...number[]];
  readonly speedKmH: number;
  /** How far a point may be from the nearest street and still walk, metres. */
  readonly snapM: number;
  readonly strict: boolean;
}

/** Looks at every option and says everything that is wrong at once, by throwing `Unusable`. */
export function parseWalkOptions<Format extends string>(
  command: WalkCommand<Format>,
  given: Arguments,
  problems: string[],
  speech: Speech,
): WalkOptions<Format> {
  const { texts } = speech;
  for (const extra of given.positionals) problems.push(texts.cli.argumentUnexpected(extra));
  for (const name of command.inputs) if (!given.has(name)) problems.push(texts.cli.optionMissing(`--${name}`));
  const inputs = inputsOf(command.inputs, given, problems, speech);
  const minutes = minutesOf(given, command.minutes, problems, texts);
  // Within the ranges of the settings of the same meaning.
  const read = (option: 'speed' | 'snap', key: 'speed_km_h' | 'snap_m'): number => {
    const text = given.value(option);
    return text === undefined ? DEFAULT_SETTINGS[key] : numberOf(key, `--${option}`, text, problems, texts);
  };
  const speedKmH = read('speed', 'speed_km_h');
  const snapM = read('snap', 'snap_m');
  const { out, format } = outputOf(given, command.formats, inputs, problems, speech);
  if (problems.length > 0) throw new Unusable(problems);
  return { inputs, minutes, speedKmH, snapM, out, format, strict: given.has('strict') };
}

/** Reads `--minutes`, a single limit or, where it is several without the option, some separated by commas: ascending, each once. */
export function minutesOf(
  given: Arguments,
  otherwise: readonly [number, ...number[]],
  problems: string[],
  texts: CliTexts,
): readonly [number, ...number[]] {
  const text = given.value('minutes');
  if (text === undefined) return otherwise;
  const parts = otherwise.length > 1 ? text.split(/[,，、]/) : [text];
  const minutes = parts.map((part) => numberOf('minutes', '--minutes', part, problems, texts));
  const [first = NaN, ...rest] = [...new Set(minutes)].toSorted((a, b) => a - b);
  return [first, ...rest];
}

/** NaN, with a problem, for what is no number in the setting's range. */
function numberOf(
  key: 'speed_km_h' | 'snap_m' | 'minutes',
  option: string,
  text: string,
  problems: string[],
  { cli }: CliTexts,
): number {
  const parsed = parseSetting(key, text);
  const value = 'setting' in parsed ? parsed.setting[key] : null;
  if (typeof value === 'number') return value;
  problems.push(cli.optionInvalid(option, text, settingExpects(key).replace(' | null', '')));
  return NaN;
}
