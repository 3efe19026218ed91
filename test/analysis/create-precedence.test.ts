import { expect, it } from 'vitest';
import { createPrecedence } from '../../src/analysis/create-precedence.ts';
import { drive, nextTurn } from '../../src/analysis/drive.ts';
import type { Progress, Steps } from '../../src/core/progress.ts';

const AT_WORK: Progress = { stage: 'writing', done: 0, total: 1 };
const quiet = () => ({ signal: new AbortController().signal, onProgress: () => {} });

/** Work of several slices, each longer than one may take. */
function* slices(name: string, count: number, log: string[]): Steps<void> {
  for (let i = 0; i < count; i++) {
    const end = performance.now() + 9;
    while (performance.now() < end);
    log.push(name);
    yield AT_WORK;
  }
}

it('lets what comes first run to its end before other work goes on', async () => {
  const { first, giveWay } = createPrecedence();
  const log: string[] = [];
  const behind = drive(slices('tile', 4, log), quiet(), giveWay);
  await first(() => drive(slices('audit', 3, log), quiet()));
  await behind;
  expect(log).toEqual(['tile', 'audit', 'audit', 'audit', 'tile', 'tile', 'tile']);
});

it('goes on after work that failed', async () => {
  const { first, giveWay } = createPrecedence();
  const failing = first(async () => {
    await nextTurn();
    throw new Error('stopped');
  });
  const behind = giveWay();
  await expect(failing).rejects.toThrow('stopped');
  await behind;
});
