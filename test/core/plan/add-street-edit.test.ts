import { describe, expect, it } from 'vitest';
import { addStreetEdit, type DrawnStreetEdit } from '../../../src/core/plan/add-street-edit.ts';
import { changeStreetEdit } from '../../../src/core/plan/change-street-edit.ts';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';
import { removeStreetEdit } from '../../../src/core/plan/remove-street-edit.ts';
import type { PlaceRefusal } from '../../../src/core/plan/place-refusal.ts';
import { metresAway } from '../../builders/plan-builder.ts';

const WALL: DrawnStreetEdit = { kind: 'barrier', cause: 'wall', line: [metresAway(0), metresAway(100)] };

function done(plan: Plan, change: Change | PlaceRefusal): Plan {
  if (typeof change === 'string') throw new Error(`expected a change, got ${change}`);
  expect(applyChange(applyChange(plan, change), inverse(change))).toEqual(plan);
  return applyChange(plan, change);
}

describe('a street edit', () => {
  const one = done(EMPTY_PLAN, addStreetEdit(EMPTY_PLAN, WALL));

  it('is added under an id of its own, its name trimmed or absent, no position twice in a row', () => {
    const line = [metresAway(0), metresAway(0), metresAway(50)];
    const two = done(one, addStreetEdit(one, { ...WALL, kind: 'link', name: ' 东门 ', line }));
    expect([...two.streetEdits.values()]).toEqual([
      { id: 'barrier-1', ...WALL },
      { id: 'link-2', kind: 'link', cause: 'wall', name: '东门', line: [metresAway(0), metresAway(50)] },
    ]);
    expect([...done(one, addStreetEdit(one, { ...WALL, name: '  ' })).streetEdits.values()][1]).toEqual({
      id: 'barrier-2',
      ...WALL,
    });
  });

  it('is refused where its line is no line', () => {
    expect(addStreetEdit(EMPTY_PLAN, { ...WALL, line: [] })).toBe('too_few_positions');
    expect(addStreetEdit(EMPTY_PLAN, { ...WALL, line: [metresAway(0), metresAway(0.5)] })).toBe('too_few_positions');
    expect(addStreetEdit(EMPTY_PLAN, { ...WALL, line: [metresAway(0), [Number.NaN, 32]] })).toBe('outside_world');
    expect(addStreetEdit(EMPTY_PLAN, { ...WALL, line: [metresAway(0), [120, 91]] })).toBe('outside_world');
  });

  it('is changed field by field, and not at all where nothing differs', () => {
    expect(changeStreetEdit(one, 'barrier-1', { cause: 'canal', name: '护城河' })).toEqual([
      { table: 'streetEdits', id: 'barrier-1', field: 'cause', from: 'wall', to: 'canal' },
      { table: 'streetEdits', id: 'barrier-1', field: 'name', from: undefined, to: '护城河' },
    ]);
    expect(changeStreetEdit(one, 'barrier-1', { cause: 'wall', line: [...WALL.line], name: ' ' })).toEqual([]);
    expect(changeStreetEdit(one, 'barrier-1', { line: [metresAway(0)] })).toBe('too_few_positions');
    expect(changeStreetEdit(one, 'barrier-9', { cause: 'wall' })).toBe('record_unknown');
    done(one, changeStreetEdit(one, 'barrier-1', { kind: 'link', line: [metresAway(0), metresAway(9)] }));
  });

  it('is removed', () => {
    expect(done(one, removeStreetEdit(one, 'barrier-1'))).toEqual(EMPTY_PLAN);
    expect(removeStreetEdit(one, 'barrier-9')).toBe('record_unknown');
  });
});
