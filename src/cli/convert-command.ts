import { KNOWN_CRS, parseCrs, WGS84, type Crs } from '../core/geo/crs.ts';
import { geoPackageSrs } from '../core/geo/crs-wkt.ts';
import { exportTables } from '../core/export/export-tables.ts';
import type { TableFormat } from '../core/export/export-request.ts';
import type { ExportLanguage } from '../core/export/export-table.ts';
import { assemblePlan } from '../core/import/assemble-plan.ts';
import type { TableRole } from '../core/import/table.ts';
import { describeIssue } from '../text/describe-issue.ts';
import type { Command } from './command.ts';
import { tellProgress, type Speech } from './host.ts';
import { ABOUT_INPUTS, inputsOf, type GivenInput } from './input-options.ts';
import { outputOf } from './output-options.ts';
import type { Arguments } from './parse-arguments.ts';
import { readInputs } from './read-inputs.ts';
import { refuseErrors } from './refuse-errors.ts';
import { tellIssues } from './tell-issues.ts';
import { Unusable } from './unusable.ts';
import { writeOutput } from './write-output.ts';

const ROLES = ['areas', 'facilities', 'units', 'candidates', 'population'] as const satisfies readonly TableRole[];

/** By the file's ending. */
const FORMATS = { xlsx: 'xlsx', csv: 'csv', geojson: 'geojson', gpkg: 'gpkg', zip: 'shp' } as const satisfies Record<
  string,
  TableFormat
>;
type Ending = keyof typeof FORMATS;
const ENDINGS = Object.keys(FORMATS) as [Ending, ...Ending[]];
const LANGUAGES: readonly ExportLanguage[] = ['en', 'zh'];

interface ConvertOptions {
  readonly inputs: readonly GivenInput<TableRole>[];
  readonly to: string;
  readonly format: TableFormat;
  readonly crs: Crs;
  readonly language: ExportLanguage;
}

/** Tables as a file of another format or in another coordinate system. */
export const convertCommand: Command = {
  name: 'convert',
  options: {
    ...Object.fromEntries(ROLES.map((role) => [role, 'value' as const])),
    ...ABOUT_INPUTS,
    to: 'value',
    'crs-out': 'value',
    headers: 'value',
    strict: 'flag',
  },
  usage: ({ cli }) => cli.convertUsage,
  async run(given, problems, speech) {
    const { inputs, to, format, crs, language } = parseOptions(given, problems, speech);
    const { host, texts } = speech;
    const read = await readInputs(inputs, speech);
    tellProgress(speech, { stage: 'writing', done: 0, total: 1 });
    const request = { roles: inputs.map(({ name }) => name), format, crs, language, on: host.today() };
    const { file, issues } = await exportTables(assemblePlan(read.tables), request, host);
    const all = [...read.issues, ...issues];
    if (file === null) throw new Unusable(issues.map((one) => describeIssue(speech.language, one)));
    if (given.has('strict')) refuseErrors(all, speech);
    await writeOutput(to, [file.bytes], speech, 'to');
    host.progress(null);
    tellIssues(all, speech, texts.cli.moreUnusable);
    const rows = read.files.map(({ role, rows: count }) => `${role} ${count}`).join(', ');
    host.tell(texts.cli.convertSummary(to, rows, crs.name));
  },
};

/** Looks at every option and says everything that is wrong at once, by throwing `Unusable`. */
function parseOptions(given: Arguments, problems: string[], speech: Speech): ConvertOptions {
  const { cli } = speech.texts;
  for (const extra of given.positionals) problems.push(cli.argumentUnexpected(extra));
  const inputs = inputsOf(ROLES, given, problems, speech);
  if (!ROLES.some((role) => given.has(role))) {
    problems.push(cli.inputsMissing(ROLES.map((role) => `--${role}`).join(', ')));
  }
  if (!given.has('to')) problems.push(cli.optionMissing('--to'));
  const { out, format: ending } = outputOf(given, ENDINGS, inputs, problems, speech, [], 'to');
  if (out !== null && (ending === 'csv' || ending === 'geojson') && inputs.length > 1) {
    problems.push(cli.oneTable('--to', `.${ending}`, '.xlsx, .gpkg, .zip'));
  }
  const stated = given.value('crs-out');
  const crs = stated === undefined ? WGS84 : parseCrs(stated);
  if (crs === null || geoPackageSrs(crs) === null) {
    const expected = KNOWN_CRS.filter((one) => one.startsWith('EPSG:')).join(', ');
    problems.push(cli.optionInvalid('--crs-out', stated ?? '', expected));
  }
  const asked = given.value('headers') ?? 'en';
  const language = LANGUAGES.find((one) => one === asked);
  if (language === undefined) problems.push(cli.optionInvalid('--headers', asked, LANGUAGES.join(', ')));
  if (problems.length > 0 || out === null || crs === null || language === undefined) throw new Unusable(problems);
  return { inputs, to: out, format: FORMATS[ending], crs, language };
}
