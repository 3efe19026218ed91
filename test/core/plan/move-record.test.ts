import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { asWgs84, type LonLat } from '../../../src/core/geo/geometry.ts';
import { innerPosition } from '../../../src/core/geo/polygon.ts';
import { applyChange, inverse, type Change } from '../../../src/core/plan/edit.ts';
import { moveRecord } from '../../../src/core/plan/move-record.ts';
import { PLACED_TABLES, type PlacedTable } from '../../../src/core/plan/placed-record.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';
import { metresAway, pointAt, squareAt, PlanBuilder } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';

function changeOf(result: Change | string): Change {
  if (typeof result === 'string') throw new Error(`refused: ${result}`);
  return result;
}

const away = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));

/** A shape in each of the tables. */
function planWith(geometry: ReturnType<typeof pointAt>): Plan {
  return {
    ...EMPTY_PLAN,
    areas: new Map([['x', { id: 'x', class: 'built', settlement: 'urban', geometry }]]),
    facilities: new Map([['x', { id: 'x', type: 'station', geometry, entrance: metresAway(20, 10) }]]),
    candidates: new Map([['x', { id: 'x', kind: 'other', geometry }]]),
    parcels: new Map([['x', { id: 'x', use: 'elder_care', geometry }]]),
  };
}

describe('a move', () => {
  it('brings the thing where it is to be, and taken back leaves the identical plan', () => {
    fc.assert(
      fc.property(randomPlan, away, fc.nat(), (plan, [east, north], which) => {
        const to = metresAway(east, north);
        const all = (['areas', 'facilities'] as const).flatMap((table) =>
          [...plan[table].values()].flatMap(({ id, geometry }) => (geometry ? { table, id } : [])),
        );
        fc.pre(all.length > 0);
        const of = all[which % all.length]!;
        const change = changeOf(moveRecord(plan, { ...of, to }));
        const moved = applyChange(plan, change);
        expect(greatCircleMetres(innerPosition(moved[of.table].get(of.id)!.geometry!), to)).toBeLessThan(0.5);
        expect(applyChange(moved, inverse(change))).toEqual(plan);
      }),
    );
  });

  it.each<PlacedTable>([...PLACED_TABLES])('keeps the shape of a polygon, whatever table it is in: %s', (table) => {
    const plan = planWith(squareAt(0, 0, 300));
    // Far to the north, where a degree of longitude spans less.
    const to: LonLat = [123, 45];
    const moved = applyChange(plan, changeOf(moveRecord(plan, { table, id: 'x', to })));
    const { geometry } = moved[table].get('x')!;
    if (geometry?.type !== 'Polygon') throw new Error('expected a polygon');
    const ring = geometry.coordinates[0]! as unknown as LonLat[];
    const sides = ring.slice(1).map((corner, i) => greatCircleMetres(ring[i]!, corner));
    for (const side of sides) expect(Math.abs(side - 300)).toBeLessThan(0.2);
  });

  it('takes the entrance along', () => {
    const plan = planWith(pointAt(0, 0));
    const moved = applyChange(plan, changeOf(moveRecord(plan, { table: 'facilities', id: 'x', to: metresAway(500) })));
    expect(greatCircleMetres(moved.facilities.get('x')!.entrance!, metresAway(520, 10))).toBeLessThan(0.01);
  });

  it('moves what crosses itself, too: it did so before', () => {
    const bow = asWgs84({
      type: 'Polygon' as const,
      coordinates: [
        [metresAway(0), metresAway(100, 100), metresAway(100), metresAway(0, 100), metresAway(0)].map((p) => [...p]),
      ],
    });
    expect(moveRecord(planWith(bow), { table: 'areas', id: 'x', to: metresAway(900) })).not.toBeTypeOf('string');
  });

  it('is refused with a code', () => {
    const plan = new PlanBuilder()
      .area('A')
      .facility('f', { geometry: pointAt(0) })
      .build();
    const to = metresAway(1);
    expect(moveRecord(plan, { table: 'areas', id: 'Z', to })).toBe('record_unknown');
    expect(moveRecord(plan, { table: 'areas', id: 'A', to })).toBe('not_located');
    expect(moveRecord(plan, { table: 'facilities', id: 'f', to: [10, 91] })).toBe('outside_world');
    expect(moveRecord(plan, { table: 'facilities', id: 'f', to: [NaN, 1] })).toBe('outside_world');
  });
});
