import { describe, expect, it } from 'vitest';
import { surfaceClasses } from '../../src/analysis/surface-classes.ts';

describe('classes of a surface', () => {
  it('hold as many values each by quantiles, and every value once', () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i + 1);
    const { breaks, counts, least, most, unknown } = surfaceClasses(values, 3, 'quantile')!;
    expect(breaks).toEqual([21, 41, 61, 81]);
    expect(counts).toEqual([20, 20, 20, 20, 20]);
    expect([least, most, unknown]).toEqual([1, 100, 3]);
  });

  it('lie in the gaps by natural breaks', () => {
    const values = Float64Array.of(1, 2, 3, 20, 21, 22, 50, 51, 90, 91, 300);
    const { breaks, counts } = surfaceClasses(values, 0, 'natural')!;
    expect(breaks).toEqual([20, 50, 90, 300]);
    expect(counts).toEqual([3, 3, 2, 2, 1]);
  });

  it.each(['quantile', 'natural'] as const)('are fewer where there are few values, by %s', (method) => {
    expect(surfaceClasses(Float64Array.of(5, 5, 5, 5), 0, method)).toMatchObject({ breaks: [], counts: [4] });
  });

  it('are none where nothing is known', () => {
    expect(surfaceClasses(new Float64Array(), 7, 'natural')).toBeNull();
  });
});
