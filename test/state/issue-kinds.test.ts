import { describe, expect, it } from 'vitest';
import { issue } from '../../src/core/issue.ts';
import { issueKinds } from '../../src/state/issue-kinds.ts';

describe('problems by kind', () => {
  it('come the worst first, then the most frequent, with the first of each', () => {
    const found = [
      issue('crs_assumed', { file: 'a.csv' }),
      issue('row_width', { row: 1 }),
      issue('dates_reversed', { row: 2 }),
      issue('dates_reversed', { row: 3 }),
      issue('number_invalid', { row: 4 }),
    ];
    expect(issueKinds(found)).toEqual([
      { code: 'number_invalid', severity: 'error', count: 1, first: found[4] },
      { code: 'dates_reversed', severity: 'warning', count: 2, first: found[2] },
      { code: 'row_width', severity: 'warning', count: 1, first: found[1] },
      { code: 'crs_assumed', severity: 'info', count: 1, first: found[0] },
    ]);
  });
});
