import * as z from 'zod';
import { LANGUAGES } from '../text/language.ts';
import { FIRST_GAP_COLUMN, GAP_COLUMN_WIDTHS, GAP_COLUMNS, type GapColumn } from './gap-columns.ts';
import { readSaved } from './read-saved.ts';
import { DEFAULT_PREFERENCES, type Preferences, type Theme } from './workspace-state.ts';

/** Where preferences are kept: the browser's own storage, or anything like it. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

// The page's Content-Security-Policy allows no generated code.
z.config({ jitless: true });

const KEY = 'yiquan.preferences';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Preferences of the last visit; what is absent, damaged or forbidden falls back to the defaults. */
export function loadPreferences(storage: PreferenceStorage | null): Preferences {
  const saved = readSaved(storage, KEY);
  return {
    language: LANGUAGES.find((one) => one === saved['language']) ?? DEFAULT_PREFERENCES.language,
    theme: THEMES.find((one) => one === saved['theme']) ?? DEFAULT_PREFERENCES.theme,
    bottomHeight:
      typeof saved['bottomHeight'] === 'number' && Number.isFinite(saved['bottomHeight'])
        ? saved['bottomHeight']
        : DEFAULT_PREFERENCES.bottomHeight,
    bottomOpen: saved['bottomOpen'] !== false,
    gapColumns: savedColumns(saved['gapColumns']),
    gapWidths: savedWidths(saved['gapWidths']),
    mappings: savedMappings(saved['mappings']),
  };
}

function savedColumns(saved: unknown): readonly GapColumn[] {
  if (!Array.isArray(saved)) return DEFAULT_PREFERENCES.gapColumns;
  return GAP_COLUMNS.filter((one) => one === FIRST_GAP_COLUMN || saved.includes(one));
}

function savedWidths(saved: unknown): Preferences['gapWidths'] {
  if (typeof saved !== 'object' || saved === null) return DEFAULT_PREFERENCES.gapWidths;
  const { least, most } = GAP_COLUMN_WIDTHS;
  const widths: [GapColumn, number][] = [];
  for (const column of GAP_COLUMNS) {
    const width = (saved as Record<string, unknown>)[column];
    if (typeof width === 'number' && width >= least && width <= most) widths.push([column, width]);
  }
  return Object.fromEntries(widths);
}

function savedMappings(saved: unknown): Preferences['mappings'] {
  const { data } = MAPPINGS.safeParse(saved);
  return data ?? [];
}

const TEXTS = z.record(z.string(), z.string());
const MAPPINGS: z.ZodType<Preferences['mappings']> = z.array(
  z.object({
    shape: z.string(),
    mapping: z.object({
      columns: z.record(z.string(), z.array(z.string())),
      constants: TEXTS,
      values: z.record(z.string(), TEXTS),
      idPrefix: z.string(),
      fixes: z.array(z.object({ row: z.number(), column: z.string(), value: z.string() })),
      skipped: z.array(z.number()),
    }),
  }),
);

/** Keeps preferences for the next visit. A full or forbidden storage is no reason to disturb anyone. */
export function savePreferences(storage: PreferenceStorage | null, preferences: Preferences): void {
  try {
    storage?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Private browsing may refuse; the preferences then last for this visit.
  }
}
