import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/core/population/apportion.ts';

describe('dividing persons by weights', () => {
  it('gives what is left over to the largest remainders, the first of equals first', () => {
    expect([...apportion(10, [1, 1, 1])]).toEqual([4, 3, 3]);
    expect([...apportion(7, [50, 30, 20])]).toEqual([4, 2, 1]);
  });

  it('gives nothing to one without weight, and the fraction of a total to one alone', () => {
    expect([...apportion(3, [0, 1, 1])]).toEqual([0, 2, 1]);
    expect([...apportion(2.5, [1, 1])]).toEqual([1.5, 1]);
    expect([...apportion(0, [0, 0])]).toEqual([0, 0]);
  });

  it('always adds up to the total, each part less than one person off its quota', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 5_000_000 }), (given, total) => {
        fc.pre(given.some((weight) => weight > 0));
        const parts = apportion(total, given);
        const sum = given.reduce((all, one) => all + one, 0);
        expect(parts.reduce((all, one) => all + one, 0)).toBe(total);
        for (const [i, weight] of given.entries()) {
          expect(Number.isInteger(parts[i])).toBe(true);
          expect(Math.abs(parts[i]! - (total * weight) / sum)).toBeLessThan(1);
        }
      }),
    );
  });

  it('refuses a total that nobody can take', () => {
    expect(() => apportion(1, [0])).toThrow('expected a weight above 0');
  });
});
