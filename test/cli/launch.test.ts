import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const folder = folderWith({});

describe('yiquan', () => {
  it('explains itself', async () => {
    const { code, out, err } = await runYiquan(folder, ['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('yiquan audit');
  });

  it.each(['audit', 'reach', 'isochrone', 'convert', 'standards'])(
    'explains %s, and the Chinese help has the same options',
    async (command) => {
      const english = await runYiquan(folder, [command, '--help']);
      const chinese = await runYiquan(folder, [command, '--help', '--lang', 'zh-CN']);
      expect([english.code, chinese.code]).toEqual([0, 0]);
      const options = /^ {2}\S+/gm;
      expect(chinese.out.match(options)).toEqual(english.out.match(options));
    },
  );

  it('tells its version', async () => {
    expect((await runYiquan(folder, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], /a command is missing; there are: audit, accessibility, reach, isochrone, convert, standards/],
    [
      ['walk', '--from', 'x'],
      /unknown command “walk”; there are: audit, accessibility, reach, isochrone, convert, standards/,
    ],
    [['--nonsense'], /a command is missing/],
  ])('ends %s with exit code 2 and one line', async (args, line) => {
    const { code, out, lines } = await runYiquan(folder, args);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual([expect.stringMatching(line)]);
  });
});

describe('the launcher', () => {
  // A checkout of its own, so that building and spoiling it disturbs nobody.
  const checkout = mkdtempSync(path.join(tmpdir(), 'yiquan-checkout-'));
  for (const part of [
    'src',
    'data/standards',
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'tsconfig.json',
  ]) {
    cpSync(path.join(ROOT, part), path.join(checkout, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'), 'dir');
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));
  const built = path.join(checkout, 'dist/cli/yiquan.mjs');

  function launch(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [path.join(checkout, 'src/cli/launch.mjs'), ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => (out += String(part)));
    child.stderr.on('data', (part) => (err += String(part)));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  }
  const good = { code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' };

  it('builds silently when there is nothing yet, two at once too, and leaves nothing behind', async () => {
    expect(await Promise.all([launch('--version'), launch('--version')])).toEqual([good, good]);
    expect(readdirSync(path.join(checkout, 'dist'))).toEqual(['cli']);
    expect(readdirSync(path.join(checkout, 'dist/cli'))).toEqual(['yiquan.mjs']);
  }, 60_000);

  it('does not build again what is fresh, and does when a source has changed', async () => {
    const before = statSync(built).mtimeMs;
    expect(await launch('--version')).toEqual(good);
    expect(statSync(built).mtimeMs).toBe(before);
    // Set back in time: an older state from version control is a change too.
    utimesSync(path.join(checkout, 'data/standards/henan-2022.json'), 1, 1);
    expect(await launch('--version')).toEqual(good);
    expect(statSync(built).mtimeMs).toBeGreaterThan(before);
  }, 60_000);

  it('ends with 1 for a fault of its own, such as a standard that ships broken', async () => {
    writeFileSync(path.join(checkout, 'data/standards/broken.json'), '{}');
    const { code, out, err } = await launch('standards');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^fault of the program: .*broken\.json/);
  }, 60_000);

  it('says so on one line when it cannot be built, and leaves nothing behind', async () => {
    rmSync(path.join(checkout, 'src/core/units.ts'));
    const { code, out, err } = await launch('--version');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^yiquan: cannot be built: /);
    expect(readdirSync(path.join(checkout, 'dist'))).toEqual(['cli']);
    expect(existsSync(built)).toBe(true);
  }, 60_000);
});
