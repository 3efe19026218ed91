import { saveFile } from './save-file.ts';

/** Hands a CSV to the person as a download; with a byte order mark, without which Excel misreads Chinese. */
export function saveCsv(name: string, text: string): void {
  saveFile(name, new TextEncoder().encode(`\uFEFF${text}`), 'text/csv');
}
