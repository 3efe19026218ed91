import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { RailClass, RoadClass } from '../core/network/base-map-classes.ts';
import type { BaseMapLayer } from '../core/tiles/base-map.ts';
import { GROUND_NAME_ZOOMS } from '../core/tiles/base-map-zooms.ts';
import { tiled } from './layers/look.ts';
import type { BasePalette } from './palette.ts';

export interface BaseMapLook {
  readonly palette: BasePalette;
  readonly fonts: readonly string[];
  /** Names as on the signs, or in English where the map has them. */
  readonly english: boolean;
}

const MAIN: readonly RoadClass[] = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];
const CASED: readonly RoadClass[] = [...MAIN, 'minor'];

/** Road widths in CSS pixels by zoom. Slip roads are two thirds as wide. */
const WIDTHS: readonly (readonly [zoom: number, widths: Readonly<Partial<Record<RoadClass, number>>>])[] = [
  [9, { motorway: 1.4, trunk: 1.2, primary: 0.9, secondary: 0.6, tertiary: 0.3 }],
  [12, { motorway: 2.6, trunk: 2.4, primary: 2, secondary: 1.5, tertiary: 1, minor: 0.5 }],
  [
    14,
    {
      motorway: 4.6,
      trunk: 4.2,
      primary: 3.8,
      secondary: 3.2,
      tertiary: 2.6,
      minor: 1.5,
      pedestrian: 1.4,
      service: 0.7,
    },
  ],
  [
    16,
    { motorway: 10, trunk: 9, primary: 8.5, secondary: 7.5, tertiary: 6.5, minor: 4.5, pedestrian: 4, service: 2.2 },
  ],
  [18, { motorway: 24, trunk: 22, primary: 21, secondary: 18, tertiary: 16, minor: 12, pedestrian: 10, service: 6 }],
];
const CASING_PX = 1.4;
const LINK_WIDTH = 0.66;

function isOf(classes: readonly string[]): ExpressionSpecification {
  return ['in', ['get', 'class'], ['literal', [...classes]]];
}
const IN_TUNNEL: ExpressionSpecification = ['has', 'tunnel'];
const ON_BRIDGE: ExpressionSpecification = ['has', 'bridge'];

function roadWidth(more = 0): ExpressionSpecification {
  const stops = WIDTHS.flatMap(([zoom, widths]): (number | ExpressionSpecification)[] => {
    const cases = Object.entries(widths).flat();
    const width = ['match', ['get', 'class'], ...cases, widths.service ?? 0] as unknown as ExpressionSpecification;
    return [zoom, ['+', ['*', width, ['case', ['has', 'link'], LINK_WIDTH, 1]], more]];
  });
  return ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** The larger class on top. */
const ROAD_RANK = [
  'match',
  ['get', 'class'],
  ...MAIN.flatMap((name, i): (string | number)[] => [name, MAIN.length - i]),
  0,
] as unknown as ExpressionSpecification;

/** What the ground is covered with, water included. */
export function baseMapGround({ palette }: BaseMapLook): LayerSpecification[] {
  return [
    {
      id: 'base-ground',
      type: 'fill',
      ...tiled('base', 'ground'),
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          'residential',
          palette.residential,
          'works',
          palette.works,
          'farm',
          palette.farm,
          'green',
          palette.green,
          'forest',
          palette.forest,
          'sport',
          palette.sport,
          'bare',
          palette.bare,
          'water',
          palette.water,
          palette.square,
        ],
        'fill-antialias': true,
      },
    },
  ];
}

/** Water once more, over a surface: nobody lives there, whatever its cells cover. */
export function baseMapWater({ palette }: BaseMapLook): LayerSpecification {
  return {
    id: 'base-water',
    type: 'fill',
    ...tiled('base', 'ground'),
    filter: ['==', ['get', 'kind'], 'water'],
    paint: { 'fill-color': palette.water },
  };
}

