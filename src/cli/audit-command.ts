import { auditSteps, type AuditInput } from '../core/checks/audit.ts';
import { VERDICTS, type AuditResult } from '../core/checks/result.ts';
import { assemblePlan } from '../core/import/assemble-plan.ts';
import { DEFAULT_SETTINGS } from '../core/plan/settings.ts';
import { settingExpects } from '../core/plan/parse-setting.ts';
import { auditCsv } from '../core/report/audit-csv.ts';
import { auditGeojson } from '../core/report/audit-geojson.ts';
import { auditJson } from '../core/report/audit-json.ts';
import { tellProgress, type Speech } from './host.ts';
import { AUDIT_FORMATS, INPUT_ROLES, LATER_AUDIT_FORMATS, parseAuditOptions } from './audit-options.ts';
import type { Command } from './command.ts';
import { drive } from './drive.ts';
import { ABOUT_INPUTS } from './input-options.ts';
import { judgedProject } from './judged-project.ts';
import { openProject } from './open-project.ts';
import type { Output } from './output-options.ts';
import type { Arguments } from './parse-arguments.ts';
import { parseProjectOptions } from './project-options.ts';
import { readInputs } from './read-inputs.ts';
import { refuseErrors } from './refuse-errors.ts';
import { tellIssues } from './tell-issues.ts';
import { writeOutput } from './write-output.ts';

const WRITERS = { json: auditJson, geojson: auditGeojson, csv: auditCsv } as const;

export const auditCommand: Command = {
  name: 'audit',
  options: {
    ...Object.fromEntries(INPUT_ROLES.map((role) => [role, 'value' as const])),
    project: 'value',
    scenario: 'value',
    standards: 'value',
    'as-of': 'value',
    speed: 'value',
    minutes: 'value',
    set: 'values',
    ...ABOUT_INPUTS,
    out: 'value',
    strict: 'flag',
  },
  usage: ({ cli }) => [cli.auditUsage, ...settingLines()].join('\n'),
  async run(given, problems, speech) {
    const { input, out, format, strict } = given.has('project')
      ? projectAudit(given, problems, speech)
      : await tablesAudit(given, problems, speech);
    const { plan } = input;
    const result = drive(auditSteps({ ...input, version: speech.host.version }), speech);
    tellProgress(speech, { stage: 'writing', done: 0, total: 1 });
    if (strict) refuseErrors(result.issues, speech);
    const text = WRITERS[format](result, plan);
    if (out === null) speech.host.print(text);
    else await writeOutput(out, [text], speech);
    speech.host.progress(null);
    tellIssues(result.issues, speech);
    tellSummary(result, speech);
  },
};

/** What is to be judged, and where the result goes. */
interface GivenAudit extends Output<(typeof AUDIT_FORMATS)[number]> {
  readonly input: Omit<AuditInput, 'version'>;
  readonly strict: boolean;
}

async function tablesAudit(given: Arguments, problems: string[], speech: Speech): Promise<GivenAudit> {
  if (given.has('scenario')) problems.push(speech.texts.cli.withoutProject('--scenario'));
  const options = parseAuditOptions(given, problems, speech, AUDIT_FORMATS, LATER_AUDIT_FORMATS);
  const { inputs, standard, asOf, settings, ...rest } = options;
  const { tables, streets, files, issues } = await readInputs(inputs, speech);
  const plan = assemblePlan(tables, settings);
  return {
    ...rest,
    input: { plan, streets: streets?.graph ?? null, standard, asOf, inputs: files, inputIssues: issues },
  };
}

function projectAudit(given: Arguments, problems: string[], speech: Speech): GivenAudit {
  const { file, ...options } = parseProjectOptions(given, problems, speech);
  return { ...options, input: judgedProject(openProject(file, speech), options, speech) };
}

function settingLines(): string[] {
  return (Object.keys(DEFAULT_SETTINGS) as (keyof typeof DEFAULT_SETTINGS)[]).map(
    (key) => `  ${`${key}=${DEFAULT_SETTINGS[key]}`.padEnd(30)} ${settingExpects(key)}`,
  );
}

/** One line of what came out, the standard's status always with it. */
function tellSummary({ run, summary }: AuditResult, { host, texts }: Speech): void {
  const verdicts = VERDICTS.filter((verdict) => summary.by_verdict[verdict]).map(
    (verdict) => `${summary.by_verdict[verdict]} ${texts.checks.verdict[verdict]}`,
  );
  const { id, status } = run.standards;
  host.tell(texts.cli.summary(summary.areas, verdicts.join(', '), id, texts.cli.status[status], run.as_of));
}
