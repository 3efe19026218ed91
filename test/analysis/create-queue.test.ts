import { expect, it } from 'vitest';
import { AnalysisCancelled, type Job } from '../../src/analysis/api.ts';
import { createQueue } from '../../src/analysis/create-queue.ts';
import type { Steps } from '../../src/core/progress.ts';

const job = (): Job & { stop(): void } => {
  const controller = new AbortController();
  return { signal: controller.signal, onProgress: () => {}, stop: () => controller.abort() };
};

/** Steps that write down when they begin and when they end. */
function* told(log: string[], name: string, fault = false): Steps<string> {
  log.push(`${name} begins`);
  for (let done = 0; done < 3; done++) yield { stage: 'writing', done, total: 3 };
  if (fault) throw new Error(name);
  log.push(`${name} ends`);
  return name;
}

it('answers one after another, in the order of asking', async () => {
  const log: string[] = [];
  const inTurn = createQueue();
  expect(await Promise.all(['a', 'b'].map((name) => inTurn('tiles', told(log, name), job())))).toEqual(['a', 'b']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('never begins what is stopped while it waits, and goes on after a fault', async () => {
  const log: string[] = [];
  const inTurn = createQueue();
  const first = inTurn('tiles', told(log, 'a', true), job());
  const stopped = job();
  const second = inTurn('tiles', told(log, 'b'), stopped);
  const third = inTurn('tiles', told(log, 'c'), job());
  stopped.stop();
  await expect(first).rejects.toThrow('a');
  await expect(second).rejects.toThrow(AnalysisCancelled);
  expect(await third).toBe('c');
  expect(log).toEqual(['a begins', 'c begins', 'c ends']);
});

it('lets work of another name go on beside', async () => {
  const log: string[] = [];
  const inTurn = createQueue();
  const stuck = job();
  const waits = inTurn('bands', endless(), stuck);
  expect(await inTurn('areas', told(log, 'a'), job())).toBe('a');
  stuck.stop();
  await expect(waits).rejects.toThrow(AnalysisCancelled);
});

function* endless(): Steps<never> {
  for (;;) yield { stage: 'writing', done: 0, total: 1 };
}
