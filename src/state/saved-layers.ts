import { readSaved } from './read-saved.ts';
import type { PreferenceStorage } from './saved-preferences.ts';
import { DEFAULT_LAYERS, LAYER_IDS, type LayerId, type MapLayers } from './map-layers.ts';

const KEY = 'yiquan.layers';

/** The layers as they were left; what is absent, damaged or of another version falls back to the defaults, layer by layer. */
export function loadLayers(storage: PreferenceStorage | null): MapLayers {
  const saved = readSaved(storage, KEY);
  const layers = Object.fromEntries(LAYER_IDS.map((id) => [id, restored(DEFAULT_LAYERS[id], saved[id])]));
  return { ...(layers as unknown as MapLayers), order: restoredOrder(saved['order']) };
}

export function saveLayers(storage: PreferenceStorage | null, layers: MapLayers): void {
  try {
    storage?.setItem(KEY, JSON.stringify(layers));
  } catch {
    // Private browsing may refuse; the layers then last for this visit.
  }
}

/** Words that an option may be: whatever the defaults do not tell by their type. */
const WORDS: Readonly<Record<string, readonly unknown[]>> = {
  cells: ['hexagon', 'grid', 'areas'],
  cellM: [150, 250, 500, 1000],
  classes: ['quantile', 'natural'],
  measure: ['density', 'oldest'],
  supply: ['beds', 'nursing_beds', 'floor_area'],
  demand: ['elders', 'elders_80'],
  decay: ['none', 'zones', 'gaussian'],
  colour: ['overall', 'floor_area', 'single_unit', 'walk_circle', 'land_per_person'],
  of: ['union', 'bands', 'each'],
  minutes: [null, 30, 60],
  level: ['city', 'county', 'subdistrict', 'community'],
};

function restored<T extends object>(defaults: T, saved: unknown): T {
  if (typeof saved !== 'object' || saved === null) return defaults;
  const kept = Object.entries(saved).filter(([key, value]) => {
    if (!Object.hasOwn(defaults, key)) return false;
    if (key === 'visible') return typeof value === 'boolean';
    if (key === 'opacity') return typeof value === 'number' && value >= 0.1 && value <= 1;
    return WORDS[key]?.includes(value) === true;
  });
  return { ...defaults, ...Object.fromEntries(kept) };
}

/** Every layer once: a list that lacks one or names another is of another version. */
function restoredOrder(saved: unknown): readonly LayerId[] {
  if (!Array.isArray(saved) || saved.length !== LAYER_IDS.length) return LAYER_IDS;
  return LAYER_IDS.every((id) => saved.includes(id)) ? (saved as LayerId[]) : LAYER_IDS;
}
