import { describe, expect, it } from 'vitest';
import { formatGap, formatNumber, formatShare, formatTruncated } from '../../src/text/numbers.ts';

describe('figures as they are shown', () => {
  it('set thousands apart without letting a line break them', () => {
    expect(formatNumber(1_234_567.891)).toBe('1\u202f234\u202f567.89');
  });

  it.each([
    [19.999, '19.99'],
    [0.29, '0.29'],
    [30, '30'],
    [29.9999, '29.99'],
  ])('cut a ratio off, never rounding up: %d', (value, shown) => {
    expect(formatTruncated(value)).toBe(shown);
  });

  it('cut shares off after one decimal', () => {
    expect(formatShare(0.94999)).toBe('94.9%');
    expect(formatShare(1)).toBe('100%');
  });

  it('never show a gap as nothing', () => {
    expect(formatGap(0.001)).toBe('< 0.01');
    expect(formatGap(0)).toBe('0');
  });
});
