import { expect, test } from 'vitest';
import { readServes } from '../../../src/core/import/read-serves.ts';

test.each([
  ['A1', [{ area: 'A1' }]],
  ['A1;A2', [{ area: 'A1' }, { area: 'A2' }]],
  [
    'A1:200;A2:100',
    [
      { area: 'A1', m2: 200 },
      { area: 'A2', m2: 100 },
    ],
  ],
  ['A1：1,200㎡； A2 ；', [{ area: 'A1', m2: 1200 }, { area: 'A2' }]],
  ['urn:A1:0', [{ area: 'urn:A1', m2: 0 }]],
  ['__proto__;constructor:5', [{ area: '__proto__' }, { area: 'constructor', m2: 5 }]],
])('%s', (cell, services) => {
  expect(readServes(cell)).toEqual({ services, malformed: [] });
});

test.each(['', '-', null, undefined])('%j names no area', (cell) => {
  expect(readServes(cell)).toEqual({ services: undefined, malformed: [] });
});

test('what cannot be read is listed, and stays as an area that does not exist', () => {
  expect(readServes('A1:x;A2:-3;:5;A3')).toEqual({
    services: [{ area: 'A1:x' }, { area: 'A2:-3' }, { area: ':5' }, { area: 'A3' }],
    malformed: ['A1:x', 'A2:-3', ':5'],
  });
});

test('an area named twice keeps its first entry', () => {
  expect(readServes('A1:50;A1:20')).toEqual({ services: [{ area: 'A1', m2: 50 }], malformed: ['A1:20'] });
});

test('separators without a name between them are malformed', () => {
  expect(readServes(';;')).toEqual({ services: undefined, malformed: [';;'] });
});
