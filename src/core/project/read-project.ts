import { issueOf } from '../import/open-zip.ts';
import { listZip, MOST_UNPACKED, unpackEntry, ZipFault, type ZipEntry } from '../import/read-zip.ts';
import type { SourceFile } from '../import/table.ts';
import { issue, type Issue } from '../issue.ts';
import { openStreetsSteps, type OpenedStreets, type Streets } from '../network/open-streets.ts';
import type { Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { sha256Hex } from '../sha256.ts';
import { parseStandard } from '../standards/parse-standard.ts';
import type { LoadedStandard } from '../standards/standard.ts';
import { FORMAT_VERSION, migrate, type FileContent } from './migrations.ts';
import {
  INPUTS,
  isStandardPart,
  MANIFEST,
  POPULATION,
  SCENARIOS,
  standardPart,
  STREETS,
  TABLE_PARTS,
} from './parts.ts';
import { jsonOf, textOf } from './part-text.ts';
import type { Project, ProjectInput, Written } from './project.ts';
import { envelopeSchema, inputsSchema, manifestSchema } from './project-schemas.ts';
import { readScenarios } from './read-scenarios.ts';
import { readTables } from './read-tables.ts';
import { demand, misfit, Refused } from './refused.ts';

export interface ReadProject {
  /** Null: the file is refused as a whole, the issues say why. */
  readonly opened: OpenedProject | null;
  readonly issues: readonly Issue[];
}

export interface OpenedProject {
  readonly project: Project;
  readonly written: Written;
  /** Made ready to walk on; null: walks are by straight line. */
  readonly streets: Streets | null;
}

/**
 * Reads a project file of this version or an older one. Everything in it is looked at before anything is given: a file that is
 * damaged, of a newer version or not what it should be is refused whole, with coded issues, never by an exception.
 */
export function* readProjectSteps({ name: file, bytes }: SourceFile): Steps<ReadProject> {
  try {
    const content = yield* openContent(bytes);
    const { opened, issues } = yield* readContent(content, file);
    return { opened, issues };
  } catch (error) {
    if (error instanceof Refused) return { opened: null, issues: [error.issue(file)] };
    if (error instanceof ZipFault) return { opened: null, issues: [issueOf(error, { file })] };
    throw error;
  }
}

/** Whether a file is a project by its first bytes, without looking whether it is whole. */
export function looksLikeProject(start: Uint8Array): boolean {
  const named = new TextDecoder().decode(start.subarray(NAME_AT, NAME_AT + MANIFEST.length));
  return isZip(start) && named === MANIFEST;
}

/** Where a zip's first entry has its name (APPNOTE 4.3.7). */
const NAME_AT = 30;

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** What the file holds, checksums found right and brought to today's version. */
function* openContent(bytes: Uint8Array): Steps<FileContent> {
  if (bytes.length === 0) throw new Refused('file_empty');
  if (!isZip(bytes)) throw new Refused('project_unknown');
  const entries = new Map(listZip(bytes).map((entry) => [entry.name, entry]));
  const found = [...entries.values()].reduce((sum, { size }) => sum + size, 0);
  if (found > MOST_UNPACKED) throw new Refused('file_too_large', { found, limit: MOST_UNPACKED });
  const first = entries.get(MANIFEST);
  if (!first) throw new Refused('project_unknown');
  const manifest = jsonOf(MANIFEST, new Map([[MANIFEST, unpackEntry(first)]]));
  if ((manifest as { format?: unknown } | null)?.format !== 'yiquan-project') throw new Refused('project_unknown');
  demand(envelopeSchema, manifest, MANIFEST);
  const { version, parts: listed } = manifest as Envelope;
  if (version > FORMAT_VERSION) throw new Refused('project_newer', { found: version, expected: FORMAT_VERSION });
  const parts = new Map<string, Uint8Array>();
  for (const [done, part] of listed.entries()) {
    yield { stage: 'reading', done, total: listed.length };
    parts.set(part.name, checkedPart(part, entries));
  }
  return migrate({ manifest: manifest as FileContent['manifest'], parts }, version);
}

interface Envelope {
  readonly version: number;
  readonly parts: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

function checkedPart({ name, bytes, sha256 }: Envelope['parts'][number], entries: ReadonlyMap<string, ZipEntry>) {
  const entry = entries.get(name);
  if (!entry) throw new Refused('project_part_missing', { part: name });
  const content = unpackEntry(entry);
  if (content.length !== bytes || sha256Hex(content) !== sha256) {
    throw new Refused('project_part_damaged', { part: name });
  }
  return content;
}

interface Manifest {
  readonly writtenBy: string;
  readonly writtenAt: string;
  readonly name: string | null;
  readonly madeUp: boolean;
  readonly asOf: string;
  readonly standard: string;
  readonly settings: Plan['settings'];
}

const KNOWN_PARTS: ReadonlySet<string> = new Set([
  ...Object.values(TABLE_PARTS),
  POPULATION,
  SCENARIOS,
  INPUTS,
  STREETS,
]);

function* readContent(content: FileContent, file: string): Steps<ReadProject> {
  demand(manifestSchema, content.manifest, MANIFEST);
  const { writtenBy, writtenAt, name, madeUp, asOf, standard, settings } = content.manifest as unknown as Manifest;
  for (const part of content.parts.keys()) {
    if (!KNOWN_PARTS.has(part) && !isStandardPart(part)) throw misfit(MANIFEST, 'parts', part, '∅');
  }
  const baseline = yield* readTables(content, settings);
  const document = { baseline, ...readScenarios(content) };
  const standards = readStandards(content, standard);
  const inputs = readInputs(content);
  const opened = yield* readStreets(content, inputs, file);
  if (opened && !opened.streets) return { opened: null, issues: opened.issues };
  const streets = content.parts.get(STREETS) ?? null;
  const project: Project = { name, madeUp, asOf, document, standards, standardId: standard, inputs, streets };
  const written: Written = { by: writtenBy, at: writtenAt };
  return { opened: { project, written, streets: opened?.streets ?? null }, issues: [] };
}

function readStandards({ parts }: FileContent, chosen: string): LoadedStandard[] {
  if (!parts.has(standardPart(chosen))) throw new Refused('project_part_missing', { part: standardPart(chosen) });
  return [...parts].flatMap(([part, bytes]) => {
    if (!isStandardPart(part)) return [];
    const { standard, problems } = parseStandard(part, textOf(part, bytes));
    const [problem] = problems;
    if (!standard)
      throw misfit(part, problem?.path ?? '', problem?.found ?? null, problem?.expected ?? problem?.code ?? '');
    const { id } = standard.standard;
    if (standardPart(id) !== part) throw misfit(part, 'id', id, part);
    return [standard];
  });
}

function readInputs({ parts }: FileContent): readonly ProjectInput[] {
  const json = jsonOf(INPUTS, parts);
  demand(inputsSchema, json, INPUTS);
  return json as readonly ProjectInput[];
}

/** Null: there are none, which the inputs say as well. */
function* readStreets(
  { parts }: FileContent,
  inputs: readonly ProjectInput[],
  file: string,
): Steps<OpenedStreets | null> {
  const named = inputs.filter(({ input }) => input.role === 'streets').map(({ input }) => input.sha256);
  const bytes = parts.get(STREETS);
  if (bytes === undefined && named.length > 0) throw new Refused('project_part_missing', { part: STREETS });
  if (bytes === undefined) return null;
  const opened = yield* openStreetsSteps({ name: `${file}/${STREETS}`, bytes });
  if (opened.streets && (named.length !== 1 || named[0] !== opened.sha256)) {
    throw misfit(INPUTS, 'streets', named.join(', '), opened.sha256);
  }
  return opened;
}

/** Issue without an exception for a file that is too large to be read at all; null: it is not. */
export function whyProjectTooLarge(file: string, size: number): Issue | null {
  return size > MOST_UNPACKED ? issue('file_too_large', { file }, { found: size, limit: MOST_UNPACKED }) : null;
}
