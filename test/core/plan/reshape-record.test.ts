import { describe, expect, it } from 'vitest';
import { asWgs84, type PlaceGeometry } from '../../../src/core/geo/geometry.ts';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import { reshapeRecord } from '../../../src/core/plan/reshape-record.ts';
import { metresAway, PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

const plan = new PlanBuilder()
  .area('A', { geometry: squareAt(0, 0, 100) })
  .area('B')
  .build();

function ring(...corners: readonly [east: number, north: number][]): PlaceGeometry {
  return asWgs84({ type: 'Polygon', coordinates: [corners.map(([east, north]) => [...metresAway(east, north)])] });
}

describe('a new shape', () => {
  it('replaces the one before, and comes off again', () => {
    const geometry = squareAt(0, 0, 250);
    const change = reshapeRecord(plan, { table: 'areas', id: 'A', geometry });
    if (typeof change === 'string') throw new Error(change);
    const next = applyChange(plan, change);
    expect(next.areas.get('A')!.geometry).toBe(geometry);
    expect(applyChange(next, inverse(change))).toEqual(plan);
  });

  it('gives a place to what had none', () => {
    const change = reshapeRecord(plan, { table: 'areas', id: 'B', geometry: pointAt(5) });
    expect(change).toEqual([expect.objectContaining({ field: 'geometry', from: undefined, to: pointAt(5) })]);
  });

  it.each([
    ['self_intersecting', ring([0, 0], [100, 100], [100, 0], [0, 100], [0, 0])],
    ['too_few_positions', ring([0, 0], [100, 0], [0, 0], [0, 0])],
    ['outside_world', asWgs84({ type: 'Point' as const, coordinates: [200, 10] })],
  ])('is refused: %s', (code, geometry) => {
    expect(reshapeRecord(plan, { table: 'areas', id: 'A', geometry })).toBe(code);
  });

  it('is refused to what is not there', () => {
    expect(reshapeRecord(plan, { table: 'parcels', id: 'A', geometry: pointAt(1) })).toBe('record_unknown');
  });
});
