import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Usual places of Chromium and its kin, by platform. */
function candidates(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return WINDOWS_ROOTS.flatMap((variable) => {
        const root = process.env[variable];
        if (!root) return [];
        return [
          'Chromium/Application/chrome.exe',
          'Google/Chrome/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((name) => path.join(root, name));
      });
    default:
      return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
        ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => `${folder}/${name}`),
      );
  }
}

function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not there`);
    return named;
  }
  return candidates().find((candidate) => existsSync(candidate)) ?? null;
}

/**
 * The path of a Chromium: the one that `CHROMIUM_PATH` names, one in a usual place, or Debian's, installed now where
 * that is possible without asking (root and apt-get). Throws, saying what to install, when there is none.
 */
export function provideChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('no Chromium found: installing Debian’s, with a font for Chinese');
    const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update'], options);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'the end-to-end tests need a Chromium: install Chromium, Google Chrome or Edge (on Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROMIUM_PATH',
  );
}
