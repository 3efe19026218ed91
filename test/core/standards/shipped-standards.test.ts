import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { loadStandards } from '../../../src/core/standards/load-standards.ts';
import type { Citation, DatedValue, Standard } from '../../../src/core/standards/standard.ts';
import { ROOT } from '../../sources.ts';

const FOLDER = path.join(ROOT, 'data/standards');
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(path.join(FOLDER, name), 'utf8') }));
const { standards, problems } = loadStandards(files);
const documents = standards.map(({ standard }) => standard);

/** How a clause that nobody has read in the text itself is written: see data/standards/README.md. */
const UNVERIFIED = '未核实 / not verified';

function valuesOf(standard: Standard): DatedValue[] {
  return Object.values(standard.rules).flat();
}
function citationsOf(standard: Standard): Citation[] {
  return valuesOf(standard).flatMap((value) => (value.deadline ? [value, value.deadline] : [value]));
}
const documentOf = (id: string): Standard => documents.find((one) => one.id === id)!;

describe('the standards that ship', () => {
  it('all load', () => {
    expect(problems).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(documents.map(({ id }) => `${id}.json`));
  });

  it('carry the figures of the reference list, and no others', () => {
    const figures = documents.map(({ id, status, certainty, rules }) => [
      id,
      status,
      certainty,
      Object.fromEntries(Object.entries(rules).map(([rule, values]) => [rule, values.map(({ value }) => value)])),
    ]);
    expect(figures).toEqual([
      [
        'anhui-2022',
        'in_force',
        'M+',
        {
          floor_area_rate_new: [30],
          floor_area_rate_built: [20],
          single_unit_floor_area: [350],
          pool_of_small_areas: [1],
          pool_minutes: [5],
        },
      ],
      [
        'henan-2018',
        'superseded',
        'H',
        { floor_area_rate_new: [30], floor_area_rate_built: [20], land_per_person: [0.1] },
      ],
      [
        'henan-2022',
        'in_force',
        'M+',
        { floor_area_rate_new: [30], floor_area_rate_built: [20], land_per_person: [0.2] },
      ],
      [
        'nantong-draft-2023',
        'draft',
        'full_text',
        {
          floor_area_rate_new: [30],
          floor_area_rate_built: [20],
          single_unit_floor_area: [600],
          pool_of_small_areas: [1],
          land_per_person: [0.2],
          circle_minutes: [15],
          subdistrict_centres: [1],
          community_stations: [1],
          county_institutions: [1],
          nursing_bed_share: [75],
        },
      ],
      [
        'qingdao-2018',
        'in_force',
        'H',
        { floor_area_rate_new: [20], floor_area_rate_built: [15], land_per_person: [0.2] },
      ],
    ]);
  });

  it('carry the deadlines of the draft', () => {
    const deadlines = Object.entries(documentOf('nantong-draft-2023').rules).flatMap(([rule, values]) =>
      values.flatMap(({ deadline }) => (deadline ? [[rule, deadline.date]] : [])),
    );
    expect(Object.fromEntries(deadlines)).toEqual({
      floor_area_rate_built: '2024-06-30',
      subdistrict_centres: '2023-12-31',
      community_stations: '2024-12-31',
      county_institutions: '2025-12-31',
      nursing_bed_share: '2025-12-31',
    });
  });

  it('say so in one and the same way where wording and clause number were not seen', () => {
    for (const citation of documents.flatMap(citationsOf)) {
      expect(citation.quote === null).toBe(citation.clause === UNVERIFIED);
    }
    for (const standard of documents.filter(({ certainty }) => certainty !== 'full_text')) {
      expect(standard.note?.zh).toContain('未核实');
      expect(standard.note?.en).toContain('not verified');
    }
  });
});

describe('quotes are verbatim', () => {
  const policies = path.resolve(ROOT, '../shared/policy');
  const policyText = (context: TestContext, name: string): string => {
    const file = path.join(policies, name);
    if (!existsSync(file)) context.skip('the policy texts are not beside the project (../shared/policy)');
    return readFileSync(file, 'utf8');
  };

  it('in the Nantong draft, of its own text', (context) => {
    const text = policyText(context, 'nantong-draft-2023.txt');
    const own = citationsOf(documentOf('nantong-draft-2023')).filter((citation) => !('document' in citation));
    expect(own.map(({ quote }) => quote).filter((quote) => !quote || !text.includes(quote))).toEqual([]);
    expect(own).toHaveLength(14);
  });

  it('in the Nantong draft, of the national opinion that sets a deadline', (context) => {
    const text = policyText(context, 'national-opinion-2023.txt');
    const others = valuesOf(documentOf('nantong-draft-2023')).flatMap(({ deadline }) =>
      deadline?.document ? [deadline] : [],
    );
    expect(others).toHaveLength(1);
    expect(text).toContain(others[0]!.quote);
  });
});
