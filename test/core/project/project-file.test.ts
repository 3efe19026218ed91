import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { issue } from '../../../src/core/issue.ts';
import { applyToDocument, EMPTY_DOCUMENT } from '../../../src/core/plan/document.ts';
import { documentDiff } from '../../../src/core/plan/document-diff.ts';
import { packStreetsSteps } from '../../../src/core/network/pack-streets.ts';
import type { Project } from '../../../src/core/project/project.ts';
import { looksLikeProject } from '../../../src/core/project/read-project.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { sha256Hex } from '../../../src/core/sha256.ts';
import { describeIssue } from '../../../src/text/describe-issue.ts';
import { EMPTY_PROJECT, read, standardWithHash, write, WRITTEN } from '../../builders/project-file.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { randomDocument } from '../../builders/random-document.ts';
import { streetsFile } from '../../builders/streets-file.ts';
import { ROOT } from '../../sources.ts';

const STREETS_FILE = streetsFile(
  [
    [0, 0],
    [600, 0],
    [600, 600],
  ],
  [
    [600, 0],
    [1200, 0],
  ],
);
const STREETS = runSteps(packStreetsSteps({ name: 'streets.geojson', bytes: STREETS_FILE }))!;

const SMALL: Project = {
  ...EMPTY_PROJECT,
  name: '崇川区补短板',
  madeUp: true,
  document: {
    ...EMPTY_DOCUMENT,
    baseline: {
      ...new PlanBuilder().area('A', { households: 1000 }).area('B').facility('F', { floorAreaM2: 190 }).build(),
      population: {
        lon: Float64Array.of(120.1, 120.2),
        lat: Float64Array.of(32, 32.1),
        elders: Float64Array.of(NaN, 0.1),
        residents: Float64Array.of(12, 1e-7),
      },
      settings: { land_binds: true, persons_per_household: 2.22, minutes: null },
    },
  },
  standards: [standardWithHash('nantong-draft-2023'), standardWithHash('qingdao-2018')],
  inputs: [
    {
      input: { role: 'areas', file: '小区.csv', sha256: sha256Hex(Uint8Array.of(1)), rows: 2 },
      issues: [issue('number_negative', { input: 'areas', row: 3, column: '户数' }, { found: '-1', expected: null })],
      ids: ['A', 'B'],
    },
    {
      input: { role: 'streets', file: 'streets.geojson', sha256: sha256Hex(STREETS_FILE), rows: 2 },
      issues: [],
      ids: [],
    },
  ],
  streets: STREETS,
};

describe('a project file', () => {
  it('gives back all of a project, absent keys absent, and is the same bytes for the same project', () => {
    fc.assert(
      fc.property(randomDocument, fc.option(fc.string()), (document, name) => {
        const project: Project = { ...EMPTY_PROJECT, name, document };
        const bytes = write(project);
        const { opened, issues } = read(bytes);
        expect(issues).toEqual([]);
        // A copy: records of fast-check have no prototype.
        expect(opened!.project).toStrictEqual(structuredClone(project));
        expect(write(opened!.project)).toEqual(bytes);
        expect(applyToDocument(EMPTY_DOCUMENT, documentDiff(EMPTY_DOCUMENT, document))).toEqual(document);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back inputs, standards, streets, and who wrote it', () => {
    const bytes = write(SMALL);
    expect(looksLikeProject(bytes.subarray(0, 64))).toBe(true);
    const { opened } = read(bytes);
    expect(opened!.project).toStrictEqual(SMALL);
    expect(opened!.written).toEqual(WRITTEN);
    expect(opened!.streets!.facts.edges).toBe(3);
  });

  it('of version 1 opens for good', () => {
    const bytes = new Uint8Array(readFileSync(path.join(ROOT, 'test/fixtures/project/version-1.yiquan')));
    const { standards, ...project } = read(bytes).opened!.project;
    const { standards: _, ...small } = SMALL;
    expect(project).toStrictEqual(small);
    // Its own, whatever those that ship have become since.
    expect(standards.map(({ standard }) => standard.id)).toEqual(['nantong-draft-2023', 'qingdao-2018']);
  });

  it('keeps names that languages trip over', () => {
    const extra = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>;
    const baseline = new PlanBuilder().area('__proto__', { extra }).build();
    const project = { ...EMPTY_PROJECT, document: { ...EMPTY_DOCUMENT, baseline } };
    const back = read(write(project)).opened!.project.document.baseline.areas.get('__proto__')!;
    expect(Object.entries(back.extra!)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('damage', () => {
  const bytes = write(SMALL);

  test('of a single byte anywhere is refused, or changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const { opened, issues } = read(bytes.map((byte, i) => (i === at ? byte ^ flip : byte)));
        if (opened) expect(opened.project).toStrictEqual(SMALL);
        else expect(issues.map(({ severity }) => severity)).toEqual(['error']);
      }),
      { numRuns: 2000 },
    );
  });

  test('by being cut off is refused, wherever', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        const { opened, issues } = read(bytes.subarray(0, length));
        expect(opened).toBeNull();
        expect(issues).toHaveLength(1);
      }),
    );
  });

  test('by whatever bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(read(noise).opened).toBeNull();
      }),
    );
  });
});

