import type { WalkExplanation } from '../analysis/api.ts';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { VERDICTS, type Verdict } from '../core/checks/result.ts';
import type { AreaColour, MapLayers } from '../state/workspace-state.ts';
import { baseMapLayers, baseMapNames, type BaseMapLook } from './base-map-layers.ts';
import { patternImage } from './draw-image.ts';
import type { Palette } from './palette.ts';

/** Labels are drawn on the device from the first of these that it has; no font is fetched. */
const FONTS = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'sans-serif'];

export interface MapLook {
  readonly layers: MapLayers;
  readonly palette: Palette;
  /** Upper bounds of the density classes but the last, persons per hectare, ascending. */
  readonly densityBreaks: readonly number[];
  /** Signs shrink and circles pale from afar where there are many. */
  readonly facilityCount: number;
  /** The walk that is explained; null: none is. */
  readonly walk: Pick<WalkExplanation, 'line' | 'legs'> | null;
  /** Whether streets are open: without them there is no base map. */
  readonly streets: boolean;
  /** Whether names of the base map are wanted in English where it has them. */
  readonly english: boolean;
}

/** From so many facilities on, a city seen whole would be all signs. */
const CROWD = 400;

const PATTERNED: readonly Verdict[] = ['met_if_built', 'depends_on_class', 'no_data'];
const FILL_OPACITY: Readonly<Record<Verdict, number>> = {
  short: 0.26,
  met_if_built: 1,
  depends_on_class: 1,
  no_data: 1,
  met: 0.14,
  not_applicable: 0.1,
};
const LINE_WIDTH: Readonly<Record<Verdict, number>> = {
  short: 1.8,
  met_if_built: 1.4,
  depends_on_class: 1.2,
  no_data: 0.8,
  met: 0.9,
  not_applicable: 0.7,
};

const IS_POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const IS_POLYGON: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];
const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false];

/** The verdict an area's outline tells; what does not carry the check counts as not applicable. */
function verdictOf(colour: AreaColour): ExpressionSpecification {
  const property = colour === 'overall' || colour === 'density' ? 'verdict' : `v_${colour}`;
  return ['coalesce', ['get', property], 'not_applicable'];
}

function byVerdict<T extends string | number>(
  verdict: ExpressionSpecification,
  values: Readonly<Record<Verdict, T>>,
): ExpressionSpecification {
  const cases = VERDICTS.slice(0, -1).flatMap((name): (string | T)[] => [name, values[name]]);
  return ['match', verdict, ...cases, values.not_applicable] as unknown as ExpressionSpecification;
}

function byDensity({ densityBreaks, palette }: MapLook): ExpressionSpecification | string {
  // One class, or classes not found yet: a step needs at least one bound.
  if (densityBreaks.length === 0) return palette.density[0] ?? palette.canvas;
  const steps = densityBreaks.flatMap((bound, i): (number | string)[] => [bound, palette.density[i + 1] ?? '']);
  return ['step', ['get', 'density'], palette.density[0] ?? '', ...steps] as unknown as ExpressionSpecification;
}

/** The explained walk: whole along streets, dashed where it is only a straight line. */
function walkLines(palette: Palette): LayerSpecification[] {
  const rounded = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'walk-casing',
      type: 'line',
      source: 'walk',
      layout: rounded,
      paint: { 'line-color': palette.halo, 'line-width': 7 },
    },
    {
      id: 'walk',
      type: 'line',
      source: 'walk',
      filter: ['==', ['get', 'estimate'], false],
      layout: rounded,
      paint: { 'line-color': palette.text, 'line-width': 3.5 },
    },
    {
      id: 'walk-estimate',
      type: 'line',
      source: 'walk',
      filter: ['==', ['get', 'estimate'], true],
      paint: { 'line-color': palette.text, 'line-width': 2.5, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'walk-start',
      type: 'circle',
      source: 'walk',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.text,
        'circle-stroke-width': 2.5,
      },
    },
  ];
}

