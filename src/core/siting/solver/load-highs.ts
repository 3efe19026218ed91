import type { Highs } from 'highs';

/** What the host gives for solving: the code of HiGHS, which is WebAssembly. */
export interface SolverHost {
  highsWasm(): Promise<Uint8Array>;
}

/** HiGHS (https://highs.dev), its code from the host. */
export async function loadHighs(host: SolverHost): Promise<Highs> {
  const { default: load } = await import('highs');
  return load({ wasmBinary: await host.highsWasm() });
}
