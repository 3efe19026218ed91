import { expect, test } from 'vitest';
import { assemblePlan, changeToAdd } from '../../../src/core/import/assemble-plan.ts';
import { readRows } from '../../../src/core/import/read-rows.ts';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';

const areas = (...ids: string[]) =>
  readRows(
    'areas',
    ids.map((id) => ({ id, households: 100 })),
  ).table!;
const facilities = readRows('facilities', [{ id: 'F1', type: 'station' }]).table!;
const units = readRows('units', [{ level: 'county', name: '某区' }]).table!;
const population = readRows('population', [{ lon: 120, lat: 32, elders: 5 }]).table!;

test('a plan of tables holds their records by id, path and grid', () => {
  const plan = assemblePlan([areas('A1', 'A2'), facilities, units, population]);
  expect([...plan.areas.keys()]).toEqual(['A1', 'A2']);
  expect([...plan.facilities.keys()]).toEqual(['F1']);
  expect([...plan.units.keys()]).toEqual(['某区']);
  expect(plan.population).toBe(population.records);
  expect(plan.settings).toEqual({});
});

test('a table takes the place of the plan’s of its role, and can be taken back', () => {
  const before = assemblePlan([areas('A1', 'A2'), facilities]);
  const change = changeToAdd(before, [areas('A2', 'A3'), population]);
  const after = applyChange(before, change);
  expect([...after.areas.keys()].sort()).toEqual(['A2', 'A3']);
  expect(after.facilities).toBe(before.facilities);
  expect(after.population).toBe(population.records);
  expect(applyChange(after, inverse(change))).toEqual(before);
});

test('an empty table empties the plan’s', () => {
  const before = assemblePlan([areas('A1')]);
  expect(applyChange(before, changeToAdd(before, [areas()])).areas.size).toBe(0);
});

test('of two tables of one role the later counts', () => {
  expect([...assemblePlan([areas('A1'), areas('A2')]).areas.keys()]).toEqual(['A2']);
});
