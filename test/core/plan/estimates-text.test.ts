import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEstimates, writeEstimates } from '../../../src/core/plan/estimates-text.ts';
import { SPREAD_WEIGHTS, type Estimates, type EstimateSource } from '../../../src/core/plan/plan.ts';

const unit = fc.stringMatching(/^[\p{L}\d/|=]{1,12}$/u);
const source: fc.Arbitrary<EstimateSource> = fc.oneof(
  fc.constant({ from: 'grid' } as const),
  fc.record({ from: fc.constant('share' as const), unit }),
  fc.record({ from: fc.constant('units' as const), unit, weight: fc.constantFrom(...SPREAD_WEIGHTS) }),
);
const estimates = fc.record({ residents: source, elders: source }, { requiredKeys: [] });

describe('estimates as one cell', () => {
  it('name figure, source, weight and unit', () => {
    const some: Estimates = {
      elders: { from: 'units', unit: '市/区', weight: 'households' },
      residents: { from: 'grid' },
    };
    expect(writeEstimates(some)).toBe('residents=grid; elders=units|households|市/区');
    expect(writeEstimates(undefined)).toBe('');
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(estimates, (some) => {
        fc.pre(Object.keys(some).length > 0);
        expect(readEstimates(writeEstimates(some as Estimates))).toEqual(some);
      }),
    );
  });

  it.each(['', 'yes', 'elders', 'elders=units|households', 'elders=units|age|X', 'beds=grid', 'elders=grid|X'])(
    'are nothing else: %s',
    (text) => expect(readEstimates(text)).toBeUndefined(),
  );
});
