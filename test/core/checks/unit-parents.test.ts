import { expect, it } from 'vitest';
import { unitParents } from '../../../src/core/checks/unit-parents.ts';
import type { UnitLevel } from '../../../src/core/plan/plan.ts';

function node(level: UnitLevel, path: string, ...areas: number[]) {
  return { level, path, areas };
}

it('finds the unit above by its path, the nearest level first', () => {
  const nodes = [
    node('city', 'C', 0, 1),
    node('county', 'C/X', 0, 1),
    node('subdistrict', 'C/X/S', 0),
    node('community', 'C/X/S/K', 0),
    node('community', 'C/X/L', 1),
  ];
  expect([...unitParents(nodes)]).toEqual([-1, 0, 1, 2, 1]);
});

it('finds it by the areas where the path does not say it', () => {
  const nodes = [
    node('county', 'X', 0, 1),
    node('county', 'Y', 2),
    node('subdistrict', 'S', 0, 1),
    node('subdistrict', 'T', 1, 2),
  ];
  expect([...unitParents(nodes)]).toEqual([-1, -1, 0, -1]);
});

it('hangs a unit without areas and without a longer path on nothing', () => {
  expect([...unitParents([node('county', 'X', 0), node('subdistrict', 'S')])]).toEqual([-1, -1]);
});

it('does not take a name that merely begins alike for the unit above', () => {
  expect([...unitParents([node('county', 'X', 0), node('subdistrict', 'XY/S', 1)])]).toEqual([-1, -1]);
});
