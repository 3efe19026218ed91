import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadStandards } from '../../../src/core/standards/load-standards.ts';
import { parseStandard } from '../../../src/core/standards/parse-standard.ts';
import type { StandardProblemCode } from '../../../src/core/standards/standard-problem.ts';
import { standards as english } from '../../../src/text/en/standards.ts';
import { standards as chinese } from '../../../src/text/zh-CN/standards.ts';
import { ROOT } from '../../sources.ts';

const FOLDER = path.join(ROOT, 'test/fixtures/bad/standards');
const read = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');
const good = { name: 'good.json', text: read('good.json') };

const BROKEN: readonly [file: string, code: StandardProblemCode, path: string, found: string | null][] = [
  ['json-invalid.json', 'json_invalid', '', expect.stringContaining('JSON')],
  ['key-unknown.json', 'key_unknown', 'rules.land_per_person[0].quantity', 'quantity'],
  ['rule-unknown.json', 'key_unknown', 'rules.land_per_elder', 'land_per_elder'],
  ['key-missing.json', 'key_missing', 'issuer', null],
  ['type-wrong.json', 'type_wrong', 'rules.land_per_person[0].value', '"0.2"'],
  ['value-unknown.json', 'value_unknown', 'status', '"valid"'],
  ['value-out-of-range.json', 'value_out_of_range', 'rules.land_per_person[0].value', '0'],
  ['share-out-of-range.json', 'value_out_of_range', 'rules.nursing_bed_share[0].value', '750'],
  ['empty.json', 'empty', 'source', '"  "'],
  ['rule-empty.json', 'empty', 'rules.land_per_person', '[]'],
  ['clause-missing.json', 'citation_missing', 'rules.land_per_person[0].clause', null],
  ['clause-empty.json', 'citation_missing', 'rules.land_per_person[0].clause', '""'],
  ['quote-missing.json', 'citation_missing', 'rules.land_per_person[0].quote', 'null'],
  ['deadline-quote-missing.json', 'citation_missing', 'rules.land_per_person[0].deadline.quote', 'null'],
  ['unit-wrong.json', 'unit_wrong', 'rules.land_per_person[0].unit', '"m2"'],
  ['date-invalid.json', 'date_invalid', 'rules.land_per_person[0].deadline.date', '"2025-02-30"'],
  ['issued-invalid.json', 'date_invalid', 'issued', '"May 2020"'],
  ['dates-reversed.json', 'dates_reversed', 'rules.land_per_person[0]', '2024-01-01/2023-12-31'],
  ['effective-reversed.json', 'dates_reversed', 'effective', '2024-01-01/2023-12-31'],
  ['periods-overlap.json', 'periods_overlap', 'rules.floor_area_rate_new[1]', '2022-12-31/..'],
  ['id-duplicate.json', 'id_duplicate', 'id', 'good'],
  ['documents-overlap.json', 'documents_overlap', 'effective', 'Made-up city 2019-01-01/2020-06-01'],
];

describe('a standards file that is wrong is refused, naming file and path', () => {
  it.each(BROKEN)('%s: %s at %s', (name, code, at, found) => {
    const { standards, problems } = loadStandards([good, { name, text: read(name) }]);
    expect(standards.map(({ standard }) => standard.id)).toEqual(['good']);
    expect(problems).toEqual([expect.objectContaining({ code, file: name, path: at, found })]);
    for (const { problem, nothing } of [english, chinese]) {
      const [{ found, expected }] = problems as [(typeof problems)[0]];
      expect(problem[code](found ?? nothing, expected ?? '')).not.toMatch(/undefined|^$/);
    }
  });

  it('has a fixture for every problem, and a problem for every fixture', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== good.name);
    expect(files.toSorted()).toEqual(BROKEN.map(([name]) => name).toSorted());
    expect(new Set(BROKEN.map(([, code]) => code))).toEqual(new Set(Object.keys(english.problem)));
  });

  it('reports everything that is wrong with one file at once', () => {
    const broken = good.text.replace('"source"', '"sauce"').replace('"2020-05"', '"2020-13"');
    const { problems } = parseStandard('x.json', broken);
    expect(problems.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
      'date_invalid issued',
      'key_missing source',
      'key_unknown sauce',
    ]);
  });
});

describe('a good standards file', () => {
  it('is known by the hash of its very bytes, a byte order mark included', () => {
    const marked = `\uFEFF${good.text}`;
    for (const text of [good.text, marked]) {
      const { standard, problems } = parseStandard('good.json', text);
      expect(problems).toEqual([]);
      expect(standard?.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
  });

  it('may lie beside another of the same place that is only a draft', () => {
    const draft = good.text.replace('"good"', '"draft"').replace('"in_force"', '"draft"');
    const { standards, problems } = loadStandards([good, { name: 'draft.json', text: draft }]);
    expect(problems).toEqual([]);
    expect(standards.map(({ standard }) => standard.id)).toEqual(['good', 'draft']);
  });
});
