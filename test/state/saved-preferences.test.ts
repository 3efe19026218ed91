import { describe, expect, it } from 'vitest';
import { NO_MAPPING } from '../../src/core/import/mapping.ts';
import { loadPreferences, savePreferences } from '../../src/state/saved-preferences.ts';
import { DEFAULT_PREFERENCES } from '../../src/state/workspace-state.ts';

function storageOf(saved: string | null) {
  const kept = { value: saved };
  return { kept, getItem: () => kept.value, setItem: (_: string, value: string) => void (kept.value = value) };
}

describe('preferences', () => {
  it('come back as they were saved', () => {
    const storage = storageOf(null);
    const preferences = {
      language: 'en',
      theme: 'dark',
      bottomHeight: 420,
      bottomOpen: false,
      gapColumns: ['name', 'floorGap', 'pool'],
      gapWidths: { name: 240 },
      mappings: [{ shape: 'areas\u001FV', mapping: { ...NO_MAPPING, columns: { id: ['V'] } } }],
    } as const;
    savePreferences(storage, preferences);
    expect(loadPreferences(storage)).toEqual(preferences);
  });

  it.each([
    null,
    'no json',
    '[]',
    '{"language":"fr","theme":7,"bottomHeight":"tall","gapColumns":"all","gapWidths":7}',
  ])('fall back to the defaults for %s', (saved) => {
    expect(loadPreferences(storageOf(saved))).toEqual(DEFAULT_PREFERENCES);
  });

  it('never lose the name, and keep nothing that is no column', () => {
    const saved = {
      gapColumns: ['reason', 'gone', 'verdict'],
      gapWidths: { name: 9, unit: 'wide', reason: 300, gone: 90 },
    };
    expect(loadPreferences(storageOf(JSON.stringify(saved)))).toMatchObject({
      gapColumns: ['name', 'verdict', 'reason'],
      gapWidths: { reason: 300 },
    });
  });

  it('do without a storage that refuses', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    expect(loadPreferences({ getItem: refuse, setItem: refuse })).toEqual(DEFAULT_PREFERENCES);
    expect(() => savePreferences({ getItem: refuse, setItem: refuse }, DEFAULT_PREFERENCES)).not.toThrow();
  });
});