/** The file with one part changed; `sealed`: its checksum with it, as a program would that writes such files wrongly. */
function changed(part: string, change: (text: string) => string | null, sealed = true): Uint8Array {
  const parts = unzipSync(write(SMALL));
  const text = change(new TextDecoder().decode(parts[part]));
  if (text === null) delete parts[part];
  else parts[part] = new TextEncoder().encode(text);
  if (sealed && part !== 'project.json' && text !== null) {
    const manifest = JSON.parse(new TextDecoder().decode(parts['project.json'])) as { parts: Listed[] };
    for (const one of manifest.parts) {
      if (one.name === part) Object.assign(one, { bytes: parts[part]!.length, sha256: sha256Hex(parts[part]!) });
    }
    parts['project.json'] = new TextEncoder().encode(JSON.stringify(manifest));
  }
  return zipSync(parts);
}

interface Listed {
  name: string;
  bytes: number;
  sha256: string;
}

const AREAS = 'baseline/areas.geojson';

describe('what is no project of this version', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'file_empty', {}],
    ['another file', new TextEncoder().encode('id,name\n'), 'project_unknown', {}],
    ['another zip', zipSync({ 'areas.csv': Uint8Array.of(1) }), 'project_unknown', {}],
    ['another program’s', changed('project.json', () => '{"format":"other"}'), 'project_unknown', {}],
    [
      'a newer version',
      changed('project.json', (text) => text.replace('"version": 1', '"version": 2')),
      'project_newer',
      { found: 2, expected: 1 },
    ],
    ['a part that is gone', changed(AREAS, () => null), 'project_part_missing', { part: AREAS }],
    [
      'a part that is another',
      changed(AREAS, (text) => text.replace('1000', '1001'), false),
      'project_part_damaged',
      { part: AREAS },
    ],
    [
      'a field of another type',
      changed(AREAS, (text) => text.replace('1000', '"1000"')),
      'project_content_invalid',
      { part: AREAS, at: 'features[0].households', found: '"1000"', expected: 'number' },
    ],
    [
      'a field that is not known',
      changed(AREAS, (text) => text.replace('"households"', '"flats"')),
      'project_content_invalid',
      { part: AREAS, at: 'features[0].flats', found: '1000' },
    ],
    [
      'an id twice',
      changed(AREAS, (text) => text.replace('"id":"B"', '"id":"A"')),
      'project_content_invalid',
      { part: AREAS, at: 'features[1].id', found: 'A' },
    ],
    [
      'no JSON',
      changed('inputs.json', (text) => text.slice(1)),
      'project_content_invalid',
      { part: 'inputs.json', expected: 'JSON' },
    ],
    [
      'a setting out of range',
      changed('project.json', (text) => text.replace('2.22', '222')),
      'project_content_invalid',
      { part: 'project.json', at: 'settings.persons_per_household', expected: '≤ 20' },
    ],
    [
      'cells that are no numbers',
      changed('baseline/population.csv', (text) => text.replace('120.2', 'x')),
      'project_content_invalid',
      { part: 'baseline/population.csv', at: '3' },
    ],
    [
      'a standard that is wrong',
      changed('standards/qingdao-2018.json', (text) => text.replace('"clause"', '"claus"')),
      'project_content_invalid',
      { part: 'standards/qingdao-2018.json' },
    ],
    [
      'streets of another file',
      changed('inputs.json', (text) => text.replace(sha256Hex(STREETS_FILE), sha256Hex(Uint8Array.of(9)))),
      'project_content_invalid',
      { part: 'inputs.json', at: 'streets' },
    ],
    ['streets that are none', changed('streets.bin', () => 'yiquan-streets'), 'streets_unsupported', {}],
    [
      'a scenario that is shown and not there',
      changed('scenarios.json', () => '{"shown":"S","scenarios":[]}'),
      'project_content_invalid',
      { part: 'scenarios.json', at: 'shown', found: 'S' },
    ],
    [
      'an edit of a record that goes',
      changed('scenarios.json', () => {
        const gone = { table: 'areas', id: 'B', from: { id: 'B', class: 'built', settlement: 'urban' } };
        const field = { table: 'areas', id: 'B', field: 'households', to: 7 };
        return JSON.stringify({ shown: 'S', scenarios: [{ id: 'S', name: '', note: '', edits: [gone, field] }] });
      }),
      'project_content_invalid',
      { part: 'scenarios.json', at: 'scenarios[0].edits[1]' },
    ],
  ] as const)('%s: refused with what is wrong, and where', (_, bytes, code, detail) => {
    const { opened, issues } = read(bytes);
    expect(opened).toBeNull();
    expect(issues).toMatchObject([{ code, severity: 'error', detail }]);
    for (const language of ['zh-CN', 'en'] as const) {
      expect(describeIssue(language, issues[0]!)).toMatch(/^city\.yiquan/);
    }
  });
});
