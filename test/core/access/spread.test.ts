import { expect, it } from 'vitest';
import { originsSteps } from '../../../src/core/access/origins.ts';
import { gatherInCells } from '../../../src/core/access/cells.ts';
import { spreadPlaces } from '../../../src/core/access/spread.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

const areas = [
  ...new PlanBuilder()
    .area('large', { geometry: squareAt(0, 0, 4000) })
    .area('point', { geometry: pointAt(9000) })
    .area('small', { geometry: squareAt(6000, 0, 120) })
    .area('nowhere')
    .build()
    .areas.values(),
].sort((a, b) => (a.id < b.id ? -1 : 1));
const origins = runSteps(originsSteps(areas, null));

it('leaves no hole in a large area, and shares its people out exactly', () => {
  const places = spreadPlaces(areas, origins, 250);
  const of = (id: string) => areas.findIndex((area) => area.id === id);
  for (const [id, whole] of [
    ['large', 1],
    ['small', 1],
    ['point', 1],
    ['nowhere', 0],
  ] as const) {
    const shares = [...places.share].filter((_, i) => places.area[i] === of(id));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(whole, 9);
  }
  const cells = gatherInCells({ ...places, figure: places.share, base: null }, 'grid', 250);
  // 16 × 16 cells of 250 m, one more row and column where they are not in step with the square.
  expect(cells.length).toBeGreaterThanOrEqual(256);
});

it('names the nearest origin of the same area', () => {
  const { area, origin } = spreadPlaces(areas, origins, 250);
  for (const [i, a] of area.entries()) {
    expect(origin[i]).toBeGreaterThanOrEqual(origins.start[a]!);
    expect(origin[i]).toBeLessThan(origins.start[a + 1]!);
  }
});
