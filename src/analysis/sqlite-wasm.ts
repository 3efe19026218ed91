import url from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** SQLite's code, from where the page itself came from. */
export async function fetchSqliteWasm(): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`sqlite: expected 200, got ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
