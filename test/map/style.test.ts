import { describe, expect, it } from 'vitest';
import { AREA_CHECKS, VERDICTS } from '../../src/core/checks/result.ts';
import type { RoadClass } from '../../src/core/network/base-map-classes.ts';
import { FACILITY_TYPES } from '../../src/core/plan/plan.ts';
import { ROAD_ZOOM } from '../../src/core/tiles/base-map-zooms.ts';
import { FACILITY_SHAPES } from '../../src/map/facility-shapes.ts';
import type { MapLook } from '../../src/map/layers.ts';
import { BASE_COLOURS, type Palette } from '../../src/map/palette.ts';
import { mapStyle } from '../../src/map/style.ts';
import { DEFAULT_LAYERS, LAYER_IDS, type LayerId, type MapLayers } from '../../src/state/map-layers.ts';
import type { VerdictOf } from '../../src/state/workspace-state.ts';

const palette = {
  canvas: '#fff',
  text: '#000',
  halo: '#fff',
  accent: '#00f',
  circle: '#00f',
  verdict: Object.fromEntries(VERDICTS.map((verdict) => [verdict, '#123456'])),
  density: ['#1', '#2', '#3', '#4', '#5'],
  access: ['#6', '#7', '#8', '#9', '#a'],
  unit: '#333',
  candidate: '#963',
  parcel: '#066',
  streetEdit: { barrier: '#808', link: '#086' },
  network: { main: '#00f', other: '#fa0', island: '#f00' },
  facility: Object.fromEntries(FACILITY_TYPES.map((type) => [type, '#654321'])),
  base: Object.fromEntries(BASE_COLOURS.map((name) => [name, '#abcdef'])),
} as unknown as Palette;

/** Every layer shown, areas by the verdict of one check. */
const EVERYTHING: MapLayers = {
  ...(Object.fromEntries(
    // One surface at a time.
    LAYER_IDS.map((id) => [id, { ...DEFAULT_LAYERS[id], visible: id !== 'access' }]),
  ) as unknown as MapLayers),
  order: DEFAULT_LAYERS.order,
};

function look(colour: VerdictOf, breaks: readonly number[] = [1, 2, 3, 4]): MapLook {
  return {
    layers: { ...EVERYTHING, areas: { ...EVERYTHING.areas, colour } },
    palette,
    breaks: { elders: breaks, access: breaks },
    facilityCount: 10,
    minutes: 15,
    judged: true,
    streets: 'a1b2',
    english: false,
    walk: null,
    facilityBands: [],
  };
}

function without(layers: MapLayers, ...ids: readonly LayerId[]): MapLayers {
  return { ...layers, ...Object.fromEntries(ids.map((id) => [id, { ...layers[id], visible: false }])) };
}

