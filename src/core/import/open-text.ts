import { issue, type IssuePlace } from '../issue.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';
import { parseGeoJson } from './parse-geojson.ts';
import { refuseSource } from './refuse-source.ts';
import type { OpenedSource, SourceChoice } from './source.ts';
import type { SourceFile } from './table.ts';

/** Bytes: a JavaScript engine holds no longer text than some 5 × 10⁸ characters. */
const LARGEST_TEXT = 5e8;

/** Opens a file of text: GeoJSON or CSV, told apart by how it begins. */
export function openText({ name, bytes }: SourceFile, choice: SourceChoice, where: IssuePlace): OpenedSource {
  if (bytes.length > LARGEST_TEXT) {
    return refuseSource(null, issue('file_too_large', where, { found: bytes.length, limit: LARGEST_TEXT }));
  }
  const { text, encoding, damaged, issues } = decodeText(bytes, choice.encoding, where);
  if (text.trim() === '') return { ...refuseSource(null, issue('file_empty', where)), encoding };
  const format = /^\s*[[{]/.test(text) ? 'geojson' : 'csv';
  const read =
    format === 'geojson'
      ? { ...parseGeoJson(text, where), headerRow: null, preview: [] }
      : parseCsv(text, choice.headerRow, where);
  const { raw } = read;
  const spoiled = damaged ? [issue('encoding_damaged', where, { encoding: encoding.used })] : [];
  return {
    ...read,
    format,
    layers: raw === null ? [] : [{ name, rows: raw.rows.length, hasGeometries: raw.hasGeometries }],
    layer: raw === null ? null : name,
    encoding,
    issues: [...spoiled, ...issues, ...read.issues],
  };
}
