import { describe, expect, it } from 'vitest';
import { AREA_CHECKS, VERDICTS } from '../../src/core/checks/result.ts';
import { FACILITY_TYPES } from '../../src/core/plan/plan.ts';
import { FACILITY_SHAPES } from '../../src/map/facility-shapes.ts';
import type { MapLook } from '../../src/map/layers.ts';
import type { Palette } from '../../src/map/palette.ts';
import { mapStyle } from '../../src/map/style.ts';
import type { AreaColour } from '../../src/state/workspace-state.ts';

const palette = {
  canvas: '#fff',
  text: '#000',
  halo: '#fff',
  accent: '#00f',
  circle: '#00f',
  verdict: Object.fromEntries(VERDICTS.map((verdict) => [verdict, '#123456'])),
  density: ['#1', '#2', '#3', '#4', '#5'],
  facility: Object.fromEntries(FACILITY_TYPES.map((type) => [type, '#654321'])),
} as unknown as Palette;

function look(colour: AreaColour, densityBreaks: readonly number[] = [1, 2, 3, 4]): MapLook {
  const layers = { areas: true, facilities: true, circles: true, population: true, labels: true, colour };
  return { layers, palette, densityBreaks, facilityCount: 10 };
}

describe('the style of the map', () => {
  it('asks nothing of the network', () => {
    const style = mapStyle(look('overall'), { areas: 'blob:here' });
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it('is the same value for the same state', () => {
    expect(mapStyle(look('overall'), {})).toEqual(mapStyle(look('overall'), {}));
  });

  it.each(['overall', 'density', ...AREA_CHECKS] as const)(
    'draws every layer from a source it has, by %s',
    (colour) => {
      const { layers, sources } = mapStyle(look(colour), {});
      for (const layer of layers) {
        if (layer.type !== 'background') expect(Object.keys(sources)).toContain((layer as { source: string }).source);
      }
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    },
  );

  it('needs no bounds of classes to colour by density', () => {
    const fill = mapStyle(look('density', []), {}).layers.find(({ id }) => id === 'areas-fill');
    expect(fill).toMatchObject({ paint: { 'fill-color': '#1' } });
  });

  it('leaves out what is switched off', () => {
    const { layers } = look('overall');
    const off = { ...look('overall'), layers: { ...layers, areas: false, circles: false, labels: false } };
    const ids = mapStyle(off, {}).layers.map(({ id }) => id);
    expect(ids).toEqual(['canvas', 'population-dots', 'facilities-marked', 'facilities']);
  });
});

it('every type of facility has a shape of its own', () => {
  expect(new Set(Object.values(FACILITY_SHAPES)).size).toBe(FACILITY_TYPES.length);
});
