import type { SqlJsStatic } from 'sql.js';
import type { SourceHost } from './source.ts';

/** SQLite, its code from the host. */
export async function loadSqlite(host: SourceHost): Promise<SqlJsStatic> {
  const { default: initialise } = await import('sql.js/dist/sql-wasm-browser.js');
  const wasmBinary = await host.sqliteWasm();
  // Its types ask for an ArrayBuffer, its code takes bytes too.
  return initialise({ wasmBinary: new Uint8Array(wasmBinary).buffer });
}
