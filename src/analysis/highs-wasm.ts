import url from 'highs/runtime?url';

/** The solver's code, from where the page itself came from. */
export async function fetchHighsWasm(): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`solver: expected 200, got ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
