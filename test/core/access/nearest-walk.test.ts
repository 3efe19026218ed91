import { describe, expect, it } from 'vitest';
import { networkReachSteps } from '../../../src/core/access/network-reach.ts';
import { nearestWalk } from '../../../src/core/access/nearest-walk.ts';
import { originsSteps } from '../../../src/core/access/origins.ts';
import { straightLineSteps } from '../../../src/core/access/straight-line.ts';
import { openStreetsSteps } from '../../../src/core/network/open-streets.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';

const line = (...points: readonly (readonly [number, number])[]) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: points.map(([east, north]) => [...metresAway(east, north)]) },
});
/** A street along each bank of a canal, joined by a bridge 500 m to the east. */
const features = [
  line([-900, 0], [0, 0], [500, 0], [900, 0]),
  line([-900, 40], [0, 40], [500, 40], [900, 40]),
  line([500, 0], [500, 40]),
];
const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
const { graph } = runSteps(openStreetsSteps({ name: 's.geojson', bytes })).streets!;
const origins = runSteps(originsSteps([], null));
const destinations = new Map([
  ['across', metresAway(0, 60)],
  ['along', metresAway(-700, 0)],
]);
const onStreets = runSteps(networkReachSteps(graph, origins, destinations, 750, 300));

describe('the nearest walk', () => {
  it('is along the bank, not across the water, with its legs and its line', () => {
    const walk = nearestWalk(onStreets, metresAway(0, -10), ['across', 'along'], 1.3)!;
    expect(walk.facility).toBe('along');
    expect(walk.metres).toBeCloseTo(710, 1);
    expect(walk.legs!.startAwayM).toBeCloseTo(10, 2);
    expect(walk.legs!.streetM).toBeCloseTo(700, 1);
    expect(walk.legs!.endAwayM).toBeCloseTo(0, 2);
    expect(walk.line[0]).toEqual(metresAway(0, -10));
    expect(walk.line.at(-1)).toEqual(destinations.get('along'));
  });

  it('goes round by the bridge when there is nothing else, however far the limit of the circle', () => {
    const walk = nearestWalk(onStreets, metresAway(0, 0), ['across'], 1.3)!;
    expect(walk.metres).toBeCloseTo(1060, 1);
    expect(walk.straightM).toBeCloseTo(60, 2);
  });

  it('is none from where no street is near', () => {
    expect(nearestWalk(onStreets, metresAway(0, -2000), ['across'], 1.3)).toBeNull();
  });

  it('without streets is the straight line × the detour factor', () => {
    const straight = runSteps(straightLineSteps(origins, destinations, 750, 1.3));
    const walk = nearestWalk(straight, metresAway(0, 0), ['across', 'along'], 1.3)!;
    expect(walk).toMatchObject({ facility: 'across', legs: null });
    expect(walk.metres).toBeCloseTo(78, 2);
  });
});
