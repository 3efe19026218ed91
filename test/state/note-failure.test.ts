import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { noteFailure } from '../../src/state/note-failure.ts';
import type { Workspace } from '../../src/state/workspace.ts';

it('adds to the failures that wait to be dismissed, with the error’s own words', () => {
  const store = createStore(() => ({ failures: [] })) as unknown as Workspace['store'];
  noteFailure(store, 'read', new Error('cut short'), 'areas.csv');
  noteFailure(store, 'export', 'no space');
  expect(store.getState().failures).toEqual([
    { kind: 'read', file: 'areas.csv', message: 'cut short' },
    { kind: 'export', file: null, message: 'no space' },
  ]);
});
