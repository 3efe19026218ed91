import { expect, it } from 'vitest';
import { PLAN_LAYERS, planAddress, STREET_LAYERS, streetAddress, tileAt } from '../../src/map/tile-address.ts';

/** As MapLibre fills it in. */
function filled(address: string): string {
  return address.replace('{z}', '11').replace('{x}', '1712').replace('{y}', '830');
}

it('an address says which tile of what it asks for', () => {
  const place = { z: 11, x: 1712, y: 830 };
  for (const layer of PLAN_LAYERS) {
    for (const side of ['left', 'right'] as const) {
      expect(tileAt(filled(planAddress(layer, side)))).toEqual({ layer, side, ...place });
    }
  }
  for (const layer of PLAN_LAYERS) expect(tileAt(filled(planAddress(layer)))).toEqual({ layer, ...place });
  for (const layer of STREET_LAYERS) {
    expect(tileAt(filled(streetAddress(layer, 'a1b2')))).toEqual({ layer, streets: 'a1b2', ...place });
  }
});

it.each([
  'https://example.org/11/1/1',
  'yiquan://secrets/11/1/1',
  'yiquan://areas/{z}/1/1',
  'yiquan://middle-areas/11/1/1',
  'yiquan://left-base/a1b2/11/1/1',
  'yiquan://areas/a1b2/11/1/1',
  'yiquan://base/11/1/1',
])('an address of another kind is a fault: %s', (address) => {
  expect(() => tileAt(address)).toThrow(/tile address/);
});
