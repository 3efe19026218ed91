import { walkingMetres } from '../core/access/reach.ts';
import { accessibilitySteps, DEMANDS, SUPPLIES } from '../core/checks/accessibility.ts';
import { auditWithMemorySteps } from '../core/checks/audit.ts';
import { effectiveSettings } from '../core/checks/context.ts';
import { assemblePlan } from '../core/import/assemble-plan.ts';
import { accessibilityCsv } from '../core/report/accessibility-csv.ts';
import { accessibilityFile, accessibilityJson } from '../core/report/accessibility-json.ts';
import { INPUT_ROLES, parseAuditOptions } from './audit-options.ts';
import type { Command } from './command.ts';
import { DECAY_EXPECTS, decayOf } from './decay-option.ts';
import { drive } from './drive.ts';
import { ABOUT_INPUTS } from './input-options.ts';
import { tellProgress, type Speech } from './host.ts';
import type { Arguments } from './parse-arguments.ts';
import { readInputs } from './read-inputs.ts';
import { refuseErrors } from './refuse-errors.ts';
import { tellIssues } from './tell-issues.ts';
import { Unusable } from './unusable.ts';
import { minutesOf } from './walk-options.ts';
import { writeOutput } from './write-output.ts';

const WRITERS = { json: accessibilityJson, csv: accessibilityCsv } as const;

/** Supply against demand by shared catchments. */
export const accessibilityCommand: Command = {
  name: 'accessibility',
  options: {
    ...Object.fromEntries(INPUT_ROLES.map((role) => [role, 'value' as const])),
    supply: 'value',
    demand: 'value',
    decay: 'value',
    'as-of': 'value',
    speed: 'value',
    minutes: 'value',
    set: 'values',
    ...ABOUT_INPUTS,
    out: 'value',
    strict: 'flag',
  },
  usage: ({ cli }) => cli.accessibilityUsage,
  async run(given, problems, speech) {
    const supply = choiceOf(given, 'supply', SUPPLIES, problems, speech);
    const demand = choiceOf(given, 'demand', DEMANDS, problems, speech);
    const [minutes] = minutesOf(given, [15], problems, speech.texts);
    const decayText = given.value('decay') ?? 'none';
    if (!decayOf(decayText, 1, 1)) {
      problems.push(speech.texts.cli.optionInvalid('--decay', decayText, DECAY_EXPECTS));
    }
    const options = parseAuditOptions(given, problems, speech, ['json', 'csv'], []);
    if (problems.length > 0) throw new Unusable(problems);
    const settings = effectiveSettings(assemblePlan([], options.settings));
    const limitM = walkingMetres(minutes, settings.speed_km_h);
    const question = { supply, demand, limitM, decay: decayOf(decayText, limitM, settings.speed_km_h)! };

    const read = await readInputs(options.inputs, speech);
    const input = {
      plan: assemblePlan(read.tables, options.settings),
      streets: read.streets?.graph ?? null,
      standard: options.standard,
      asOf: options.asOf,
      version: speech.host.version,
      inputs: read.files,
      inputIssues: read.issues,
    };
    const audit = drive(auditWithMemorySteps(input, null), speech);
    const { context, memory, result } = audit;
    const { accessibility } = drive(accessibilitySteps(context, memory.walks.reach, question), speech);
    tellProgress(speech, { stage: 'writing', done: 0, total: 1 });
    if (options.strict) refuseErrors(result.issues, speech);
    const text = WRITERS[options.format](accessibilityFile(result.run, question, accessibility, context.areas));
    if (options.out === null) speech.host.print(text);
    else await writeOutput(options.out, [text], speech);
    speech.host.progress(null);
    tellIssues(result.issues, speech);
    const { facilities, facilitiesLeftOut, areasLeftOut, summary } = accessibility;
    const { cli } = speech.texts;
    speech.host.tell(
      cli.accessibilitySummary(
        facilities.length,
        summary.supplyShared,
        summary.demand,
        facilitiesLeftOut.length,
        areasLeftOut.length,
      ),
    );
  },
};

/** One of the words that an option may be, the first where it is not given. */
function choiceOf<Word extends string>(
  given: Arguments,
  option: string,
  words: readonly [Word, ...Word[]],
  problems: string[],
  { texts: { cli } }: Speech,
): Word {
  const text = given.value(option) ?? words[0];
  const word = words.find((one) => one === text);
  if (!word) problems.push(cli.optionInvalid(`--${option}`, text, words.join(' | ')));
  return word ?? words[0];
}
