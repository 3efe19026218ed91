import { expect, it } from 'vitest';
import type { Turn } from '../../src/core/outlook/outlook.ts';
import { sortedTurns } from '../../src/state/sorted-turns.ts';
import type { OutlookView } from '../../src/state/workspace-state.ts';

function turn(area: string, check: Turn['check'], year: number, gap: number | null): Turn {
  const figures = { required: null, counted: null, gap };
  const when = { today: figures, first: figures, last: figures };
  return { area, check, year, verdict: 'short', pooled: false, metAgain: null, ...when };
}
const turns = [
  turn('B', 'floor_area', 2027, 10),
  turn('A', 'walk_circle', 2028, 0.5),
  turn('A', 'floor_area', 2029, 30),
  turn('C', 'floor_area', 2033, null),
];
const order = (sort: OutlookView['sort'], until = 2035): string[] =>
  sortedTurns(turns, until, sort, { areas: new Map() }).map(({ area, year }) => `${area} ${year}`);

it('lists turns up to a year', () => {
  expect(order({ column: 'year', descending: false }, 2028)).toEqual(['B 2027', 'A 2028']);
});

it('orders by any column; a share of the circle and an unknown gap are no m²', () => {
  expect(order({ column: 'area', descending: false })).toEqual(['A 2028', 'A 2029', 'B 2027', 'C 2033']);
  expect(order({ column: 'check', descending: true })).toEqual(['A 2028', 'B 2027', 'A 2029', 'C 2033']);
  expect(order({ column: 'gap', descending: true })).toEqual(['A 2029', 'B 2027', 'A 2028', 'C 2033']);
});
