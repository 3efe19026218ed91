import { expect, it } from 'vitest';
import { planActions } from '../../../src/core/plan/plan-actions.ts';
import { planDiff } from '../../../src/core/plan/plan-diff.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';

it('a change is told record by record, a record’s fields together', () => {
  const before = new PlanBuilder().facility('F', { floorAreaM2: 300, beds: 5 }).facility('gone').build();
  const after = new PlanBuilder()
    .facility('F', { floorAreaM2: 600 })
    .facility('new', { floorAreaM2: 80 })
    .set({ land_binds: true })
    .cells([0, 0, 5])
    .build();
  expect(planActions(planDiff(before, after))).toEqual([
    { kind: 'removed', table: 'facilities', id: 'gone', record: before.facilities.get('gone') },
    {
      kind: 'changed',
      table: 'facilities',
      id: 'F',
      fields: [
        { field: 'floorAreaM2', from: 300, to: 600 },
        { field: 'beds', from: 5, to: undefined },
      ],
    },
    { kind: 'added', table: 'facilities', id: 'new', record: after.facilities.get('new') },
    { kind: 'population', from: null, to: after.population },
    { kind: 'setting', field: 'land_binds', from: undefined, to: true },
  ]);
});

it('a record that was replaced as a whole is told by its fields', () => {
  const from = { id: 'F', type: 'station', status: 'open', beds: 5 } as const;
  const to = { ...from, beds: 9 };
  expect(planActions([{ table: 'facilities', id: 'F', from, to }])).toEqual([
    { kind: 'changed', table: 'facilities', id: 'F', fields: [{ field: 'beds', from: 5, to: 9 }] },
  ]);
});
