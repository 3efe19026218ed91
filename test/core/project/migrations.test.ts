import { expect, test } from 'vitest';
import { FORMAT_VERSION, migrate, type Migration } from '../../../src/core/project/migrations.ts';

const named =
  (name: string): Migration =>
  ({ manifest, parts }) => ({ manifest: { ...manifest, path: `${String(manifest['path'])} ${name}` }, parts });
const steps = [named('1→2'), named('2→3'), named('3→4')];

test.each([
  [1, ': 1→2 2→3 3→4'],
  [3, ': 3→4'],
  [4, ':'],
])('content of version %i goes through every step after it, in order', (version, path) => {
  expect(migrate({ manifest: { path: ':' }, parts: new Map() }, version, steps).manifest['path']).toBe(path);
});

test('content of today’s version stays as it is', () => {
  const content = { manifest: {}, parts: new Map() };
  expect(migrate(content, FORMAT_VERSION)).toBe(content);
});
