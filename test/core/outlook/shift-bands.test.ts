import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiveYearBands, shiftBands } from '../../../src/core/outlook/shift-bands.ts';
import { personsFrom, type AgeBand } from '../../../src/core/plan/age-bands.ts';

/** Five-year bands from an age on; the last one is open. */
function bandsFrom(age: number, ...persons: number[]): AgeBand[] {
  return persons.map((count, i) => {
    const from = age + 5 * i;
    return { from, to: i === persons.length - 1 ? null : from + 4, persons: count };
  });
}

const persons = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 4, maxLength: 10 });

describe('five-year bands', () => {
  it('are found among others, up to the highest open one', () => {
    const wanted = bandsFrom(55, 5, 6, 7, 8);
    const others = [
      { from: 60, to: null, persons: 21 },
      { from: 0, to: 14, persons: 9 },
    ];
    expect(fiveYearBands([...others, ...wanted.toReversed()])).toEqual(wanted);
  });

  it('are none where bands are of another width or have no open end', () => {
    expect(fiveYearBands([{ from: 60, to: 69, persons: 1 }, ...bandsFrom(70, 2)])).toEqual([]);
    expect(fiveYearBands([{ from: 60, to: 64, persons: 1 }])).toEqual([]);
  });
});

describe('a shift of bands', () => {
  it('moves each up a band in five years, worked by hand', () => {
    // Half of those of 60 to 64 and a tenth of the eldest die.
    const shifted = shiftBands(bandsFrom(55, 100, 80, 60, 40), 5, { 60: 0.5, 70: 0.9 });
    expect(shifted).toEqual(bandsFrom(60, 100, 40, 60 + 36));
  });

  it('lets persons change evenly between two steps', () => {
    expect(shiftBands(bandsFrom(55, 100, 80, 60), 2, {})).toEqual(bandsFrom(60, 88, 92));
  });

  it('loses nobody of those that it follows while nobody dies', () => {
    fc.assert(
      fc.property(persons, fc.integer({ min: 1, max: 3 }), (counts, steps) => {
        const bands = bandsFrom(40, ...counts);
        const shifted = shiftBands(bands, 5 * Math.min(steps, counts.length - 1), {});
        const total = (some: readonly AgeBand[]): number => some.reduce((sum, band) => sum + band.persons, 0);
        expect(total(shifted)).toBe(total(bands));
      }),
    );
  });

  it('adds to the elders exactly those who come of age, year by year', () => {
    fc.assert(
      fc.property(persons, fc.integer({ min: 0, max: 10 }), (counts, years) => {
        const bands = bandsFrom(50, ...counts);
        const entered = years <= 5 ? (years / 5) * counts[1]! : counts[1]! + ((years - 5) / 5) * counts[0]!;
        const expected = personsFrom(bands, 60)! + entered;
        expect(personsFrom(shiftBands(bands, years, {}), 60)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('knows nothing once only those who were not counted are left', () => {
    expect(shiftBands(bandsFrom(60, 1, 2), 10, {})).toEqual([]);
  });
});
