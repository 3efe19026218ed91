import type { SourceFile } from '../core/import/table.ts';

/** Takes a file that the person chose into memory. Rejects when the browser may not read it (moved, or no permission). */
export async function readSourceFile(file: File): Promise<SourceFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
