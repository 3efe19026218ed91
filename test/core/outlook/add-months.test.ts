import { expect, it } from 'vitest';
import { addMonths } from '../../../src/core/outlook/add-months.ts';

it.each([
  ['2026-01-01', 6, '2026-07-01'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-12-15', 24, '2028-12-15'],
])('%s and %i calendar months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});
