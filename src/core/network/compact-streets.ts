// Streets in as few bytes as hold everything that walking and the map need, to the last bit: what a project file carries
// in place of the file that they were read from. The layout is told in `core/project/README.md`.

/** With which compact streets begin. */
export const COMPACT_MARK = new TextEncoder().encode('yiquan-streets');
/** The layout that is written, and the only one there has been. */
export const COMPACT_VERSION = 1;

export const SHA256_BYTES = 32;
/** Mark, version and the hash of the rest. */
export const COMPACT_HEAD_BYTES = COMPACT_MARK.length + 1 + SHA256_BYTES;

/** What comes after the head: walkable lines alone, or an OpenStreetMap extract. */
export const OF_LINES = 0;
export const OF_EXTRACT = 1;

export function isCompact(bytes: Uint8Array): boolean {
  return COMPACT_MARK.every((byte, i) => bytes[i] === byte);
}
