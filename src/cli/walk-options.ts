import { parseSetting, settingExpects } from '../core/plan/parse-setting.ts';
import { DEFAULT_SETTINGS } from '../core/plan/settings.ts';
import type { CliTexts } from '../text/cli-texts.ts';
import type { Arguments } from './parse-arguments.ts';

export interface WalkOptions {
  readonly speedKmH: number;
  /** How far a point may be from the nearest street and still walk, metres. */
  readonly snapM: number;
}

/** Reads `--speed` and `--snap`, within the ranges of the settings of the same meaning. */
export function walkOptions(given: Arguments, problems: string[], texts: CliTexts): WalkOptions {
  const read = (option: 'speed' | 'snap', key: 'speed_km_h' | 'snap_m'): number => {
    const text = given.value(option);
    return text === undefined ? DEFAULT_SETTINGS[key] : numberOf(key, `--${option}`, text, problems, texts);
  };
  return { speedKmH: read('speed', 'speed_km_h'), snapM: read('snap', 'snap_m') };
}

/** Reads `--minutes` of a single limit or, separated by commas, of several: ascending, each once. */
export function minutesOf(
  given: Arguments,
  several: boolean,
  otherwise: readonly [number, ...number[]],
  problems: string[],
  texts: CliTexts,
): readonly [number, ...number[]] {
  const text = given.value('minutes');
  if (text === undefined) return otherwise;
  const parts = several ? text.split(/[,，、]/) : [text];
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
