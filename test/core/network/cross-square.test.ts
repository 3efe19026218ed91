import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossSquare } from '../../../src/core/network/cross-square.ts';
import { joinRings } from '../../../src/core/network/rings.ts';

/** Lines of sight over rings of named corners at whole metres, as sorted pairs of names. */
function sight(
  places: Readonly<Record<string, readonly [number, number]>>,
  rings: readonly string[],
  entrances: string,
): string[] {
  const names = Object.keys(places);
  const x = names.map((name) => places[name]![0]);
  const y = names.map((name) => places[name]![1]);
  const closed = rings.map((ring) => `${ring}${ring[0]}`.split('').map((name) => names.indexOf(name)));
  return crossSquare({ rings: closed }, x, y, (place) => entrances.includes(names[place]!))
    .map(([a, b]) => [names[a]!, names[b]!].toSorted().join(''))
    .toSorted();
}

const SQUARE = { A: [0, 0], B: [100, 0], C: [100, 100], D: [0, 100] } as const;

describe('a square is crossed', () => {
  test('between entrances, not along its sides', () => {
    expect(sight(SQUARE, ['ABCD'], 'ABCD')).toEqual(['AC', 'BD']);
    expect(sight(SQUARE, ['DCBA'], 'AC')).toEqual(['AC']);
    expect(sight(SQUARE, ['ABCD'], 'A')).toEqual([]);
  });

  const ELL = { A: [0, 0], B: [100, 0], C: [100, 40], D: [40, 40], E: [40, 100], F: [0, 100] } as const;

  test('round inner corners, not over what is outside', () => {
    // From one arm's end to the other's the walk bends at D.
    for (const ring of ['ABCDEF', 'FEDCBA']) expect(sight(ELL, [ring], 'BF')).toEqual(['BD', 'DF']);
    expect(sight(ELL, ['ABCDEF'], 'CE')).toEqual([]);
  });

  test('round what stands on it', () => {
    const fountain = { ...SQUARE, P: [40, 40], Q: [60, 40], R: [60, 60], S: [40, 60] } as const;
    for (const inner of ['PQRS', 'SRQP']) {
      const lines = sight(fountain, ['ABCD', inner], 'AC');
      expect(lines).not.toContain('AC');
      expect(lines).toEqual(['AP', 'AQ', 'AS', 'CQ', 'CR', 'CS']);
    }
  });

  test('through a corner that lies on the way in two lines', () => {
    const places = { A: [0, 0], B: [100, 0], C: [200, 0], D: [200, 100], E: [100, 50], F: [0, 100] } as const;
    expect(sight(places, ['ABCDEF'], 'AC')).toEqual(['AE', 'CE']);
  });

  test('on straight lines that keep to it, whatever its outline', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 4, maxLength: 12 }), (radii) => {
        const x = radii.map((r, i) => Math.round(100 * r * Math.cos((2 * Math.PI * i) / radii.length)));
        const y = radii.map((r, i) => Math.round(100 * r * Math.sin((2 * Math.PI * i) / radii.length)));
        const ring = [...radii.keys(), 0];
        for (const [a, b] of crossSquare({ rings: [ring] }, x, y, () => true)) {
          for (const share of [0.01, 0.37, 0.5, 0.81, 0.99]) {
            const at = [x[a]! + share * (x[b]! - x[a]!), y[a]! + share * (y[b]! - y[a]!)] as const;
            expect(isInside(at, x, y)).toBe(true);
          }
        }
      }),
    );
  });
});

/** By the angle that the outline turns round the position. */
function isInside([px, py]: readonly [number, number], x: readonly number[], y: readonly number[]): boolean {
  let turned = 0;
  for (let i = 0; i < x.length; i++) {
    const j = (i + 1) % x.length;
    const [ax, ay, bx, by] = [x[i]! - px, y[i]! - py, x[j]! - px, y[j]! - py];
    turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.abs(turned) > Math.PI;
}

describe('rings of a multipolygon', () => {
  test('are joined from pieces in any direction', () => {
    expect(
      joinRings([
        [1, 2, 3],
        [5, 4, 3],
        [5, 1],
        [7, 8, 9, 7],
      ]),
    ).toHaveLength(2);
  });

  test('with a gap are none', () => {
    expect(
      joinRings([
        [1, 2, 3],
        [3, 4],
      ]),
    ).toBeNull();
  });
});
