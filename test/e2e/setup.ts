import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../sources.ts';
import { provideChromium } from './chromium.ts';
import { serveFolder } from './static-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    appUrl: string;
    chromiumPath: string;
  }
}

/** Serves the built app to all end-to-end tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = path.join(ROOT, 'dist', 'app');
  if (!existsSync(path.join(built, 'index.html'))) throw new Error('the app is not built: npm run build');
  project.provide('chromiumPath', provideChromium());
  const server = await serveFolder(built);
  project.provide('appUrl', server.url);
  return () => server.close();
}
