import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface StaticServer {
  /** Where the page is, ending in `/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The plainest static server there is: files of one folder, no headers but their type. The folder is served below a
 * path, as on a host with many sites, so that an absolute link inside the app shows.
 */
export async function serveFolder(folder: string, below = '/yiquan/'): Promise<StaticServer> {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = path.join(root, decodeURIComponent(pathname.slice(below.length)) || 'index.html');
    const inside = pathname.startsWith(below) && wanted.startsWith(root + path.sep);
    if (!inside || !statSync(wanted, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = CONTENT_TYPES[path.extname(wanted)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    createReadStream(wanted).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
