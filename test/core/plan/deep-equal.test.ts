import { describe, expect, it } from 'vitest';
import { deepEqual } from '../../../src/core/plan/deep-equal.ts';

describe('deepEqual', () => {
  it('looks into objects and lists, in whatever order keys stand', () => {
    expect(deepEqual({ a: [1, { b: 2 }], c: 'x' }, { c: 'x', a: [1, { b: 2 }] })).toBe(true);
    expect(deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toBe(false);
    expect(deepEqual([1, 2], [1, 2, 3])).toBe(false);
    expect(deepEqual([1], { 0: 1 })).toBe(false);
  });

  it('takes a key without a value for an absent one, and no value for zero', () => {
    expect(deepEqual({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(deepEqual({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(deepEqual({ a: 0 }, {})).toBe(false);
    expect(deepEqual({ a: null }, { a: 0 })).toBe(false);
  });

  it('does not take what every object inherits for a column of that name', () => {
    expect(deepEqual({ constructor: 'x' }, {})).toBe(false);
    expect(deepEqual({}, { toString: 'x' })).toBe(false);
  });

  it('compares flat arrays by what they hold, unknown with unknown', () => {
    expect(deepEqual(Float64Array.of(1, NaN), Float64Array.of(1, NaN))).toBe(true);
    expect(deepEqual(Float64Array.of(1, NaN), Float64Array.of(1, 0))).toBe(false);
  });
});
