import { describe, expect, it } from 'vitest';
import { originsSteps } from '../../../src/core/access/origins.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import { contains } from '../../../src/core/geo/polygon.ts';
import type { Area, Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway, PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

function originsOf(plan: Plan) {
  const areas: Area[] = [...plan.areas.values()];
  const origins = runSteps(originsSteps(areas, plan.population));
  return areas.map(({ id }, a) => {
    const range = [...origins.weight.keys()].slice(origins.start[a], origins.start[a + 1]);
    return {
      id,
      basis: origins.basis[a],
      at: range.map((i) => [origins.lon[i]!, origins.lat[i]!] as const),
      weight: range.map((i) => origins.weight[i]!),
    };
  });
}

describe('the origins of an area', () => {
  it('are its point, for a point area, and none without geometry', () => {
    const plan = new PlanBuilder()
      .area('P', { geometry: pointAt(10, 20) })
      .area('Q')
      .build();
    const [point, nowhere] = originsOf(plan);
    expect(point).toMatchObject({ basis: 'point', at: [metresAway(10, 20)], weight: [1] });
    expect(nowhere).toMatchObject({ basis: 'none', at: [] });
  });

  it.each([20, 150, 300, 470, 2000])('are sampled inside a square of %i m: 1 to 64 of equal weight', (side) => {
    const geometry = squareAt(0, 0, side);
    const [area] = originsOf(new PlanBuilder().area('A', { geometry }).build());
    expect(area!.basis).toBe('sampled');
    expect(area!.at.length).toBeGreaterThanOrEqual(1);
    expect(area!.at.length).toBeLessThanOrEqual(64);
    expect(area!.at.every((at) => contains(geometry, at))).toBe(true);
    expect(new Set(area!.weight).size).toBe(1);
    expect(area!.weight.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  it('lie at most 60 m apart as long as 64 are enough', () => {
    const [area] = originsOf(new PlanBuilder().area('A', { geometry: squareAt(0, 0, 400) }).build());
    for (const at of area!.at) {
      const nearest = Math.min(
        ...area!.at.filter((other) => other !== at).map((other) => greatCircleMetres(at, other)),
      );
      expect(nearest).toBeLessThanOrEqual(60.01);
    }
  });

  it('lie in the parts of a multipolygon and never in its hole', () => {
    const outer = squareAt(0, 0, 300);
    const hole = squareAt(100, 100, 100);
    const far = squareAt(1000, 0, 100);
    if (outer.type !== 'Polygon' || hole.type !== 'Polygon' || far.type !== 'Polygon') throw new Error('squares');
    const geometry = asWgs84({
      type: 'MultiPolygon',
      coordinates: [[outer.coordinates[0]!, hole.coordinates[0]!], far.coordinates],
    });
    const [area] = originsOf(new PlanBuilder().area('A', { geometry }).build());
    expect(area!.at.some((at) => contains(outer, at))).toBe(true);
    expect(area!.at.some((at) => contains(far, at))).toBe(true);
    expect(area!.at.some((at) => contains(hole, at))).toBe(false);
  });

  it('are the population cells inside, weighted by elders, whatever the order of the cells', () => {
    const square = { geometry: squareAt(0, 0, 300) };
    const cells: [number, number, number][] = [
      [50, 50, 30],
      [250, 250, 10],
      [400, 50, 99],
      [150, 150, 0],
    ];
    const [area] = originsOf(
      new PlanBuilder()
        .area('A', square)
        .cells(...cells)
        .build(),
    );
    const [turned] = originsOf(
      new PlanBuilder()
        .area('A', square)
        .cells(...cells.toReversed())
        .build(),
    );
    expect(area).toEqual(turned);
    expect(area!.basis).toBe('cells');
    expect(area!.weight).toEqual([0.75, 0.25]);
  });

  it('are sampled where the cells inside say nothing of elders', () => {
    const plan = new PlanBuilder()
      .area('A', { geometry: squareAt(0, 0, 300) })
      .cells([150, 150, 0])
      .build();
    expect(originsOf(plan)[0]!.basis).toBe('sampled');
  });
});
