import { expect, it } from 'vitest';
import { GROUND_NAME_ZOOMS, groundNameZoom } from '../../../src/core/tiles/base-map-zooms.ts';
import { DEEPEST_ZOOM } from '../../../src/core/tiles/tile-grid.ts';

it('has a name of ground in the tiles of every zoom that writes it', () => {
  for (const ha of [0, 0.4, 0.5, 2.9, 3, 12, 49, 50, 150, 4000]) {
    const written = GROUND_NAME_ZOOMS.filter(([, least]) => ha >= least).map(([zoom]) => zoom);
    expect(groundNameZoom(ha)).toBe(Math.min(DEEPEST_ZOOM, ...written));
  }
});
