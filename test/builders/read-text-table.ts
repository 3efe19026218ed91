import { openText } from '../../src/core/import/open-text.ts';
import { readSourceSteps } from '../../src/core/import/read-source.ts';
import type { ReadTable, SourceFile, TableRole } from '../../src/core/import/table.ts';
import { runSteps, type Steps } from '../../src/core/progress.ts';

interface TextTable {
  readonly file: SourceFile;
  readonly role?: TableRole;
  readonly crs?: string;
}

/** Reads a table from text, at once: opening text waits for nothing. */
export function readTable(request: TextTable): ReadTable {
  return runSteps(readTableSteps(request));
}

export function readTableSteps({ file, ...rest }: TextTable): Steps<ReadTable> {
  const where = rest.role === undefined ? { file: file.name } : { input: rest.role, file: file.name };
  return readSourceSteps(openText(file, {}, where), { files: [file], ...rest });
}
