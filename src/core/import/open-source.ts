import { issue, type IssuePlace } from '../issue.ts';
import { decodeText } from './decode-text.ts';
import { openFlatgeobuf } from './open-flatgeobuf.ts';
import { openGeopackage } from './open-geopackage.ts';
import { openGeotiff } from './open-geotiff.ts';
import { openKml } from './open-kml.ts';
import { openParquet } from './open-parquet.ts';
import { openShapefile } from './open-shapefile.ts';
import { openText } from './open-text.ts';
import { openWorkbook } from './open-workbook.ts';
import { entriesOf, openZip } from './open-zip.ts';
import { refuseSource } from './refuse-source.ts';
import type { OpenedSource, SourceChoice, SourceHost } from './source.ts';
import { statedEncoding } from './stated-encoding.ts';
import type { SourceFile } from './table.ts';
import { tellFormat } from './tell-format.ts';

/** Larger files are refused, best before a byte of them is read: a browser tab would die of them. */
export const MOST_SOURCE_BYTES = 2 ** 31 - 1;

/** What can be read, for messages. */
const READABLE = [
  'GeoJSON',
  'CSV',
  'XLSX',
  'XLS',
  'Shapefile',
  'GeoPackage',
  'KML/KMZ',
  'FlatGeobuf',
  'GeoParquet',
  'GeoTIFF',
];

/** Endings of formats that are no text, and bytes within which each shows what it is: a shorter file is a stump of one. */
const BINARY = /\.(shp|dbf|xlsx|gpkg|fgb|parquet|geoparquet|tiff?|kmz|zip)$/i;
const SHORTEST_BINARY = 32;

/**
 * Opens a file of any format that is known, with the files that belong to it (`groupFiles`), as a table not yet
 * understood. The format is told by content. Never throws for a bad file: `raw` is null, and the issues say why.
 */
export async function openSource(
  files: readonly SourceFile[],
  choice: SourceChoice,
  host: SourceHost,
  where: IssuePlace,
): Promise<OpenedSource> {
  return open(files, choice, host, where, false);
}

async function open(
  files: readonly SourceFile[],
  choice: SourceChoice,
  host: SourceHost,
  where: IssuePlace,
  inZip: boolean,
): Promise<OpenedSource> {
  const size = files.reduce((total, { bytes }) => total + bytes.length, 0);
  if (size > MOST_SOURCE_BYTES) {
    return refuseSource(null, issue('file_too_large', where, { found: size, limit: MOST_SOURCE_BYTES }));
  }
  const file = files[0]!;
  const { name, bytes } = file;
  if (bytes.length === 0) return refuseSource(null, issue('file_empty', where));
  const format = tellFormat(name, bytes);
  if (typeof format === 'object') {
    return refuseSource(null, issue('format_unknown', where, { found: format.unknown, expected: READABLE }));
  }
  switch (format) {
    case 'text': {
      const ending = BINARY.exec(name)?.[1];
      if (ending === undefined || bytes.length > SHORTEST_BINARY) return openText(file, choice, where);
      return refuseSource(null, issue('file_damaged', where, { found: 'header', format: ending.toUpperCase() }));
    }
    case 'zip': {
      const entries = entriesOf(bytes, where);
      if (!Array.isArray(entries)) return refuseSource(null, entries);
      if (entries.some((entry) => entry.name === '[Content_Types].xml')) {
        if (entries.some((entry) => /^xl\//i.test(entry.name))) {
          return openWorkbook({ kind: 'xlsx', entries }, choice, where);
        }
        return refuseSource(null, issue('format_unknown', where, { found: 'Office', expected: READABLE }));
      }
      if (inZip) return refuseSource(null, issue('format_unknown', where, { found: 'ZIP', expected: READABLE }));
      return openZip(entries, choice, where, (inner, chosen) => open(inner, chosen, host, where, true));
    }
    case 'cfb':
    case 'xls':
      return openWorkbook({ kind: 'xls', bytes }, choice, where);
    case 'markup_workbook': {
      const { text } = decodeText(bytes, choice.encoding, where, statedEncoding(bytes));
      return openWorkbook({ kind: 'markup', text, bytes: bytes.length }, choice, where);
    }
    case 'kml':
      return openKml(file, choice, where);
    case 'sqlite':
      return openGeopackage(bytes, choice, host, where);
    case 'flatgeobuf':
      return openFlatgeobuf(file, where);
    case 'parquet':
      return openParquet(file, where);
    case 'tiff':
      return openGeotiff(file, where);
    default:
      return openShapefile(files, format, choice, where);
  }
}