/** Rivers, buildings, roads and rails: what a surface is read by, and what lies under all that is audited. */
export function baseMapLines({ palette }: BaseMapLook): LayerSpecification[] {
  return [
    {
      id: 'base-waterways',
      type: 'line',
      ...tiled('base', 'waterways'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.water,
        'line-width': [
          'interpolate',
          ['exponential', 1.5],
          ['zoom'],
          9,
          ['match', ['get', 'class'], 'river', 1, 'shore', 1, 0.3],
          14,
          ['match', ['get', 'class'], 'river', 4, 'canal', 2.6, 'shore', 1.4, 1.2],
          18,
          ['match', ['get', 'class'], 'river', 18, 'canal', 12, 'shore', 2, 4],
        ],
      },
    },
    {
      id: 'base-buildings',
      type: 'fill',
      ...tiled('base', 'buildings'),
      minzoom: 14.5,
      paint: {
        'fill-color': palette.building,
        'fill-outline-color': palette['building-line'],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 14.5, 0, 15.2, 1],
      },
    },
    ...roadLayers(palette),
    ...railLayers(palette),
    ...bridgeLayers(palette),
  ];
}

function roadLayers(palette: BasePalette): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  const onGround = (classes: readonly string[]): FilterSpecification => [
    'all',
    isOf(classes),
    ['!', IN_TUNNEL],
    ['!', ON_BRIDGE],
  ];
  const casing = (id: string, classes: readonly RoadClass[], minzoom: number): LayerSpecification => ({
    id,
    type: 'line',
    ...tiled('base', 'roads'),
    minzoom,
    filter: onGround(classes),
    layout: round,
    paint: { 'line-color': palette.casing, 'line-width': roadWidth(CASING_PX) },
  });
  return [
    {
      id: 'base-tunnels',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 11,
      filter: ['all', isOf(CASED), IN_TUNNEL],
      paint: {
        'line-color': palette.casing,
        'line-width': roadWidth(),
        'line-opacity': 0.5,
        'line-dasharray': [1.2, 0.8],
      },
    },
    {
      id: 'base-paths',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 13.3,
      filter: ['all', isOf(['path']), ['!', IN_TUNNEL]],
      paint: {
        'line-color': palette.path,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13.3, 0.5, 16, 1.2, 18, 2.2],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 13.3, 0.35, 15.5, 1],
        'line-dasharray': [3, 1.6],
      },
    },
    {
      id: 'base-steps',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 14,
      filter: isOf(['steps']),
      paint: {
        'line-color': palette.path,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 1.2, 18, 5],
        'line-dasharray': [0.5, 0.4],
      },
    },
    {
      id: 'base-service',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 13,
      filter: ['all', isOf(['service', 'pedestrian']), ['!', IN_TUNNEL]],
      layout: round,
      paint: { 'line-color': palette.service, 'line-width': roadWidth() },
    },
    casing('base-minor-casing', ['minor'], 13),
    casing('base-main-casing', MAIN, 9),
    {
      id: 'base-minor',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 11,
      filter: onGround(['minor']),
      layout: round,
      paint: { 'line-color': ['step', ['zoom'], palette.service, 13, palette.road], 'line-width': roadWidth() },
    },
    {
      id: 'base-main',
      type: 'line',
      ...tiled('base', 'roads'),
      filter: onGround(MAIN),
      layout: { ...round, 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.road, 'line-width': roadWidth() },
    },
  ];
}

function bridgeLayers(palette: BasePalette): LayerSpecification[] {
  const filter: FilterSpecification = ['all', isOf(CASED), ON_BRIDGE];
  return [
    {
      id: 'base-bridges-casing',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 9,
      filter,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.casing, 'line-width': roadWidth(CASING_PX + 0.6) },
    },
    {
      id: 'base-bridges',
      type: 'line',
      ...tiled('base', 'roads'),
      minzoom: 9,
      filter,
      layout: { 'line-join': 'round', 'line-cap': 'round', 'line-sort-key': ROAD_RANK },
      paint: { 'line-color': palette.road, 'line-width': roadWidth() },
    },
  ];
}

