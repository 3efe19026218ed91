import { expect, it } from 'vitest';
import { unitsOf } from '../../../src/ui/inspector/units-of.ts';

it('names the units of a record from the highest down, leaving out what it does not state', () => {
  expect(unitsOf({ community: '百合社区', county: '东区', city: '江州市' })).toBe('江州市 / 东区 / 百合社区');
  expect(unitsOf({})).toBe('');
});
