import { FILE_TYPES } from '../files/file-types.ts';
import { pickFiles } from '../files/pick-files.ts';
import type { Workspace } from '../state/workspace.ts';
import { openFiles } from './open-files.ts';

/** Lets the person choose files and opens them. */
export async function chooseFiles(workspace: Workspace): Promise<void> {
  await openFiles(workspace, await pickFiles(FILE_TYPES));
}