function railLayers(palette: BasePalette): LayerSpecification[] {
  const heavy: readonly RailClass[] = ['rail', 'light'];
  return [
    {
      id: 'base-rails-hidden',
      type: 'line',
      ...tiled('base', 'rails'),
      minzoom: 12,
      filter: ['any', IN_TUNNEL, isOf(['subway'])],
      paint: { 'line-color': palette.rail, 'line-width': 1, 'line-opacity': 0.55, 'line-dasharray': [3, 3] },
    },
    {
      id: 'base-rails',
      type: 'line',
      ...tiled('base', 'rails'),
      minzoom: 9,
      filter: ['all', isOf(heavy), ['!', IN_TUNNEL], ['!', ['has', 'side']]],
      paint: {
        'line-color': palette.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.7, 14, 1.4, 18, 3],
      },
    },
    {
      id: 'base-rails-ties',
      type: 'line',
      ...tiled('base', 'rails'),
      minzoom: 14,
      filter: ['all', isOf(heavy), ['!', IN_TUNNEL], ['!', ['has', 'side']]],
      paint: {
        'line-color': palette.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 4, 18, 8],
        'line-dasharray': [0.3, 2.2],
      },
    },
    {
      id: 'base-rails-small',
      type: 'line',
      ...tiled('base', 'rails'),
      minzoom: 13.5,
      filter: ['all', ['any', isOf(['tram']), ['has', 'side']], ['!', IN_TUNNEL]],
      paint: { 'line-color': palette.rail, 'line-width': 0.8, 'line-opacity': 0.8 },
    },
  ];
}

const LEAST_NAMED_HA = [
  'step',
  ['zoom'],
  ...GROUND_NAME_ZOOMS.flatMap(([zoom, hectares], i) => (i === 0 ? [hectares] : [zoom, hectares])),
] as unknown as ExpressionSpecification;

/** Names: they give way to everything that is audited, so they belong under its names. */
export function baseMapNames({ palette, fonts, english }: BaseMapLook): LayerSpecification[] {
  const name: ExpressionSpecification = english ? ['coalesce', ['get', 'en'], ['get', 'name']] : ['get', 'name'];
  const font = { 'text-field': name, 'text-font': [...fonts] };
  const ink = (colour: string) => ({ 'text-color': colour, 'text-halo-color': palette.halo, 'text-halo-width': 1.3 });
  const along = (id: string, layer: BaseMapLayer, minzoom: number, filter: FilterSpecification, colour: string) =>
    ({
      id,
      type: 'symbol',
      ...tiled('base', layer),
      minzoom,
      filter,
      layout: {
        ...font,
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 10, 16, 12],
        'text-max-angle': 30,
        'text-padding': 4,
        ...(layer === 'roads' ? { 'symbol-sort-key': ['-', 0, ROAD_RANK] } : {}),
      },
      paint: ink(colour),
    }) as LayerSpecification;
  const place = (kinds: readonly string[], from: number, to: number, size: number): LayerSpecification => ({
    id: `base-name-${kinds[0]}`,
    type: 'symbol',
    ...tiled('base', 'places'),
    minzoom: from,
    maxzoom: to,
    filter: ['in', ['get', 'kind'], ['literal', [...kinds]]],
    layout: {
      ...font,
      'text-size': ['interpolate', ['linear'], ['zoom'], from, size, to, size + 3],
      'text-max-width': 8,
    },
    paint: { ...ink(palette['place-label']), 'text-halo-width': 1.6 },
  });
  return [
    along(
      'base-name-minor',
      'roads',
      15,
      ['in', ['get', 'class'], ['literal', ['minor', 'pedestrian']]],
      palette.label,
    ),
    along('base-name-water', 'waterways', 12, true, palette['water-label']),
    along('base-name-main', 'roads', 12.5, ['in', ['get', 'class'], ['literal', [...MAIN]]], palette.label),
    {
      id: 'base-name-ground',
      type: 'symbol',
      ...tiled('base', 'places'),
      minzoom: 11,
      // Larger grounds are named from farther away.
      filter: ['>=', ['coalesce', ['get', 'ha'], -1], LEAST_NAMED_HA],
      layout: { ...font, 'text-size': 10.5, 'text-max-width': 7, 'symbol-sort-key': ['-', 0, ['get', 'ha']] },
      paint: ink([
        'match',
        ['get', 'kind'],
        'water',
        palette['water-label'],
        palette['green-label'],
      ] as unknown as string),
    },
    place(['neighbourhood'], 13.5, 18, 11),
    place(['village'], 11.5, 17, 11),
    place(['suburb'], 11, 16, 12),
    place(['town'], 9, 15, 13),
    place(['city'], 7, 14, 15),
  ];
}
