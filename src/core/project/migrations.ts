/** What a project file holds, its checksums found right: the manifest as JSON, and the other parts' bytes. */
export interface FileContent {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** Makes of a version's content that of the next. What a migration cannot make sense of it leaves as it is, to be refused. */
export type Migration = (content: FileContent) => FileContent;

/** The first leads from version 1 to 2. None is ever changed: files of every version stay in people's folders. */
const MIGRATIONS: readonly Migration[] = [];

/** The version that is written. */
export const FORMAT_VERSION = 1 + MIGRATIONS.length;

/** Content of an older version as today's. */
export function migrate(content: FileContent, version: number, migrations = MIGRATIONS): FileContent {
  return migrations.slice(version - 1).reduce((before, step) => step(before), content);
}
