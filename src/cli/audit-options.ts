import type { InputRole } from '../core/issue.ts';
import { parseSetting } from '../core/plan/parse-setting.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import { isIsoDate, type IsoDate } from '../core/units.ts';
import { chooseStandard } from './choose-standard.ts';
import type { Speech } from './host.ts';
import { inputsOf, type GivenInput } from './input-options.ts';
import { outputOf, type Output } from './output-options.ts';
import type { Arguments } from './parse-arguments.ts';
import { Unusable } from './unusable.ts';

/** Inputs, in the order in which results list them. */
export const INPUT_ROLES = ['areas', 'facilities', 'units', 'population', 'streets'] as const satisfies InputRole[];

/** What an audit is written as, the first unless a file's ending says otherwise. */
export const AUDIT_FORMATS = ['json', 'geojson', 'csv'] as const;
/** Formats of the contract that this version does not write. */
export const LATER_AUDIT_FORMATS = ['xlsx'];
const DEFAULT_STANDARD = 'nantong-draft-2023';

export interface AuditOptions<Format extends string> extends Output<Format> {
  readonly inputs: readonly GivenInput<(typeof INPUT_ROLES)[number]>[];
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
  readonly settings: Partial<Settings>;
  readonly strict: boolean;
}

/** Looks at every option and says everything that is wrong at once, by throwing `Unusable`. */
export function parseAuditOptions<Format extends string>(
  given: Arguments,
  problems: string[],
  speech: Speech,
  formats: readonly [Format, ...Format[]],
  later: readonly string[],
): AuditOptions<Format> {
  const { host, texts } = speech;
  const { cli } = texts;
  for (const extra of given.positionals) problems.push(cli.argumentUnexpected(extra));
  if (!given.has('areas')) problems.push(cli.optionMissing('--areas'));
  const asOf = asOfOf(given, problems, speech) ?? host.today();
  const inputs = inputsOf(INPUT_ROLES, given, problems, speech);
  const settings = settingsOf(given, problems, speech);
  const { out, format } = outputOf(given, formats, inputs, problems, speech, later);
  const standard = standardOf(given.value('standards') ?? DEFAULT_STANDARD, problems, speech);
  if (problems.length > 0 || standard === null) throw new Unusable(problems);
  return { inputs, standard, asOf, settings, out, format, strict: given.has('strict') };
}

/** The day that `--as-of` says; undefined without it. */
export function asOfOf(given: Arguments, problems: string[], { texts: { cli } }: Speech): IsoDate | undefined {
  const asOf = given.value('as-of');
  if (asOf !== undefined && !isIsoDate(asOf)) problems.push(cli.optionInvalid('--as-of', asOf, 'YYYY-MM-DD'));
  return asOf;
}

/** The standard that `--standards` says, by id or file; null: there is none such, which is a problem. */
export function standardOf(name: string, problems: string[], speech: Speech): LoadedStandard | null {
  try {
    return chooseStandard(name, speech, speech.texts.cli.standardNotFound);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    problems.push(...error.lines);
    return null;
  }
}

/** The settings that `--speed`, `--minutes` and `--set` say. */
export function settingsOf(given: Arguments, problems: string[], { texts: { cli } }: Speech): Partial<Settings> {
  const pairs: [option: string, key: string, text: string][] = [];
  const speed = given.value('speed');
  const minutes = given.value('minutes');
  if (speed !== undefined) pairs.push(['--speed', 'speed_km_h', speed]);
  if (minutes !== undefined) pairs.push(['--minutes', 'minutes', minutes]);
  for (const pair of given.values('set')) {
    const at = pair.indexOf('=');
    if (at < 0) problems.push(cli.optionInvalid('--set', pair, 'KEY=VALUE'));
    else pairs.push([`--set ${pair.slice(0, at).trim()}`, pair.slice(0, at).trim(), pair.slice(at + 1)]);
  }
  const settings: Record<string, unknown> = {};
  for (const [option, key, text] of pairs) {
    const parsed = parseSetting(key, text);
    if ('refused' in parsed) {
      const where = parsed.refused === 'setting_unknown' ? '--set' : option;
      problems.push(cli.optionInvalid(where, parsed.found, parsed.expected));
      continue;
    }
    const value = Object.values(parsed.setting)[0];
    if (Object.hasOwn(settings, key) && settings[key] !== value) problems.push(cli.settingTwice(key));
    settings[key] = value;
  }
  return settings;
}
