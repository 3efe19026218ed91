import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSource } from '../../src/core/import/open-source.ts';
import type { OpenedSource, SourceChoice } from '../../src/core/import/source.ts';
import type { SourceFile } from '../../src/core/import/table.ts';
import { ROOT } from '../sources.ts';
import { SOURCE_HOST } from './source-host.ts';

/**
 * One table of three areas in every format, written by programs that are not ours: Shapefile, GeoPackage, FlatGeobuf, KML and
 * GeoTIFF by GDAL 3.6, Parquet by fastparquet, `.xlsx` by openpyxl, `.xls`, HTML and locked workbooks by LibreOffice 7.4.
 */
export function fixture(name: string): SourceFile {
  return { name, bytes: new Uint8Array(readFileSync(path.join(ROOT, 'test/fixtures/formats', name))) };
}

export function openFiles(files: readonly SourceFile[], choice: SourceChoice = {}): Promise<OpenedSource> {
  return openSource(files, choice, SOURCE_HOST, { file: files[0]!.name });
}

export function openFixtures(names: readonly string[], choice: SourceChoice = {}): Promise<OpenedSource> {
  return openFiles(names.map(fixture), choice);
}

/** The rows of an opened table as records by header, without the cells that are absent. */
export function recordsOf({ raw }: OpenedSource): Record<string, unknown>[] {
  return raw!.rows.map(({ cells }) =>
    Object.fromEntries(raw!.headers.map((header, i) => [header, cells[i]]).filter(([, cell]) => cell !== undefined)),
  );
}

export function codesOf({ issues }: OpenedSource): string[] {
  return issues.map(({ code }) => code);
}
