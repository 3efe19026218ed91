import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { InputRole } from '../core/issue.ts';
import { parseSetting } from '../core/plan/parse-setting.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import { isIsoDate, type IsoDate } from '../core/units.ts';
import { chooseStandard } from './choose-standard.ts';
import type { Speech } from './host.ts';
import type { Arguments } from './parse-arguments.ts';
import { Unusable } from './unusable.ts';

/** Inputs, in the order in which results list them. */
export const INPUT_ROLES = ['areas', 'facilities', 'units', 'population', 'streets'] as const satisfies InputRole[];

const FORMATS = ['json', 'geojson', 'csv'] as const;
/** Formats of the contract that this version does not write. */
const LATER_FORMATS = ['xlsx'];
const DEFAULT_STANDARD = 'nantong-draft-2023';

/** A file to read, as what, and the coordinate system declared for it. */
export interface InputToRead {
  readonly role: InputRole;
  readonly file: string;
  readonly crs?: string;
}

export interface AuditOptions {
  readonly inputs: readonly InputToRead[];
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
  readonly settings: Partial<Settings>;
  /** Null: standard output. */
  readonly out: string | null;
  readonly format: (typeof FORMATS)[number];
  readonly strict: boolean;
}

/** Looks at every option and says everything that is wrong at once, by throwing `Unusable`. */
export function parseAuditOptions(given: Arguments, problems: string[], speech: Speech): AuditOptions {
  const { host, texts } = speech;
  const { cli } = texts;
  for (const extra of given.positionals) problems.push(cli.argumentUnexpected(extra));
  if (!given.has('areas')) problems.push(cli.optionMissing('--areas'));
  const asOf = given.value('as-of') ?? host.today();
  if (!isIsoDate(asOf)) problems.push(cli.optionInvalid('--as-of', asOf, 'YYYY-MM-DD'));
  const inputs = inputsOf(given, problems, speech);
  const settings = settingsOf(given, problems, speech);
  const { out, format } = outputOf(given, inputs, problems, speech);
  let standard: LoadedStandard | null = null;
  try {
    standard = chooseStandard(given.value('standards') ?? DEFAULT_STANDARD, speech, cli.standardNotFound).loaded;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    problems.push(...error.lines);
  }
  if (problems.length > 0 || standard === null) throw new Unusable(problems);
  return { inputs, standard, asOf, settings, out, format, strict: given.has('strict') };
}

function inputsOf(given: Arguments, problems: string[], { texts: { cli } }: Speech): InputToRead[] {
  const declared = new Map<string, string>();
  for (const pair of given.values('crs')) {
    const at = pair.indexOf('=');
    const role = at < 0 ? pair : pair.slice(0, at);
    const crs = at < 0 ? '' : pair.slice(at + 1).trim();
    if (!INPUT_ROLES.some((one) => one === role) || crs === '') {
      problems.push(cli.optionInvalid('--crs', pair, `${INPUT_ROLES.join('|')}=CRS`));
    } else if (!given.has(role)) problems.push(cli.crsWithoutInput(role));
    else if (declared.has(role)) problems.push(cli.optionRepeated(`--crs ${role}`));
    else declared.set(role, crs);
  }
  return INPUT_ROLES.flatMap((role) => {
    const file = given.value(role);
    const crs = declared.get(role);
    return file === undefined ? [] : [{ role, file, ...(crs === undefined ? {} : { crs }) }];
  });
}

function settingsOf(given: Arguments, problems: string[], { texts: { cli } }: Speech): Partial<Settings> {
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

function outputOf(
  given: Arguments,
  inputs: readonly InputToRead[],
  problems: string[],
  { host, texts: { cli } }: Speech,
): Pick<AuditOptions, 'out' | 'format'> {
  const out = given.value('out') ?? null;
  if (out === null) return { out, format: 'json' };
  const ending = path.extname(out).slice(1).toLowerCase();
  const format = FORMATS.find((one) => one === ending);
  const expected = FORMATS.map((one) => `.${one}`).join(', ');
  if (format === undefined) {
    const later = LATER_FORMATS.includes(ending);
    problems.push(
      later ? cli.formatUnsupported('--out', `.${ending}`, expected) : cli.optionInvalid('--out', out, expected),
    );
  }
  const target = path.resolve(host.cwd, out);
  const folder = path.dirname(target);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) problems.push(cli.outputUnwritable(out, 'ENOENT'));
  else if (existsSync(target)) {
    const real = realpathSync(target);
    const files = inputs.map(({ file }) => path.resolve(host.cwd, file)).filter((file) => existsSync(file));
    if (statSync(target).isDirectory()) problems.push(cli.outputUnwritable(out, 'EISDIR'));
    else if (files.some((file) => realpathSync(file) === real)) problems.push(cli.outputIsInput(out));
  }
  return { out, format: format ?? 'json' };
}
