import { auditSteps } from '../core/checks/audit.ts';
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
import { readInputs } from './read-inputs.ts';
import { refuseErrors } from './refuse-errors.ts';
import { tellIssues } from './tell-issues.ts';
import { writeOutput } from './write-output.ts';

const WRITERS = { json: auditJson, geojson: auditGeojson, csv: auditCsv } as const;

export const auditCommand: Command = {
  name: 'audit',
  options: {
    ...Object.fromEntries(INPUT_ROLES.map((role) => [role, 'value' as const])),
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
    const { inputs, standard, asOf, settings, out, format, strict } = parseAuditOptions(
      given,
      problems,
      speech,
      AUDIT_FORMATS,
      LATER_AUDIT_FORMATS,
    );
    const read = await readInputs(inputs, speech);
    const plan = assemblePlan(read.tables, settings);
    const { version } = speech.host;
    const result = drive(
      auditSteps({
        plan,
        streets: read.streets?.graph ?? null,
        standard,
        asOf,
        version,
        inputs: read.files,
        inputIssues: read.issues,
      }),
      speech,
    );
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
