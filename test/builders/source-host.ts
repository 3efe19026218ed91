import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SourceHost } from '../../src/core/import/source.ts';

/** What a host gives the core for opening files, from the packages themselves. */
export const SOURCE_HOST: SourceHost = {
  sqliteWasm: () => readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm-browser.wasm')),
};
