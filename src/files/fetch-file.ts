/** How much of a file has come. `total` 0: the server does not say. */
export interface Fetched {
  readonly done: number;
  readonly total: number;
}

/** Fetches one of the program's own files as if the person had chosen it. Rejects when it cannot be had, as offline. */
export async function fetchFile(
  name: string,
  url: string,
  signal: AbortSignal,
  onProgress: (fetched: Fetched) => void,
): Promise<File> {
  const response = await fetch(url, { signal });
  if (!response.ok || response.body === null) throw new Error(`${response.status} ${response.statusText}`.trim());
  // A server that packs on the way says the packed length: no measure of what comes out.
  const packed = response.headers.get('content-encoding') !== null;
  const total = packed ? 0 : Number(response.headers.get('content-length') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  let done = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a stream comes piece by piece
    const part = await reader.read();
    if (part.done) break;
    parts.push(part.value);
    done += part.value.byteLength;
    onProgress({ done, total: Math.max(total, total > 0 ? done : 0) });
  }
  return new File(parts, name);
}
