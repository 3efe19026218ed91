import { MOST_CLASSES } from '../analysis/surface-classes.ts';
import { VERDICTS, type Verdict } from '../core/checks/result.ts';
import { FACILITY_TYPES, STREET_EDIT_KINDS, type FacilityType, type StreetEditKind } from '../core/plan/plan.ts';

/** What of the base map has a colour of its own; in `ui/theme.css` each is `--base-…`. */
export const BASE_COLOURS = [
  'residential',
  'works',
  'farm',
  'green',
  'forest',
  'sport',
  'bare',
  'square',
  'water',
  'building',
  'building-line',
  'casing',
  'road',
  'service',
  'path',
  'rail',
  'label',
  'place-label',
  'water-label',
  'green-label',
  'halo',
] as const;
export type BasePalette = Readonly<Record<(typeof BASE_COLOURS)[number], string>>;

/** Colours of the map, as CSS text. They are defined once, in `ui/theme.css`, light and dark. */
export interface Palette {
  readonly canvas: string;
  readonly text: string;
  readonly halo: string;
  readonly accent: string;
  readonly circle: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** Shades of the elders' surface, and of accessibility: light to dark. */
  readonly density: readonly string[];
  readonly access: readonly string[];
  readonly unit: string;
  readonly candidate: string;
  readonly parcel: string;
  readonly streetEdit: Readonly<Record<StreetEditKind, string>>;
  readonly network: Readonly<Record<'main' | 'other' | 'island', string>>;
  readonly facility: Readonly<Record<FacilityType, string>>;
  readonly base: BasePalette;
}

/** Reads a theme's palette from the page's custom properties, whichever theme the page itself is in. */
export function readPalette(theme: 'light' | 'dark'): Palette {
  const probe = document.createElement('div');
  probe.dataset['theme'] = theme;
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const each = <K extends string>(names: readonly K[], prefix: string): Record<K, string> =>
    Object.fromEntries(names.map((name) => [name, read(`${prefix}${name.replaceAll('_', '-')}`)])) as Record<K, string>;
  const shades = (prefix: string): string[] =>
    Array.from({ length: MOST_CLASSES }, (_, i) => read(`${prefix}${i + 1}`));
  const palette: Palette = {
    canvas: read('--map-canvas'),
    text: read('--map-text'),
    halo: read('--map-halo'),
    accent: read('--accent'),
    circle: read('--map-circle'),
    verdict: each(VERDICTS, '--verdict-'),
    density: shades('--density-'),
    access: shades('--access-'),
    unit: read('--map-unit'),
    candidate: read('--map-candidate'),
    parcel: read('--map-parcel'),
    streetEdit: each(STREET_EDIT_KINDS, '--map-'),
    network: each(['main', 'other', 'island'], '--network-'),
    facility: each(FACILITY_TYPES, '--facility-'),
    base: each(BASE_COLOURS, '--base-'),
  };
  probe.remove();
  return palette;
}
