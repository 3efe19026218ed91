import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { configDefaults } from 'vitest/config';

/**
 * What the built page may load and run. Static hosts often cannot set headers, so the policy travels in the page.
 * `blob:` is the page's own memory: map sources are handed to MapLibre's worker that way. Styles may be inline because
 * MapLibre and React Aria position things with style attributes; scripts may not.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function contentSecurityPolicy(): PluginOption {
  return {
    name: 'yiquan-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const app = {
  base: './',
  build: { outDir: 'dist/app', target: 'es2022', chunkSizeWarningLimit: 2000 },
};

const commandLine = {
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    copyPublicDir: false,
    rolldownOptions: { output: { entryFileNames: 'yiquan.mjs', codeSplitting: false } },
  },
  ssr: { noExternal: true as const },
};

export default defineConfig(({ mode }) => ({
  ...(mode === 'cli' ? commandLine : app),
  plugins: mode === 'cli' ? [] : [react(), contentSecurityPolicy()],
  // HiGHS asks for Node's own loader where it runs in Node: no browser comes to that line.
  worker: { format: 'es' as const, rolldownOptions: { external: ['node:module'] } },
  test: {
    exclude: [...configDefaults.exclude, 'dist/**'],
    projects: [
      {
        extends: true as const,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/bench/**'],
          // Properties over hundreds of plans, on machines that may have other things to do: no test is about time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/setup.ts',
          // A page waits as much as it works: two at a time keep two cores busy.
          maxWorkers: 2,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // What is polled for follows work in the page, on machines that may have other things to do.
          expect: { poll: { timeout: 30_000, interval: 100 } },
        },
      },
    ],
  },
}));
