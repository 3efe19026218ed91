import { describe, expect, it } from 'vitest';
import { AREA_CHECKS, VERDICTS } from '../../src/core/checks/result.ts';
import { FACILITY_TYPES } from '../../src/core/plan/plan.ts';
import { FACILITY_SHAPES } from '../../src/map/facility-shapes.ts';
import type { MapLook } from '../../src/map/layers.ts';
import { BASE_COLOURS, type Palette } from '../../src/map/palette.ts';
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
  base: Object.fromEntries(BASE_COLOURS.map((name) => [name, '#abcdef'])),
} as unknown as Palette;

function look(colour: AreaColour, densityBreaks: readonly number[] = [1, 2, 3, 4]): MapLook {
  const layers = { base: true, areas: true, facilities: true, circles: true, population: true, labels: true, colour };
  return { layers, palette, densityBreaks, facilityCount: 10, streets: true, english: false, walk: null };
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
    const off = { ...look('overall'), layers: { ...layers, base: false, areas: false, circles: false, labels: false } };
    const ids = mapStyle(off, {}).layers.map(({ id }) => id);
    const walk = ['walk-casing', 'walk', 'walk-estimate', 'walk-start'];
    expect(ids).toEqual(['canvas', 'population-dots', ...walk, 'facilities-marked', 'facilities']);
  });
});

describe('the base map', () => {
  const ids = (change: Partial<MapLook>): string[] =>
    mapStyle({ ...look('overall'), ...change }, {}).layers.map(({ id }) => id);
  const isBase = (id: string): boolean => id.startsWith('base-');

  it('lies under everything that is audited, and its names under theirs', () => {
    const all = ids({});
    const ground = all.filter((id) => isBase(id) && !id.startsWith('base-name-'));
    expect(all.slice(1, ground.length + 1)).toEqual(ground);
    const lastName = Math.max(...all.map((id, i) => (id.startsWith('base-name-') ? i : 0)));
    expect(all.slice(lastName + 1)).toEqual(['facilities-label', 'areas-label', 'facilities-marked', 'facilities']);
  });

  it('is there only while streets are open and it is switched on, and named only while names are', () => {
    const { layers } = look('overall');
    expect(ids({ streets: false }).some(isBase)).toBe(false);
    expect(ids({ layers: { ...layers, base: false } }).some(isBase)).toBe(false);
    expect(ids({ layers: { ...layers, labels: false } }).some((id) => id.startsWith('base-name-'))).toBe(false);
  });

  it('is named in English where that is wanted and known', () => {
    const name = (english: boolean) =>
      mapStyle({ ...look('overall'), english }, {}).layers.find(({ id }) => id === 'base-name-city')?.layout;
    expect(name(false)).toMatchObject({ 'text-field': ['get', 'name'] });
    expect(name(true)).toMatchObject({ 'text-field': ['coalesce', ['get', 'en'], ['get', 'name']] });
  });

  it('holds back from afar what is small and many', () => {
    const { layers } = mapStyle(look('overall'), {});
    for (const [id, least] of [
      ['base-buildings', 14],
      ['base-paths', 13],
      ['base-service', 13],
      ['base-name-minor', 14],
    ] as const) {
      expect(layers.find((layer) => layer.id === id)?.minzoom).toBeGreaterThanOrEqual(least);
    }
  });
});

it('every type of facility has a shape of its own', () => {
  expect(new Set(Object.values(FACILITY_SHAPES)).size).toBe(FACILITY_TYPES.length);
});
