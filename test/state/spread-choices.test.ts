import { describe, expect, it } from 'vitest';
import { firstSpread, spreadChoices } from '../../src/state/spread-choices.ts';
import { PlanBuilder, squareAt } from '../builders/plan-builder.ts';

describe('what persons can be spread from and by', () => {
  it('is what the plan holds', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { residents: 10 })
      .unit('community', 'X/K', { elders: 2 })
      .area('A', { extra: { 住宅建筑面积: '100' } })
      .area('B', { geometry: squareAt(0, 0, 10), extra: { 住宅建筑面积: '不详' } })
      .build();
    const choices = spreadChoices(plan);
    expect(choices).toEqual({
      sources: ['units'],
      weightKnown: { households: 0, floor_area: 1, polygon: 1 },
      hasShares: false,
    });
    expect(firstSpread(choices)).toMatchObject({ source: 'units', weight: 'floor_area' });
  });

  it('is the grid where no unit states persons', () => {
    const plan = new PlanBuilder().unit('county', 'X').area('A', { households: 1 }).cells([0, 0, 1]).build();
    expect(firstSpread(spreadChoices(plan))).toEqual({ source: 'grid', overwrite: false });
  });
});
