import { describe, expect, it } from 'vitest';
import { classesOf, densityClasses } from '../../src/map/density-classes.ts';
import { PlanBuilder, pointAt, squareAt } from '../builders/plan-builder.ts';

describe('density classes', () => {
  it('hold as many areas each, and every area once', () => {
    const { breaks, counts, least, most } = classesOf(
      Float64Array.from({ length: 100 }, (_, i) => i + 1),
      3,
    );
    expect(breaks).toEqual([21, 41, 61, 81]);
    expect(counts).toEqual([20, 20, 20, 20, 20]);
    expect([least, most]).toEqual([1, 100]);
  });

  it('are fewer where there are few values', () => {
    expect(classesOf(Float64Array.of(5, 5, 5, 5), 0)).toMatchObject({ breaks: [], counts: [4] });
  });

  it('count areas without a polygon or without elders as unknown, never as nobody', async () => {
    const { areas } = new PlanBuilder()
      .area('hectare', { elders: 40, geometry: squareAt(0, 0, 100) })
      .area('nobody', { elders: 0, geometry: squareAt(200, 0, 100) })
      .area('point', { elders: 40, geometry: pointAt(0) })
      .area('blank', { geometry: squareAt(0, 200, 100) })
      .build();
    const classes = (await densityClasses(areas, new AbortController().signal))!;
    expect(classes.unknown).toBe(2);
    expect(classes.least).toBe(0);
    expect(classes.most).toBeCloseTo(40, 1);
  });

  it('are none where nothing is known', async () => {
    expect(await densityClasses(new Map(), new AbortController().signal)).toBeNull();
  });
});
