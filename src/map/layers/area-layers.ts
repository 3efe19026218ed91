import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { VERDICTS, type Verdict } from '../../core/checks/result.ts';
import { SURFACES } from '../../state/map-layers.ts';
import type { VerdictOf } from '../../state/workspace-state.ts';
import { patternImage } from '../draw-image.ts';
import { CHOSEN, closer, FONTS, HOVERED, SELECTED, tiled, type MapLook } from './look.ts';

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
  short: 1.6,
  met_if_built: 1.4,
  depends_on_class: 1.2,
  no_data: 0.8,
  met: 0.9,
  not_applicable: 0.7,
};

/** Added to the outline of what is wholly short: the worst stand out. */
const WORST_WIDTH = 1.4;

/** Over a surface the areas' own fills step back, so that its classes can be read through them. */
const OVER_SURFACE = { short: 0.3, other: 0.25 } as const;

const SEVERITY: ExpressionSpecification = ['coalesce', ['get', 'severity'], 0];

/** The verdict an area's outline tells; what does not carry the check counts as not applicable. */
function verdictOf(colour: VerdictOf): ExpressionSpecification {
  return ['coalesce', ['get', colour === 'overall' ? 'verdict' : `v_${colour}`], 'not_applicable'];
}

function byVerdict<T extends string | number>(
  verdict: ExpressionSpecification,
  values: Readonly<Record<Verdict, T>>,
): ExpressionSpecification {
  const cases = VERDICTS.slice(0, -1).flatMap((name): (string | T)[] => [name, values[name]]);
  return ['match', verdict, ...cases, values.not_applicable] as unknown as ExpressionSpecification;
}

function scaled(values: Readonly<Record<Verdict, number>>, by: (verdict: Verdict) => number): Record<Verdict, number> {
  return Object.fromEntries(VERDICTS.map((name) => [name, values[name] * by(name)])) as Record<Verdict, number>;
}

/** Areas by the verdict of any one check: washes and patterns, outlines with the worst on top, what is pointed at. */
export function areaLayers(look: MapLook): LayerSpecification[] {
  return [...areaFills(look), ...areaLines(look)];
}

function areaFills({ palette, layers }: MapLook): LayerSpecification[] {
  const { colour, opacity } = layers.areas;
  const verdict = verdictOf(colour);
  const overSurface = SURFACES.some((id) => layers[id].visible);
  const strength = (name: Verdict): number =>
    opacity * (overSurface ? (name === 'short' ? OVER_SURFACE.short : OVER_SURFACE.other) : 1);
  return [
    {
      id: 'areas-fill',
      type: 'fill',
      ...tiled('areas', 'areas'),
      filter: ['!', ['in', verdict, ['literal', [...PATTERNED]]]],
      paint: {
        'fill-color': byVerdict(verdict, palette.verdict),
        'fill-opacity': byVerdict(verdict, scaled(FILL_OPACITY, strength)),
      },
    },
    {
      id: 'areas-pattern',
      type: 'fill',
      ...tiled('areas', 'areas'),
      filter: ['in', verdict, ['literal', [...PATTERNED]]],
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
        'fill-opacity': overSurface ? 0.55 * opacity : opacity,
      },
    },
  ];
}

/** Outlines, the worst on top; then what is hovered and selected. Areas known as points are dots. */
function areaLines({ palette, layers }: MapLook): LayerSpecification[] {
  const { colour, opacity } = layers.areas;
  const verdict = verdictOf(colour);
  const rank = Object.fromEntries(VERDICTS.map((name, i) => [name, VERDICTS.length - i])) as Record<Verdict, number>;
  const width: ExpressionSpecification = [
    '+',
    byVerdict(verdict, LINE_WIDTH),
    ['match', verdict, 'short', ['*', SEVERITY, WORST_WIDTH], 0],
  ];
  const line = (id: string, dashed: boolean): LayerSpecification => ({
    id,
    type: 'line',
    ...tiled('areas', 'areas'),
    filter: dashed ? ['==', verdict, 'met_if_built'] : ['!=', verdict, 'met_if_built'],
    layout: { 'line-join': 'round', 'line-sort-key': ['+', byVerdict(verdict, rank), SEVERITY] },
    paint: {
      'line-color': byVerdict(verdict, palette.verdict),
      'line-width': closer(width),
      'line-opacity': ['match', verdict, 'short', opacity, 0.75 * opacity],
      ...(dashed ? { 'line-dasharray': [3, 2] } : {}),
    },
  });
  return [
    line('areas-line', false),
    line('areas-line-dashed', true),
    {
      id: 'areas-point',
      type: 'circle',
      ...tiled('areas', 'points'),
      layout: { 'circle-sort-key': byVerdict(verdict, rank) },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3, 13, 6, 16, 11],
        'circle-color': byVerdict(verdict, palette.verdict),
        'circle-opacity': [
          '*',
          opacity,
          ['match', verdict, 'short', 0.85, 'met', 0.6, 'met_if_built', 0.15, 0.2],
        ] as ExpressionSpecification,
        'circle-stroke-color': [
          'case',
          SELECTED,
          palette.text,
          CHOSEN,
          palette.accent,
          byVerdict(verdict, palette.verdict),
        ],
        'circle-stroke-width': ['case', SELECTED, 3, CHOSEN, 4, HOVERED, 3, ['match', verdict, 'short', 2, 1.2]],
        'circle-stroke-opacity': opacity,
      },
    },
    ...chosenAreas(palette.accent, palette.halo),
    outline('areas-marked-halo', palette.halo, ['case', SELECTED, 6, HOVERED, 4.5, 0]),
    outline('areas-marked', palette.text, ['case', SELECTED, 3, HOVERED, 2, 0]),
  ];
}

/** What is chosen: washed and framed, with the verdict's colour still to be read beneath. */
function chosenAreas(color: string, halo: string): LayerSpecification[] {
  return [
    {
      id: 'areas-chosen',
      type: 'fill',
      ...tiled('areas', 'areas'),
      paint: { 'fill-color': color, 'fill-opacity': ['case', CHOSEN, 0.32, 0] },
    },
    outline('areas-chosen-halo', halo, ['case', CHOSEN, 6.5, 0]),
    outline('areas-chosen-line', color, ['case', CHOSEN, 4, 0]),
  ];
}

/** A line around areas in some states, and none around the others. */
function outline(id: string, color: string, width: ExpressionSpecification): LayerSpecification {
  return {
    id,
    type: 'line',
    ...tiled('areas', 'areas'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  };
}

export function areaLabels({ palette, layers }: MapLook): LayerSpecification {
  const verdict = verdictOf(layers.areas.colour);
  return {
    id: 'areas-label',
    type: 'symbol',
    ...tiled('areas', 'names'),
    minzoom: 13,
    layout: {
      'text-field': ['coalesce', ['get', 'name'], ['get', 'id']],
      'text-font': FONTS,
      'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 16, 14],
      'text-max-width': 8,
      'text-padding': 3,
      'text-variable-anchor': ['center', 'top', 'bottom'],
      'text-radial-offset': 1.4,
      'symbol-sort-key': ['match', verdict, 'short', 0, 'met_if_built', 1, 2],
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  };
}
