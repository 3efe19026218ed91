import { expect, it } from 'vitest';
import { ratesOf } from '../../../src/core/outlook/rates-of.ts';
import type { Growth } from '../../../src/core/plan/plan.ts';

const growth = new Map<string, Growth>(
  [
    { id: 'all', households: 0.01, residents: 0.01, elders: 0.01 },
    { id: 'unit/市/区', residents: 0.02, elders: 0.02 },
    { id: 'unit/市/区/街道', elders: 0.03 },
    { id: 'area/A', elders: 0 },
  ].map((one) => [one.id, one]),
);

it('takes each figure from the narrowest assumption that states it; zero is stated', () => {
  expect(ratesOf(growth, 'B', ['市/区/街道', '市/区', '市'])).toEqual({
    households: { rate: 0.01, id: 'all' },
    residents: { rate: 0.02, id: 'unit/市/区' },
    elders: { rate: 0.03, id: 'unit/市/区/街道' },
  });
  expect(ratesOf(growth, 'A', ['市/区/街道']).elders).toEqual({ rate: 0, id: 'area/A' });
  expect(ratesOf(new Map(), 'A', [])).toEqual({});
});
