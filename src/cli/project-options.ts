import type { Settings } from '../core/plan/settings.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import { asOfOf, AUDIT_FORMATS, INPUT_ROLES, LATER_AUDIT_FORMATS, settingsOf, standardOf } from './audit-options.ts';
import type { Speech } from './host.ts';
import { ABOUT_INPUTS } from './input-options.ts';
import { outputOf, type Output } from './output-options.ts';
import type { Arguments } from './parse-arguments.ts';
import { Unusable } from './unusable.ts';

/** What is said of the audit of a project file: what is not is as the project has it. */
export interface ProjectOptions extends Output<(typeof AUDIT_FORMATS)[number]> {
  readonly file: string;
  /** Name or id of a scenario. */
  readonly scenario: string | undefined;
  readonly standard: LoadedStandard | null;
  readonly asOf: IsoDate | undefined;
  readonly settings: Partial<Settings>;
  readonly strict: boolean;
}

/** Looks at every option and says everything that is wrong at once, by throwing `Unusable`. */
export function parseProjectOptions(given: Arguments, problems: string[], speech: Speech): ProjectOptions {
  const { cli } = speech.texts;
  const file = given.value('project') ?? '';
  for (const extra of given.positionals) problems.push(cli.argumentUnexpected(extra));
  for (const option of [...INPUT_ROLES, ...Object.keys(ABOUT_INPUTS)]) {
    if (given.has(option)) problems.push(cli.besideProject(`--${option}`));
  }
  const asOf = asOfOf(given, problems, speech);
  const settings = settingsOf(given, problems, speech);
  const inputs = [{ name: 'project', file }];
  const { out, format } = outputOf(given, AUDIT_FORMATS, inputs, problems, speech, LATER_AUDIT_FORMATS);
  const named = given.value('standards');
  const standard = named === undefined ? null : standardOf(named, problems, speech);
  if (problems.length > 0) throw new Unusable(problems);
  const strict = given.has('strict');
  return { file, scenario: given.value('scenario'), standard, asOf, settings, out, format, strict };
}
