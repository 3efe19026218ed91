import { describe, expect, it } from 'vitest';
import { figureDates } from '../../src/state/figure-dates.ts';
import { PlanBuilder } from '../builders/plan-builder.ts';

const { facilities } = new PlanBuilder()
  .facility('f', { updated: '2026-03-02' })
  .facility('g')
  .facility('h', { updated: '2024-12-31' })
  .facility('other', { updated: '1999-01-01' })
  .build();

describe('from when figures are', () => {
  it('spans the days that the rows of a file state, and counts those that state none', () => {
    expect(figureDates(facilities, ['f', 'g', 'h'])).toEqual({
      span: { first: '2024-12-31', last: '2026-03-02' },
      blank: 1,
    });
  });

  it('is unknown where no row states a day', () => {
    expect(figureDates(facilities, ['g'])).toEqual({ span: null, blank: 1 });
    expect(figureDates(facilities, [])).toEqual({ span: null, blank: 0 });
  });
});
