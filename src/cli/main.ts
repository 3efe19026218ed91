import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { version } from '../../package.json';
import { cliTextsFor } from '../text/cli-texts.ts';
import { chooseLanguage } from './choose-language.ts';
import { oneLine } from './one-line.ts';
import { progressPrinter } from './progress-printer.ts';
import { runCommand } from './run-command.ts';

// The composition root of the command line: the only place that knows the clock, the streams and data/.
const standards = import.meta.glob<string>('../../data/standards/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const standardFiles = Object.entries(standards).map(([file, text]) => ({ name: path.posix.basename(file), text }));

/** The day on the caller's own calendar, not Greenwich's. */
function today(): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  return day.toISOString().slice(0, 10);
}

// Whoever reads the output may stop reading early (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const args = process.argv.slice(2);
try {
  // Never `process.exit` afterwards: a pipe may not have taken all of the output yet.
  process.exitCode = await runCommand(args, {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    environment: process.env,
    version,
    standardFiles,
    today,
    sqliteWasm: () => readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm-browser.wasm')),
    print: (text) => process.stdout.write(text),
    tell: (line) => process.stderr.write(`${line}\n`),
    progress: progressPrinter(process.stderr, () => performance.now()),
  });
} catch (error) {
  const { cli } = cliTextsFor(chooseLanguage(args, process.env));
  process.stderr.write(`${oneLine(cli.fault(error instanceof Error ? error.message : String(error)))}\n`);
  if (error instanceof Error && error.stack !== undefined) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
