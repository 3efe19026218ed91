import { describe, expect, test } from 'vitest';
import { blocksWalkers, isWalkable } from '../../../src/core/network/walkable.ts';

/** `'highway=steps foot=no'` as tags. */
function tagged(text: string): (key: string) => string | undefined {
  const tags = new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]));
  return (key) => tags.get(key);
}

describe('one may walk on', () => {
  test.each([
    'highway=residential',
    'highway=primary sidewalk=no',
    'highway=primary sidewalk=separate',
    'highway=service service=parking_aisle',
    'highway=service service=driveway access=destination',
    'highway=footway footway=sidewalk',
    'highway=footway oneway:foot=yes',
    'highway=steps',
    'highway=corridor indoor=yes',
    'highway=platform',
    'railway=platform',
    'public_transport=platform',
    'man_made=pier',
    'highway=pedestrian area=yes',
    'highway=path access=private foot=yes',
    'highway=service access=no foot=designated',
    'highway=track access=forestry',
    'highway=path foot=discouraged',
    'highway=trunk sidewalk=both',
    'highway=trunk sidewalk:right=yes',
    'highway=trunk foot=yes',
    'highway=motorway_link foot=permissive',
    'highway=primary motorroad=yes foot=yes',
    'highway=cycleway foot=designated',
    'highway=bridleway foot=yes',
    'highway=residential foot=unheard_of',
  ])('%s', (tags) => expect(isWalkable(tagged(tags))).toBe(true));
});

describe('one may not walk on', () => {
  test.each([
    'building=yes',
    'waterway=river',
    'highway=motorway',
    'highway=trunk',
    'highway=trunk_link sidewalk=no',
    'highway=trunk sidewalk=separate',
    'highway=primary motorroad=yes',
    'highway=cycleway',
    'highway=cycleway sidewalk=both',
    'highway=bridleway',
    'highway=busway',
    'highway=construction foot=yes',
    'highway=proposed',
    'highway=raceway',
    'highway=residential foot=no',
    'highway=primary foot=use_sidepath',
    'highway=footway foot=private',
    'highway=footway access=private',
    'highway=service access=no',
    'highway=path access=military',
    'highway=trunk access=no sidewalk=both',
    'railway=platform access=private',
    'route=ferry',
    'route=ferry foot=yes',
  ])('%s', (tags) => expect(isWalkable(tagged(tags))).toBe(false));
});

test.each([
  ['barrier=gate', false],
  ['barrier=gate access=private', true],
  ['barrier=gate access=private foot=yes', false],
  ['barrier=bollard foot=no', true],
  ['barrier=gate locked=yes', true],
  ['barrier=lift_gate access=destination', false],
  ['highway=crossing access=no', false],
])('the node %s lets nobody through: %s', (tags, blocks) => expect(blocksWalkers(tagged(tags))).toBe(blocks));