/** All layers, from the ground up, as a pure function of what the screen shows. */
export function mapLayers(look: MapLook): LayerSpecification[] {
  const { layers, palette } = look;
  const base: BaseMapLook | null =
    layers.base && look.streets ? { palette: palette.base, fonts: FONTS, english: look.english } : null;
  return [
    { id: 'canvas', type: 'background', paint: { 'background-color': palette.canvas } },
    ...(base ? baseMapLayers(base) : []),
    ...(layers.areas ? areaFills(look) : []),
    ...(layers.population ? [populationDots(look)] : []),
    ...(layers.circles ? circleLayers(look) : []),
    ...(layers.areas ? areaLines(look) : []),
    ...walkLines(palette),
    // Placed from the top down: signs first, then the areas' names, the facilities', and the base map's where there is room left.
    ...(base && layers.labels ? baseMapNames(base) : []),
    ...(layers.facilities && layers.labels ? [facilityLabels(palette)] : []),
    ...(layers.areas && layers.labels ? [areaLabels(look)] : []),
    ...(layers.facilities ? facilityLayers(look) : []),
  ];
}

function areaFills(look: MapLook): LayerSpecification[] {
  const { palette, layers } = look;
  if (layers.colour === 'density') {
    const known: FilterSpecification = ['all', IS_POLYGON, ['!=', ['get', 'density'], null]];
    return [
      {
        id: 'areas-fill',
        type: 'fill',
        source: 'areas',
        filter: known,
        paint: { 'fill-color': byDensity(look), 'fill-opacity': 0.85 },
      },
      {
        id: 'areas-pattern',
        type: 'fill',
        source: 'areas',
        filter: ['all', IS_POLYGON, ['==', ['get', 'density'], null]],
        paint: { 'fill-pattern': patternImage('no_data') },
      },
    ];
  }
  const verdict = verdictOf(layers.colour);
  return [
    {
      id: 'areas-fill',
      type: 'fill',
      source: 'areas',
      filter: ['all', IS_POLYGON, ['!', ['in', verdict, ['literal', [...PATTERNED]]]]],
      paint: { 'fill-color': byVerdict(verdict, palette.verdict), 'fill-opacity': byVerdict(verdict, FILL_OPACITY) },
    },
    {
      id: 'areas-pattern',
      type: 'fill',
      source: 'areas',
      filter: ['all', IS_POLYGON, ['in', verdict, ['literal', [...PATTERNED]]]],
      paint: {
        'fill-pattern': [
          'match',
          verdict,
          'met_if_built',
          patternImage('met_if_built'),
          'depends_on_class',
          patternImage('depends_on_class'),
          patternImage('no_data'),
        ],
      },
    },
  ];
}

/** A line width that grows as the map comes closer. */
function closer(base: ExpressionSpecification): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 9, ['*', base, 0.45], 12, ['*', base, 0.85], 15, ['*', base, 1.5]];
}

/** Outlines, the worst on top; then what is hovered and selected. Areas known as points are dots. */
function areaLines({ palette, layers }: MapLook): LayerSpecification[] {
  const verdict = verdictOf(layers.colour);
  const rank = Object.fromEntries(VERDICTS.map((name, i) => [name, VERDICTS.length - i])) as Record<Verdict, number>;
  const line = (id: string, dashed: boolean): LayerSpecification => ({
    id,
    type: 'line',
    source: 'areas',
    filter: ['all', IS_POLYGON, dashed ? ['==', verdict, 'met_if_built'] : ['!=', verdict, 'met_if_built']],
    layout: { 'line-join': 'round', 'line-sort-key': byVerdict(verdict, rank) },
    paint: {
      'line-color': byVerdict(verdict, palette.verdict),
      'line-width': closer(['*', byVerdict(verdict, LINE_WIDTH), layers.colour === 'density' ? 0.6 : 1]),
      // Over the density's own colours the outlines step back.
      'line-opacity': layers.colour === 'density' ? 0.65 : ['match', verdict, 'short', 1, 0.75],
      ...(dashed ? { 'line-dasharray': [3, 2] } : {}),
    },
  });
  const marked = (id: string, colour: string, selectedWidth: number, hoverWidth: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'areas',
    filter: IS_POLYGON,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': ['case', SELECTED, selectedWidth, HOVERED, hoverWidth, 0] },
  });
  return [
    line('areas-line', false),
    line('areas-line-dashed', true),
    {
      id: 'areas-point',
      type: 'circle',
      source: 'areas',
      filter: IS_POINT,
      layout: { 'circle-sort-key': byVerdict(verdict, rank) },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3, 13, 6, 16, 11],
        'circle-color': byVerdict(verdict, palette.verdict),
        'circle-opacity': ['match', verdict, 'short', 0.85, 'met', 0.6, 'met_if_built', 0.15, 0.2],
        'circle-stroke-color': ['case', SELECTED, palette.text, byVerdict(verdict, palette.verdict)],
        'circle-stroke-width': ['case', SELECTED, 3, HOVERED, 3, ['match', verdict, 'short', 2, 1.2]],
      },
    },
    marked('areas-marked-halo', palette.halo, 6, 4.5),
    marked('areas-marked', palette.text, 3, 2),
  ];
}

