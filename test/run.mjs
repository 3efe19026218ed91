// The whole test command: every step runs even when one before it failed, and the last line sums them all up.
// A step that is no test suite (type check, lint, format, build) counts as one test.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'dist', 'test-results');

/** A tool's own script inside node_modules, run by this Node: the same on every system, and no shell between. */
const TOOLS = {
  tsc: 'typescript/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/** @typedef {{ name: string, tool: keyof typeof TOOLS, args: string[], minutes: number, suite?: string }} Step */

/** @type {Step[]} */
const STEPS = [
  ...typeCheckedProjects().map((config) => ({
    name: `types ${config}`,
    tool: /** @type {const} */ ('tsc'),
    args: ['-p', config],
    minutes: 5,
  })),
  { name: 'lint', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'], minutes: 5 },
  { name: 'format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'], minutes: 5 },
  suite('unit', 20),
  { name: 'build', tool: 'vite', args: ['build', '--logLevel', 'warn'], minutes: 10 },
  suite('e2e', 30),
];

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

function typeCheckedProjects() {
  const beside = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'tsconfig.json')
    .map((name) => path.posix.join('src', name.replaceAll(path.sep, '/')));
  return ['tsconfig.json', ...beside.toSorted()];
}

/**
 * @param {string} project
 * @param {number} minutes
 * @returns {Step}
 */
function suite(project, minutes) {
  const output = path.join(RESULTS, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  return {
    name: project,
    tool: 'vitest',
    args: ['run', '--project', project, ...reporters],
    minutes,
    suite: output,
  };
}

/**
 * Runs one step in a process group of its own, so that nothing it started outlives it.
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run({ tool, args, minutes }) {
  const script = path.join(ROOT, 'node_modules', TOOLS[tool]);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => (output += text));
    }
    // Whatever it left behind would hold its output open, and this step with it.
    child.on('exit', () => stop(child));
    const timer = setTimeout(() => {
      output += `\nstopped: not done after ${minutes} minutes\n`;
      stop(child);
    }, minutes * 60_000);
    const done = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok, output });
    };
    child.on('error', (error) => {
      output += String(error);
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function stop(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended already.
  }
}

/**
 * Counts of a finished suite. A file that did not load, or a fault outside every test, counts as one failed test.
 * @param {string} file
 * @param {boolean} ok
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
function countsOf(file, ok) {
  const counts = { passed: 0, failed: 0, skipped: /** @type {string[]} */ ([]) };
  if (existsSync(file)) {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed = result.numPassedTests;
    counts.failed = result.numFailedTests;
    for (const { status, assertionResults } of result.testResults) {
      let told = false;
      for (const { fullName, status: outcome } of assertionResults) {
        if (outcome === 'failed') told = true;
        else if (outcome !== 'passed') counts.skipped.push(fullName);
      }
      if (status === 'failed' && !told) counts.failed++;
    }
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  return counts;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    for (const child of running) stop(child);
    process.exit(130);
  });
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of STEPS) {
  const started = performance.now();
  const { ok, output } = await run(step);
  const counts = step.suite ? countsOf(step.suite, ok) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped.length;
  if (counts.failed > 0) console.log(output.trimEnd());
  for (const name of counts.skipped) console.log(`skipped  ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const suiteCounts = step.suite ? ` (${counts.passed} passed, ${counts.failed} failed)` : '';
  console.log(`${counts.failed > 0 ? 'FAIL' : 'ok'}  ${step.name}${suiteCounts}  ${seconds} s`);
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
