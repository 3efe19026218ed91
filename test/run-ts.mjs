// Runs one of the project's TypeScript scripts with plain Node: bundles it as the command line is bundled, then imports it.
//   node test/run-ts.mjs <script.ts> [arguments …]
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '..');
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: node test/run-ts.mjs <script.ts> [arguments …]');
  process.exit(2);
}
const name = path.basename(script, '.ts');
const outDir = path.join(ROOT, 'dist', 'scripts');
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  plugins: [
    {
      name: 'own-folder',
      // Bundled code lies elsewhere: each module keeps the folder it was written in.
      transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id))),
    },
  ],
  build: {
    ssr: path.resolve(script),
    outDir,
    emptyOutDir: false,
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
  },
});
const built = path.join(outDir, `${name}.mjs`);
process.argv = [process.argv[0] ?? 'node', built, ...args];
await import(pathToFileURL(built).href);
