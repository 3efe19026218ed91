import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { CHROMIUM_ARGS } from './browser.ts';

/** A browser that can be ended from outside, with everything that belongs to it, as a power cut ends it. */
export interface KillableChromium {
  readonly page: Page;
  /** Again: nothing. */
  kill(): Promise<void>;
}

/** Starts Chromium on a profile, in a process group of its own, and opens the app. */
export async function startKillable(profile: string): Promise<KillableChromium> {
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    inject('chromiumPath'),
    [...CHROMIUM_ARGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: 'ignore' },
  );
  const port = await portOf(portFile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await browser.contexts()[0]!.newPage();
  // Small: what is drawn in software takes most of the time.
  await page.setViewportSize({ width: 1024, height: 600 });
  await page.goto(inject('appUrl'));
  await page.locator('#root > *').first().waitFor();
  return {
    page,
    async kill() {
      if (isRunning(child)) process.kill(-child.pid!, 'SIGKILL');
      await ended(child);
      await browser.close().catch(() => undefined);
    },
  };
}

async function portOf(file: string): Promise<string> {
  for (;;) {
    try {
      return readFileSync(file, 'utf8').split('\n')[0]!;
    } catch {
      // oxlint-disable-next-line no-await-in-loop -- it is written when the browser is ready
      await sleep(50);
    }
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function ended(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
