import type { PreferenceStorage } from './saved-preferences.ts';

/** What was kept under a key; nothing where it is absent, damaged or cannot be read. */
export function readSaved(storage: PreferenceStorage | null, key: string): Record<string, unknown> {
  try {
    const saved: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    return typeof saved === 'object' && saved !== null ? (saved as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
