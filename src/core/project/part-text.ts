import type { FileContent } from './migrations.ts';
import { misfit, Refused } from './refused.ts';

/** The text of a part, any mark at its beginning included. Throws `Refused` where it is no UTF-8. */
export function textOf(part: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw misfit(part, '', null, 'UTF-8');
  }
}

/** A part as JSON. Throws `Refused` where it is missing or none. */
export function jsonOf(part: string, parts: FileContent['parts']): unknown {
  const bytes = parts.get(part);
  if (bytes === undefined) throw new Refused('project_part_missing', { part });
  const text = textOf(part, bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw misfit(part, '', error instanceof Error ? error.message : null, 'JSON');
  }
}
