import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Speech } from './host.ts';
import { Unusable } from './unusable.ts';

/** The bytes of a file that a person named. Throws `Unusable` when there is none or it cannot be read. */
export function readFile(name: string, { host, texts }: Speech): Uint8Array {
  try {
    return readFileSync(path.resolve(host.cwd, name));
  } catch (error) {
    const code = systemCode(error);
    throw new Unusable([code === 'ENOENT' ? texts.cli.fileNotFound(name) : texts.cli.fileUnreadable(name, code)]);
  }
}

/** The text of a file, its byte order mark included. Throws `Unusable` where it is not UTF-8. */
export function readText(name: string, speech: Speech): string {
  const bytes = readFile(name, speech);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unusable([speech.texts.cli.notUtf8(name)]);
  }
}

/** The system's own short name for what went wrong, such as EACCES. Whatever is no error of the system is thrown on. */
export function systemCode(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  throw error;
}
