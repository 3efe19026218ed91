import { loadHighs } from '../core/siting/solver/load-highs.ts';
import { solveWithHighs } from '../core/siting/solver/solve-with-highs.ts';
import { fetchHighsWasm } from './highs-wasm.ts';
import type { FromSolver, ToSolver } from './solver-protocol.ts';

const loading = loadHighs({ highsWasm: fetchHighsWasm });
const post = (message: FromSolver) => self.postMessage(message);

self.onmessage = ({ data: { model, options } }: MessageEvent<ToSolver>) => {
  const solve = async () => {
    const watch = {
      onImproved: (improved: Extract<FromSolver, { improved: unknown }>['improved']) => post({ improved }),
      onProgress: (progress: Extract<FromSolver, { progress: unknown }>['progress']) => post({ progress }),
    };
    post({ solution: solveWithHighs(await loading, model, options, watch) });
  };
  solve().catch((error: unknown) => {
    post({ fault: { message: String(error), stack: error instanceof Error ? error.stack : undefined } });
  });
};
