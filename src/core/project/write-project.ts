import { zipFiles } from '../export/zip-files.ts';
import { TABLES, type TableName } from '../plan/edit.ts';
import type { Plan } from '../plan/plan.ts';
import type { Progress, Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { INPUTS, isGeojson, MANIFEST, POPULATION, SCENARIOS, standardPart, STREETS, TABLE_PARTS } from './parts.ts';
import { FORMAT_VERSION } from './migrations.ts';
import { populationCsv } from './population-part.ts';
import type { Project, Written } from './project.ts';

/** Records written between two reports. */
const PER_STEP = 500;

/** When its parts are said to be from: the first day a zip knows. The true time is in the manifest; a device's clock may be wrong. */
const ENTRY_DAY = '1980-01-01';

/** A project as one file, a zip (`README.md` beside this tells what is in it). The same project, written then, is the same bytes. */
export function* writeProjectSteps(project: Project, written: Written): Steps<Uint8Array<ArrayBuffer>> {
  const { name, madeUp, asOf, standards, standardId, inputs, streets } = project;
  const { baseline, scenarios, shown } = project.document;
  const parts: { name: string; bytes: Uint8Array }[] = [];
  const put = (part: string, text: string): void =>
    void parts.push({ name: part, bytes: new TextEncoder().encode(text) });
  for (const table of TABLES) put(TABLE_PARTS[table], yield* tableText(baseline, table));
  if (baseline.population) put(POPULATION, populationCsv(baseline.population));
  put(
    SCENARIOS,
    `${JSON.stringify({ shown, scenarios: [...scenarios.values()].map((one) => ({ ...one, edits: [...one.edits.values()] })) }, null, 1)}\n`,
  );
  put(INPUTS, `${JSON.stringify(inputs, null, 1)}\n`);
  for (const { standard, text } of standards) put(standardPart(standard.id), text);
  if (streets) parts.push({ name: STREETS, bytes: streets });
  const listed = [];
  for (const [done, { name: part, bytes }] of parts.entries()) {
    yield { stage: 'writing', done, total: parts.length };
    listed.push({ name: part, bytes: bytes.length, sha256: sha256Hex(bytes) });
  }
  const manifest = {
    format: 'yiquan-project',
    version: FORMAT_VERSION,
    writtenBy: written.by,
    writtenAt: written.at,
    name,
    madeUp,
    asOf,
    standard: standardId,
    settings: baseline.settings,
    parts: listed,
  };
  yield { stage: 'writing', done: parts.length, total: parts.length };
  // The manifest first: a file's beginning says what it is.
  const first = { name: MANIFEST, bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`) };
  return zipFiles([first, ...parts], ENTRY_DAY);
}

/** One record a line. */
function* tableText(plan: Plan, table: TableName): Steps<string> {
  const records: readonly object[] = [...plan[table].values()];
  const geojson = isGeojson(TABLE_PARTS[table]);
  const lines: string[] = [];
  for (const [done, record] of records.entries()) {
    if (done % PER_STEP === 0) yield { stage: 'writing', done, total: records.length } satisfies Progress;
    lines.push(JSON.stringify(geojson ? asFeature(record) : record));
  }
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return geojson ? `{"type":"FeatureCollection","features":${list}}\n` : `${list}\n`;
}

function asFeature({ geometry, ...properties }: { geometry?: unknown }) {
  return { type: 'Feature', properties, geometry: geometry ?? null };
}
