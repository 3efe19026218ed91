import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { RawRow } from './raw-table.ts';
import { readDbf, type DbfTable } from './read-dbf.ts';
import { readShp } from './read-shp.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource, type SourceChoice } from './source.ts';
import type { SourceFile } from './table.ts';

/** Opens a Shapefile, whole or what there is of it: the `.dbf` alone is a table, the `.shp` alone geometries. */
export function openShapefile(
  files: readonly SourceFile[],
  main: 'shp' | 'dbf',
  choice: SourceChoice,
  where: IssuePlace,
): OpenedSource {
  const issues: Issue[] = [];
  const [first] = files as readonly [SourceFile];
  const shp = main === 'shp' ? first : null;
  const dbf = main === 'dbf' ? first : (fileWith(files, 'dbf') ?? null);
  const shapes = shp && readShp(shp.bytes, fileWith(files, 'shx')?.bytes ?? null, where);
  if (shapes) issues.push(...shapes.issues);
  const attributes = dbf && readDbf(dbf.bytes, textOf(files, 'cpg'), choice.encoding, where);
  const table = attributes?.table ?? null;
  if (attributes) issues.push(...attributes.issues);
  if (table) issues.push(...table.issues);
  else if (shp) issues.push(issue('attributes_missing', where));
  if (!table && (!shapes || shapes.issues.some(({ code }) => code === 'file_damaged'))) {
    return refuseSource(shp ? 'shapefile' : 'dbf', ...issues);
  }
  const geometries = shapes?.geometries ?? null;
  if (table && geometries && table.records.length !== geometries.length) {
    issues.push(issue('shapes_unmatched', where, { shapes: geometries.length, rows: table.records.length }));
  }
  const rows = rowsOf(table, geometries);
  const prj = geometries === null ? null : textOf(files, 'prj');
  return {
    ...UNOPENED,
    format: shp ? 'shapefile' : 'dbf',
    layers: [{ name: first.name, rows: rows.length, hasGeometries: geometries !== null }],
    layer: first.name,
    encoding: table?.encoding ?? null,
    raw: {
      headers: table?.headers ?? [],
      rows,
      statedCrs: prj,
      crsOpen: geometries !== null && prj === null,
      hasGeometries: geometries !== null,
    },
    issues,
  };
}

/** Records and geometries belong together by their number. A record without a shape, or a shape without a record, is a row still. */
function rowsOf(table: DbfTable | null, geometries: readonly unknown[] | null): RawRow[] {
  const rows: RawRow[] = [];
  const count = Math.max(table?.records.length ?? 0, geometries?.length ?? 0);
  for (let i = 0; i < count; i++) {
    const record = table?.records[i];
    if (record === null) continue;
    const number = i + 1;
    const shape: RawRow['shape'] = geometries
      ? { kind: 'geojson', geometry: geometries[i] ?? null }
      : { kind: 'columns' };
    // Without attributes a record's number is all that tells it from others.
    rows.push(table ? { number, cells: record ?? [], shape } : { number, cells: [], shape, ownId: number });
  }
  return rows;
}

function fileWith(files: readonly SourceFile[], ending: string): SourceFile | undefined {
  return files.find(({ name }) => name.toLowerCase().endsWith(`.${ending}`));
}

/** A small text file's content, trimmed; null where there is none. Code page names are ASCII; WKT may name a system in Chinese. */
function textOf(files: readonly SourceFile[], ending: string): string | null {
  const file = fileWith(files, ending);
  const text = file ? new TextDecoder('utf-8').decode(file.bytes).trim() : '';
  return text === '' ? null : text;
}
