import { statSync } from 'node:fs';
import path from 'node:path';
import { readTableSteps } from '../core/import/read-table.ts';
import type { ReadTable, Table, TableRole } from '../core/import/table.ts';
import type { Issue } from '../core/issue.ts';
import { openStreetsSteps, type OpenedStreets, type Streets } from '../core/network/open-streets.ts';
import { whyTooLarge } from '../core/network/read-streets.ts';
import { describeIssue } from '../text/describe-issue.ts';
import { drive } from './drive.ts';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import { readFile } from './read-file.ts';
import { Unusable } from './unusable.ts';

/** Lines of problems said of one file before the rest is only counted. */
const MOST_LINES = 200;

/** Reads a table. Throws `Unusable` when nothing of it can be used. */
export function openTable(input: GivenInput, role: TableRole, speech: Speech): ReadTable & { readonly table: Table } {
  const { file, crs } = input;
  const bytes = readFile(file, speech);
  const steps = readTableSteps({ file: { name: file, bytes }, role, ...(crs === undefined ? {} : { crs }) });
  const { table, ...read } = drive(steps, speech, file);
  if (!table) throw unusable(read.issues, speech);
  return { table, ...read };
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
export function attempt<T>(lines: string[], read: () => T): T | null {
  try {
    return read();
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
