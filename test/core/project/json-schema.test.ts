import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectJsonSchema } from '../../../src/core/project/json-schema.ts';
import { FORMAT_VERSION } from '../../../src/core/project/migrations.ts';
import { MANIFEST, INPUTS, POPULATION, SCENARIOS, STREETS, TABLE_PARTS } from '../../../src/core/project/parts.ts';
import { ROOT } from '../../sources.ts';

const FOLDER = path.join(ROOT, 'src/core/project');

test('schema.json says what is read: otherwise run node test/run-ts.mjs test/core/project/write-schema.ts', () => {
  expect(JSON.parse(readFileSync(path.join(FOLDER, 'schema.json'), 'utf8'))).toEqual(projectJsonSchema());
});

test('the README tells of every part, and of the version that is written', () => {
  const readme = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  const parts = [MANIFEST, ...Object.values(TABLE_PARTS), POPULATION, SCENARIOS, INPUTS, STREETS, 'standards/'];
  expect(parts.filter((part) => !readme.includes(part))).toEqual([]);
  expect(readme).toContain(`format version ${FORMAT_VERSION}`);
});
