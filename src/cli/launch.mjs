// Runs the command line from a checkout: bundles it first when it is absent or its sources have changed, then runs it.
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'dist/cli/yiquan.mjs');
/** Everything that the bundle is made of. */
const SOURCES = [
  'src/core',
  'src/cli',
  'src/text',
  'data/standards',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * A mark of the sources as they are now: paths, sizes and times of change. The bundle carries the mark it was made from,
 * so that a source deleted or set back to an older state counts as changed too.
 */
function markOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const full = path.join(ROOT, source);
    const names = statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true, encoding: 'utf8' })
          .toSorted()
          .map((name) => path.join(full, name))
      : [full];
    for (const name of names) {
      const { size, mtimeMs } = statSync(name);
      hash.update(`${path.relative(ROOT, name)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return `// made from ${hash.digest('hex')}\n`;
}

/** @param {string} mark */
function isFresh(mark) {
  try {
    const file = openSync(BUILT, 'r');
    try {
      const start = Buffer.alloc(mark.length);
      readSync(file, start, 0, mark.length, 0);
      return start.toString('latin1') === mark;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/**
 * Builds aside and moves the one module into place, so that two launches at once cannot spoil each other's.
 * @param {string} mark
 */
async function build(mark) {
  const { build: viteBuild } = await import('vite');
  const aside = path.join(ROOT, 'dist', `.cli-${process.pid}-${randomUUID()}`);
  try {
    await viteBuild({ root: ROOT, mode: 'cli', logLevel: 'silent', build: { outDir: aside, emptyOutDir: true } });
    const module = path.join(aside, 'yiquan.mjs');
    writeFileSync(module, mark + readFileSync(module, 'utf8'));
    mkdirSync(path.dirname(BUILT), { recursive: true });
    renameSync(module, BUILT);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

try {
  const mark = markOfSources();
  if (!isFresh(mark)) await build(mark);
} catch (error) {
  console.error(`yiquan: cannot be built: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
await import(pathToFileURL(BUILT).href);