function circleLayers({ palette, facilityCount }: MapLook): LayerSpecification[] {
  const far = facilityCount > CROWD ? 0.2 : 1;
  const nearer = (selected: number, other: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    10,
    ['case', SELECTED, selected, other * far],
    13,
    ['case', SELECTED, selected, other],
  ];
  return [
    {
      id: 'circles-fill',
      type: 'fill',
      source: 'circles',
      paint: { 'fill-color': palette.circle, 'fill-opacity': nearer(0.16, 0.05) },
    },
    {
      id: 'circles-line',
      type: 'line',
      source: 'circles',
      paint: {
        'line-color': palette.circle,
        'line-width': ['case', SELECTED, 2.4, 1],
        'line-opacity': nearer(1, 0.65),
        'line-dasharray': [4, 2],
      },
    },
  ];
}

function populationDots({ palette }: MapLook): LayerSpecification {
  return {
    id: 'population-dots',
    type: 'circle',
    source: 'population',
    filter: ['>', ['coalesce', ['get', 'elders'], 0], 0],
    paint: {
      // Area in proportion to elders: radius by square root.
      'circle-radius': [
        'interpolate',
        ['exponential', 2],
        ['zoom'],
        9,
        ['*', ['sqrt', ['get', 'elders']], 0.12],
        16,
        ['*', ['sqrt', ['get', 'elders']], 2.4],
      ],
      'circle-color': palette.density[3] ?? palette.accent,
      'circle-opacity': 0.5,
    },
  };
}

function facilityLayers({ palette, facilityCount }: MapLook): LayerSpecification[] {
  const crowded = facilityCount > CROWD;
  const icon: ExpressionSpecification = ['concat', 'facility ', ['get', 'type'], ' ', ['get', 'state']];
  return [
    {
      id: 'facilities-marked',
      type: 'circle',
      source: 'facilities',
      paint: {
        'circle-radius': ['case', SELECTED, 14, HOVERED, 11, 0],
        'circle-color': palette.halo,
        'circle-opacity': ['case', SELECTED, 0.9, 0.7],
        'circle-stroke-color': palette.text,
        'circle-stroke-width': ['case', SELECTED, 2.5, 0],
      },
    },
    {
      id: 'facilities',
      type: 'symbol',
      source: 'facilities',
      layout: {
        'icon-image': icon,
        'icon-size': crowded
          ? ['interpolate', ['linear'], ['zoom'], 9, 0.16, 11, 0.3, 13, 0.7, 15, 1.05]
          : ['interpolate', ['linear'], ['zoom'], 9, 0.45, 12, 0.7, 15, 1.05],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-sort-key': ['match', ['get', 'state'], 'open', 2, 'planned', 1, 0],
      },
    },
  ];
}

function facilityLabels(palette: Palette): LayerSpecification {
  return {
    id: 'facilities-label',
    type: 'symbol',
    source: 'facilities',
    minzoom: 13.5,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.3,
      'text-max-width': 9,
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
  };
}

function areaLabels({ palette, layers }: MapLook): LayerSpecification {
  const verdict = verdictOf(layers.colour);
  return {
    id: 'areas-label',
    type: 'symbol',
    source: 'areas',
    minzoom: 12.2,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 16, 14],
      'text-max-width': 8,
      'text-padding': 3,
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 1.4,
      'symbol-sort-key': ['match', verdict, 'short', 0, 'met_if_built', 1, 2],
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  };
}
