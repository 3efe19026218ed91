import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSolver } from '../../src/analysis/create-solver.ts';
import type { FromSolver, ToSolver } from '../../src/analysis/solver-protocol.ts';
import { LinearModelBuilder } from '../../src/core/siting/solver/linear-model.ts';
import type { Improvement, Solution } from '../../src/core/siting/solver/solution.ts';

/** The other end of a worker, in the test's own hands. */
class HeldWorker {
  static readonly started: HeldWorker[] = [];
  onmessage: ((event: { data: FromSolver }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly asked: ToSolver[] = [];
  ended = false;

  constructor() {
    HeldWorker.started.push(this);
  }

  postMessage(message: ToSolver): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: FromSolver): void {
    this.onmessage?.({ data });
  }
}

const builder = new LinearModelBuilder();
builder.binary(3);
builder.binary(5);
const model = builder.build('maximise');
const OPTIONS = { start: Float64Array.of(1, 0), timeLimitS: 10 };
const SOLUTION: Solution = { status: 'optimal', objective: 8, bound: 8, gap: 0, values: Float64Array.of(1, 1) };
const running = () => HeldWorker.started.at(-1)!;

beforeEach(() => {
  HeldWorker.started.length = 0;
  vi.stubGlobal('Worker', HeldWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a solver in a worker', () => {
  it('is started when it is needed, tells of what it finds on the way, and is used again', async () => {
    const solver = createSolver();
    expect(HeldWorker.started).toEqual([]);
    const found: Improvement[] = [];
    const signal = new AbortController().signal;
    const first = solver.solve(model, OPTIONS, { onImproved: (one) => found.push(one) }, signal);
    await vi.waitFor(() => expect(running().asked).toEqual([{ model, options: OPTIONS }]));
    const improved = { objective: 5, bound: 8, values: Float64Array.of(0, 1) };
    running().say({ improved });
    running().say({ solution: SOLUTION });
    expect(await first).toBe(SOLUTION);
    expect(found).toEqual([improved]);
    const second = solver.solve(model, OPTIONS, {}, signal);
    await vi.waitFor(() => expect(running().asked).toHaveLength(2));
    running().say({ solution: SOLUTION });
    expect(await second).toBe(SOLUTION);
    expect(HeldWorker.started).toHaveLength(1);
  });

  it('solves one model after another', async () => {
    const solver = createSolver();
    const signal = new AbortController().signal;
    const both = [solver.solve(model, OPTIONS, {}, signal), solver.solve(model, OPTIONS, {}, signal)];
    await vi.waitFor(() => expect(running().asked).toHaveLength(1));
    running().say({ solution: SOLUTION });
    await vi.waitFor(() => expect(running().asked).toHaveLength(2));
    running().say({ solution: SOLUTION });
    expect(await Promise.all(both)).toEqual([SOLUTION, SOLUTION]);
  });

  it('is ended by a stop, which leaves the best that was posted; the next search has another', async () => {
    const solver = createSolver();
    const controller = new AbortController();
    const stopped = solver.solve(model, OPTIONS, {}, controller.signal);
    await vi.waitFor(() => expect(running().asked).toHaveLength(1));
    running().say({ improved: { objective: 5, bound: null, values: Float64Array.of(0, 1) } });
    running().say({ progress: { seconds: 1, objective: 5, bound: 8 } });
    controller.abort();
    expect(await stopped).toEqual({
      status: 'feasible',
      objective: 5,
      bound: 8,
      gap: 3 / 5,
      values: Float64Array.of(0, 1),
    });
    expect(running().ended).toBe(true);
    expect(await solver.solve(model, OPTIONS, {}, controller.signal)).toMatchObject({
      status: 'feasible',
      objective: 3,
    });
    void solver.solve(model, OPTIONS, {}, new AbortController().signal);
    await vi.waitFor(() => expect(HeldWorker.started).toHaveLength(2));
  });

  it('tells of a fault, and of a worker that could not start', async () => {
    const solver = createSolver();
    const signal = new AbortController().signal;
    const broken = solver.solve(model, OPTIONS, {}, signal);
    await vi.waitFor(() => expect(running().asked).toHaveLength(1));
    running().say({ fault: { message: 'no memory', stack: undefined } });
    await expect(broken).rejects.toThrow('no memory');
    const unstarted = solver.solve(model, OPTIONS, {}, signal);
    await vi.waitFor(() => expect(HeldWorker.started).toHaveLength(2));
    running().onerror!({ message: '' });
    await expect(unstarted).rejects.toThrow('could not start');
  });
});