describe('the style of the map', () => {
  it('asks nothing of the network', () => {
    const style = mapStyle(look('overall'), { elders: 'blob:here' });
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it('is the same value for the same state', () => {
    expect(mapStyle(look('overall'), {})).toEqual(mapStyle(look('overall'), {}));
  });

  it.each(['overall', ...AREA_CHECKS] as const)('draws every layer from a source it has, by %s', (colour) => {
    const { layers, sources } = mapStyle(look(colour), {});
    for (const layer of layers) {
      if (layer.type !== 'background') expect(Object.keys(sources)).toContain((layer as { source: string }).source);
    }
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  });

  it('needs no bounds of classes to draw a surface', () => {
    const fill = mapStyle(look('overall', []), {}).layers.find(({ id }) => id === 'elders-fill');
    expect(fill).toMatchObject({ paint: { 'fill-color': '#1' } });
  });

  it('never draws what is not known in a shade of the scale', () => {
    const { layers } = mapStyle(look('overall'), {});
    expect(layers.find(({ id }) => id === 'elders-fill')).toMatchObject({ filter: ['!=', ['get', 'value'], null] });
    expect(layers.find(({ id }) => id === 'elders-pattern')).toMatchObject({
      filter: ['==', ['get', 'value'], null],
      paint: { 'fill-pattern': 'pattern no_data' },
    });
  });

  it('draws nothing but what is asked about where everything is switched off', () => {
    const off = { ...look('overall'), layers: without(EVERYTHING, ...LAYER_IDS) };
    const ids = mapStyle(off, {}).layers.map(({ id }) => id);
    expect(ids.filter((id) => !/^(canvas|walk|facility-bands)/.test(id))).toEqual([]);
  });

  it('stacks the layers in the order of the state, and lets areas step back over a surface alone', () => {
    const bare = look('overall');
    const order = [
      'base',
      'areas',
      'elders',
      'access',
      'units',
      'network',
      'circles',
      'streetEdits',
      'labels',
      'candidates',
      'facilities',
    ] as const;
    const ids = mapStyle({ ...bare, layers: { ...bare.layers, order } }, {}).layers.map(({ id }) => id);
    expect(ids.indexOf('areas-fill')).toBeLessThan(ids.indexOf('elders-fill'));
    const fillOf = (layers: MapLayers) =>
      JSON.stringify(mapStyle({ ...bare, layers }, {}).layers.find(({ id }) => id === 'areas-fill')?.paint);
    expect(fillOf(without(bare.layers, 'elders', 'access'))).not.toBe(fillOf(bare.layers));
  });
});

describe('the base map', () => {
  it('is in the tiles wherever a layer shows it', () => {
    const { layers } = mapStyle(look('overall'), {});
    const roads = layers.filter((layer) => 'source-layer' in layer && layer['source-layer'] === 'roads');
    for (const { id, minzoom = 0, ...layer } of roads) {
      const filter = JSON.stringify('filter' in layer ? layer.filter : null);
      const shown = (Object.keys(ROAD_ZOOM) as RoadClass[]).filter((name) => filter.includes(`"${name}"`));
      expect(shown, id).not.toEqual([]);
      // The main roads come class by class; of the others all are there from the start.
      const least = shown.map((name) => ROAD_ZOOM[name]);
      expect(shown.includes('motorway') ? Math.min(...least) : Math.max(...least), id).toBeLessThanOrEqual(minzoom);
    }
  });

  const ids = (change: Partial<MapLook>): string[] =>
    mapStyle({ ...look('overall'), ...change }, {}).layers.map(({ id }) => id);
  const isBase = (id: string): boolean => id.startsWith('base-');

  it('lies under everything that is audited, and its names under theirs', () => {
    const all = ids({ layers: without(look('overall').layers, 'elders', 'access') });
    const ground = all.filter((id) => isBase(id) && !id.startsWith('base-name-'));
    expect(new Set(ground).size).toBe(ground.length);
    expect(all.slice(1, ground.length + 1)).toEqual(ground);
    const lastName = Math.max(...all.map((id, i) => (id.startsWith('base-name-') ? i : 0)));
    expect(all.slice(lastName + 1)).toEqual([
      'parcels-label',
      'street-edits-label',
      'candidates-label',
      'facilities-label',
      'areas-label',
      'units-label',
      'candidates-marked',
      'candidates',
      'facilities-marked',
      'facilities',
    ]);
  });

  it('lets a surface lie between its ground and its streets', () => {
    const all = ids({ layers: without(look('overall').layers, 'access') });
    const order = ['base-ground', 'elders-fill', 'base-water', 'base-main-casing', 'areas-fill'].map((id) =>
      all.indexOf(id),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is there only while streets are open and it is switched on, and named only while names are', () => {
    const { layers } = look('overall');
    expect(ids({ streets: null }).some(isBase)).toBe(false);
    expect(ids({ layers: without(layers, 'base') }).some(isBase)).toBe(false);
    expect(ids({ layers: without(layers, 'labels') }).some((id) => id.startsWith('base-name-'))).toBe(false);
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
