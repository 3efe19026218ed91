import { describe, expect, it } from 'vitest';
import type { DatedValue, Standard } from '../../../src/core/standards/standard.ts';
import { valueInForce } from '../../../src/core/standards/value-in-force.ts';

const both = (text: string) => ({ zh: text, en: text });

function rate(value: number, period: { from?: string; to?: string }): DatedValue {
  return { value, unit: 'm2_per_100_households', clause: '1', quote: null, ...period };
}

function withRates(...values: DatedValue[]): Standard {
  return {
    id: 'made-up',
    version: '1',
    title: both('made up'),
    short_title: both('made up'),
    number: null,
    issuer: both('made up'),
    jurisdiction: both('made up'),
    status: 'superseded',
    issued: '2020',
    effective: { to: '2021-12-31' },
    certainty: 'H',
    source: 'made up',
    rules: { floor_area_rate_new: values },
  };
}

describe('the figure in force on a day', () => {
  const standard = withRates(
    rate(20, { to: '2019-12-31' }),
    rate(25, { from: '2020-01-01', to: '2020-12-31' }),
    rate(30, { from: '2022-01-01' }),
  );

  it.each([
    ['1990-01-01', 20],
    ['2019-12-31', 20],
    ['2020-01-01', 25],
    ['2020-12-31', 25],
    ['2021-06-30', null],
    ['2022-01-01', 30],
    ['2099-12-31', 30],
  ])('on %s is %s: both ends belong to a period', (day, value) => {
    expect(valueInForce(standard, 'floor_area_rate_new', day)?.value ?? null).toBe(value);
  });

  it('is none where the document has no such rule', () => {
    expect(valueInForce(standard, 'land_per_person', '2020-01-01')).toBeNull();
  });

  it('does not ask for the status of the document that was chosen', () => {
    expect(valueInForce(withRates(rate(20, {})), 'floor_area_rate_new', '2026-01-01')?.value).toBe(20);
  });
});
