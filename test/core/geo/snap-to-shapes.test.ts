import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { ShapeSnapper, snapToLines } from '../../../src/core/geo/snap-to-shapes.ts';
import { metresAway, pointAt, squareAt } from '../../builders/plan-builder.ts';

const square = squareAt(0, 0, 200);

describe('snapping', () => {
  it.each([
    ['a corner', [3, 4], [0, 0]],
    ['an edge', [100, 6], [100, 0]],
    ['a corner, though an edge is nearer', [9, 1], [0, 0]],
  ] as const)('finds %s', (_, [east, north], [x, y]) => {
    const found = new ShapeSnapper([square]).snap(metresAway(east, north), 15)!;
    expect(greatCircleMetres(found, metresAway(x, y))).toBeLessThan(0.05);
  });

  it('finds nothing where nothing is near, and in an empty plan', () => {
    expect(new ShapeSnapper([square]).snap(metresAway(100, 100), 15)).toBeNull();
    expect(new ShapeSnapper([pointAt(0)]).snap(metresAway(0), 15)).toBeNull();
    expect(snapToLines([], metresAway(0), 15)).toBeNull();
    expect(snapToLines([[[...metresAway(0)]]], metresAway(3), 2)).toBeNull();
  });

  it('is never farther than asked, and finds something wherever an edge is as near', () => {
    const metres = fc.integer({ min: -60, max: 260 });
    fc.assert(
      fc.property(metres, metres, fc.integer({ min: 1, max: 40 }), (east, north, within) => {
        const at = metresAway(east, north);
        const found = new ShapeSnapper([square, squareAt(900, 900, 50)]).snap(at, within);
        const outX = Math.max(-east, 0, east - 200);
        const outY = Math.max(-north, 0, north - 200);
        const inside = outX === 0 && outY === 0;
        const away = inside ? Math.min(east, north, 200 - east, 200 - north) : Math.hypot(outX, outY);
        // A degree of longitude is a little wider here than there.
        fc.pre(Math.abs(away - within) > 0.1);
        expect(found !== null).toBe(away < within);
        if (found !== null) expect(greatCircleMetres(found, at)).toBeLessThan(within + 0.1);
      }),
    );
  });
});
