import { describe, expect, it } from 'vitest';
import { referencesOf } from './architecture/references.ts';
import { whyForbidden } from './architecture/rules.ts';
import { sourcesUnder } from './sources.ts';

function faults(path: string, text: string): string[] {
  return referencesOf({ path, text }).flatMap((reference) => {
    const why = whyForbidden(reference);
    return why ? [`${reference.from}:${reference.line} → ${reference.to}: ${why}`] : [];
  });
}

describe('imports keep to the directions of the picture in the README', () => {
  it('everywhere in src', () => {
    expect(sourcesUnder('src').flatMap(({ path, text }) => faults(path, text))).toEqual([]);
  });
});

describe('the checker', () => {
  it.each([
    ['src/core/plan/x.ts', `import { y } from '../access/reach.ts';`, 'core/plan must not import core/access'],
    [
      'src/core/access/x.ts',
      `import type { Y } from '../checks/result.ts';`,
      'core/access must not import core/checks',
    ],
    ['src/core/geo/x.ts', `export * from '../plan/plan.ts';`, 'core ground must not import core/plan'],
    ['src/core/checks/x.ts', `import { y } from '../import/table.ts';`, 'core/checks must not import core/import'],
    ['src/core/checks/x.ts', `import { say } from '../../text/say.ts';`, 'core/checks must not import text'],
    ['src/core/report/x.ts', `import { useState } from 'react';`, 'core/report must not import react'],
    ['src/core/plan/x.ts', `import { create } from 'zustand/vanilla';`, 'core/plan must not import zustand'],
    ['src/core/import/x.ts', `const fs = await import('node:fs');`, `core/import must not import Node's own modules`],
    ['src/text/x.ts', `import { VERDICTS } from '../core/checks/result.ts';`, 'by `import type` only'],
    ['src/state/x.ts', `import { openFiles } from '../actions/open-files.ts';`, 'state must not import actions'],
    ['src/map/x.ts', `import { Panel } from '../ui/panel.tsx';`, 'map must not import ui'],
    [
      'src/analysis/x.ts',
      `const url = new URL('../state/store.ts', import.meta.url);`,
      'analysis must not import state',
    ],
    ['src/cli/x.ts', `import { store } from '../state/store.ts';`, 'cli must not import state'],
    [
      'src/ui/x.tsx',
      `import worker from '../analysis/worker.ts?worker'; import '../main.tsx';`,
      'must not import main',
    ],
    ['src/ui/x.tsx', `import standard from '../../data/standards/a.json';`, 'only main.tsx and cli/main.ts read data/'],
    ['src/state/x.ts', `import.meta.glob('/data/standards/*.json');`, 'only main.tsx and cli/main.ts read data/'],
    ['src/actions/x.ts', `import { world } from '../../test/builders/world.ts';`, 'src imports only from src'],
    ['src/helpers/x.ts', `import { y } from '../core/units.ts';`, 'lies in no layer'],
  ])('refuses in %s: %s', (path, text, why) => {
    expect(faults(path, text)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['src/core/report/x.ts', `import { y } from '../checks/audit.ts'; import Flatbush from 'flatbush';`],
    ['src/text/x.ts', `import type { Verdict } from '../core/checks/result.ts';`],
    ['src/text/x.ts', `import { type Verdict } from '../core/checks/result.ts';`],
    ['src/main.tsx', `import.meta.glob('../data/standards/*.json'); import { App } from './ui/app.tsx';`],
    ['src/map/x.ts', `import { Map } from 'maplibre-gl'; import './map.css';`],
  ])('allows in %s: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });
});
