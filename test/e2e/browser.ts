import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { ROOT } from '../sources.ts';

/** Draws WebGL in software and keeps the browser's own services from calling home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // Whatever the browser itself would ask for finds nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const SHOTS = path.join(ROOT, 'test', 'e2e', 'shots');

/** The three windows that every screen is looked at in. */
export const WINDOWS = {
  wide: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('chromiumPath'), args: CHROMIUM_ARGS });
}

/** What went wrong or out while a page was open. Each list is empty in a sound run. */
export interface Trouble {
  readonly consoleErrors: string[];
  readonly pageErrors: string[];
  readonly policyViolations: string[];
  readonly failedRequests: string[];
  /** Requests to anywhere but the page's own origin; `blob:` and `data:` are its own memory. */
  readonly outsideRequests: string[];
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly trouble: Trouble;
  /** Every address asked for, in order. */
  readonly requests: readonly string[];
}

/** Opens the app in a context of its own (nothing stored) and watches it. */
export async function openApp(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const url = inject('appUrl');
  const { origin } = new URL(url);
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: WINDOWS.wide,
    acceptDownloads: true,
    // Drawing in software is what these tests wait for most: no frames for the sake of motion.
    reducedMotion: 'reduce',
    ...options,
  });
  const requests: string[] = [];
  const trouble: Trouble = {
    consoleErrors: [],
    pageErrors: [],
    policyViolations: [],
    failedRequests: [],
    outsideRequests: [],
  };
  context.on('request', (request) => {
    const address = request.url();
    requests.push(address);
    if (!/^(blob|data):/.test(address) && new URL(address).origin !== origin) trouble.outsideRequests.push(address);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) trouble.failedRequests.push(`${response.status()} ${response.url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy/i.test(text)) trouble.policyViolations.push(text);
    else if (message.type() === 'error') trouble.consoleErrors.push(text);
  });
  context.on('weberror', (error) => trouble.pageErrors.push(String(error.error())));
  await context.exposeBinding('reportPolicyViolation', (_, text: string) => trouble.policyViolations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const host = window as unknown as { reportPolicyViolation: (text: string) => void };
      host.reportPolicyViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#root > *').first().waitFor();
  // Keys are listened to from the first frame on.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  return { page, context, trouble, requests };
}

/** No trouble at all. */
export const SOUND: Trouble = {
  consoleErrors: [],
  pageErrors: [],
  policyViolations: [],
  failedRequests: [],
  outsideRequests: [],
};

/** Keeps a picture for people to look at: `test/e2e/shots/<name>.png`. */
export async function keepShot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
