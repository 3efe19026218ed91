import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { groupFiles } from '../core/import/group-files.ts';
import { MOST_SOURCE_BYTES, openSource } from '../core/import/open-source.ts';
import { readSourceSteps } from '../core/import/read-source.ts';
import type { OpenedSource } from '../core/import/source.ts';
import type { ReadTable, SourceFile, Table, TableRole } from '../core/import/table.ts';
import { issue, type Issue } from '../core/issue.ts';
import { openStreetsSteps, type OpenedStreets, type Streets } from '../core/network/open-streets.ts';
import { whyTooLarge } from '../core/network/read-streets.ts';
import { describeIssue } from '../text/describe-issue.ts';
import { drive } from './drive.ts';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import { readFile, systemCode } from './read-file.ts';
import { Unusable } from './unusable.ts';

/** Lines of problems said of one file before the rest is only counted. */
const MOST_LINES = 200;

/** A file taken apart, with the bytes it was made of. */
interface OpenedInput {
  readonly files: readonly SourceFile[];
  readonly opened: OpenedSource;
}

/** Opens a table, a Shapefile's other files found beside it. What is wrong with it is among its issues. */
export async function openInput(
  { file, choice }: GivenInput,
  role: TableRole | null,
  speech: Speech,
): Promise<OpenedInput> {
  const files = readWithSidecars(file, speech);
  const where = role === null ? { file } : { input: role, file };
  return { files, opened: await openSource(files, choice ?? {}, speech.host, where) };
}

/** Reads a table. Throws `Unusable` when nothing of it can be used. */
export async function openTable(
  input: GivenInput,
  role: TableRole,
  speech: Speech,
): Promise<ReadTable & { readonly table: Table }> {
  const { files, opened } = await openInput(input, role, speech);
  const { crs } = input;
  const steps = readSourceSteps(opened, { files, role, ...(crs === undefined ? {} : { crs }) });
  const { table, ...read } = drive(steps, speech, input.file);
  if (!table) throw unusable(read.issues, speech);
  return { table, ...read };
}

function readWithSidecars(file: string, speech: Speech): SourceFile[] {
  const full = path.resolve(speech.host.cwd, file);
  const size = sizeOf(full);
  if (size > MOST_SOURCE_BYTES) {
    const tooLarge = issue('file_too_large', { file }, { found: size, limit: MOST_SOURCE_BYTES });
    throw unusable([tooLarge], speech);
  }
  const folder = path.dirname(full);
  const beside = /\.(shp|dbf)$/i.test(file) ? namesIn(folder) : [];
  const own = path.basename(full);
  const group = groupFiles(beside).find((names) => names[0] === own) ?? [own];
  return group.map((name) => {
    const given = name === own ? file : path.join(folder, name);
    return { name: given, bytes: readFile(given, speech) };
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    systemCode(error);
    return [];
  }
}

/** Reads streets and builds the walking network. Throws `Unusable` when there is none in the file. */
export function openStreets({ file, crs }: GivenInput, speech: Speech): OpenedStreets & { readonly streets: Streets } {
  const tooLarge = whyTooLarge(file, sizeOf(path.resolve(speech.host.cwd, file)));
  if (tooLarge) throw unusable([tooLarge], speech);
  const bytes = readFile(file, speech);
  const steps = openStreetsSteps({ name: file, bytes, ...(crs === undefined ? {} : { crs }) });
  const { streets, ...opened } = drive(steps, speech, file);
  if (!streets) throw unusable(opened.issues, speech);
  return { streets, ...opened };
}

/** Reads an input; why it is unusable goes to `lines`, so that a person hears of every input and not only the first. */
export async function attempt<T>(lines: string[], read: () => T | Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    lines.push(...error.lines);
    return null;
  }
}

/** The errors among the issues, as what makes a file unusable. */
export function unusable(issues: readonly Issue[], { language, texts }: Speech): Unusable {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const lines = errors.slice(0, MOST_LINES).map((one) => describeIssue(language, one));
  return new Unusable(
    errors.length > MOST_LINES ? [...lines, texts.cli.moreUnusable(errors.length - MOST_LINES)] : lines,
  );
}

/** Bytes; 0 where there is no such file, which reading it will say. */
function sizeOf(full: string): number {
  return statSync(full, { throwIfNoEntry: false })?.size ?? 0;
}
