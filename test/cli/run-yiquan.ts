import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from '../sources.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Lines of standard error. */
  readonly lines: readonly string[];
}

/** Runs the real launcher as `npm run yiquan` does: from the project's root, with the caller's folder in INIT_CWD. */
export function runYiquan(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const env = { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'C', INIT_CWD: folder, ...environment };
  const launcher = path.join(ROOT, 'src/cli/launch.mjs');
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env, maxBuffer: 1e8, encoding: 'utf8' } as const;
    const child = execFile(process.execPath, [launcher, ...args], options, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err, lines: err.split('\n').filter((line) => line !== '') });
    });
  });
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files in it, outside the project; it goes when the test file has ended. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiquan-cli-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}
