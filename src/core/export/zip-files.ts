import { zipSync } from 'fflate';
import type { IsoDate } from '../units.ts';
import type { ExportedFile } from './export-table.ts';

/** Files in one zip. Their time is the day of the export, not the moment: the same data are the same bytes. */
export function zipFiles(files: readonly ExportedFile[], on: IsoDate): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return new Uint8Array(zipSync(entries, { mtime: `${on}T12:00:00` }));
}
