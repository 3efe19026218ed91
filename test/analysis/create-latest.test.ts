import { expect, it } from 'vitest';
import { AnalysisCancelled } from '../../src/analysis/api.ts';
import { createLatest } from '../../src/analysis/create-latest.ts';
import type { Steps } from '../../src/core/progress.ts';

function* endless(): Steps<never> {
  for (;;) yield { stage: 'writing', done: 0, total: 1 };
}

function* answer(value: string): Steps<string> {
  yield { stage: 'writing', done: 0, total: 1 };
  return value;
}

it('steps asked for again under a name end those that still run under it', async () => {
  const latest = createLatest();
  const first = latest('bands', endless());
  const second = latest('bands', answer('drawn'));
  await expect(first).rejects.toThrow(AnalysisCancelled);
  expect(await second).toBe('drawn');
});

it('steps under another name go on', async () => {
  const latest = createLatest();
  const streets = latest('streets', answer('streets'));
  const bands = latest('bands', answer('bands'));
  expect(await Promise.all([streets, bands])).toEqual(['streets', 'bands']);
});
