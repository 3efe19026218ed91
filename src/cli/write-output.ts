import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Speech } from './host.ts';
import { systemCode } from './read-file.ts';
import { Unusable } from './unusable.ts';

/**
 * Writes a file, in pieces, whole or not at all: beside its place first, and then put there in one move. Whatever goes wrong, the
 * file that stood there stays as it was and nothing is left behind. Throws `Unusable` where it cannot be written.
 */
export async function writeOutput(
  name: string,
  pieces: readonly (string | Uint8Array)[],
  { host, texts }: Speech,
  option: 'out' | 'to' = 'out',
): Promise<void> {
  const given = path.resolve(host.cwd, name);
  const interrupted = holdInterrupts();
  try {
    // Through a link it is the file behind it that is replaced.
    const target = existsSync(given) ? realpathSync(given) : given;
    const partial = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.part`);
    try {
      const file = openSync(partial, 'wx');
      try {
        for (const piece of pieces) writeFileSync(file, piece);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  } catch (error) {
    throw new Unusable([texts.cli.outputUnwritable(`--${option}`, name, systemCode(error))]);
  } finally {
    await interrupted();
  }
}

/** Lets an interrupt wait until the file is in its place or its part is gone; then it ends the program after all. */
function holdInterrupts(): () => Promise<void> {
  let signal: NodeJS.Signals | null = null;
  const hold = (received: NodeJS.Signals): void => {
    signal = received;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const one of signals) process.on(one, hold);
  return async () => {
    // A signal that came while the program was busy is delivered on the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    for (const one of signals) process.off(one, hold);
    if (signal !== null) process.kill(process.pid, signal);
  };
}
