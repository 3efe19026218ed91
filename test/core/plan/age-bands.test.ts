import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personsFrom, whyInexact, type AgeBand } from '../../../src/core/plan/age-bands.ts';

const band = (from: number, to: number | null, persons = 1): AgeBand => ({ from, to, persons });

describe('persons of an age and older', () => {
  const bands = [band(0, 14, 100), band(15, 59, 700), band(60, 64, 50), band(65, null, 150)];

  it('are the sum of the bands from that age on', () => {
    expect(personsFrom(bands, 60)).toBe(200);
    expect(personsFrom(bands, 65)).toBe(150);
    expect(personsFrom(bands, 0)).toBe(1000);
  });

  it('are unknown where a band holds ages on either side, or one is missing', () => {
    expect(personsFrom(bands, 62)).toBeUndefined();
    expect(whyInexact(bands, 62)).toEqual({ why: 'straddles', band: band(60, 64, 50) });
    expect(whyInexact([band(60, 69), band(80, null)], 60)).toEqual({ why: 'missing', from: 70 });
    expect(whyInexact([band(60, 69), band(65, null)], 60)).toEqual({ why: 'missing', from: 70 });
    expect(whyInexact([band(0, 59)], 60)).toEqual({ why: 'missing', from: 60 });
    expect(whyInexact([band(60, null)], 65)).toEqual({ why: 'straddles', band: band(60, null) });
  });

  it('are counted once where wide and narrow bands stand side by side', () => {
    expect(personsFrom([band(60, 69, 5), band(60, null, 9), band(70, null, 4)], 60)).toBe(9);
    expect(personsFrom([band(60, 79, 5), band(60, 69, 3), band(70, null, 4)], 60)).toBe(7);
  });

  it('are what counting person by person finds, for any partition of the ages', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.array(fc.integer({ min: 0, max: 110 })), (given, ages) => {
        const starts = [0, ...given.toSorted((a, b) => a - b)];
        const all = starts.map((from, i) => {
          const to = starts[i + 1] === undefined ? null : starts[i + 1]! - 1;
          return band(from, to, ages.filter((age) => age >= from && age <= (to ?? Infinity)).length);
        });
        for (const age of starts) expect(personsFrom(all, age)).toBe(ages.filter((one) => one >= age).length);
      }),
    );
  });
});
