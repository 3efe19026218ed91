import type { KeptProject } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';

/** Takes a kept project off the device. The files that it was opened from are untouched. */
export async function removeKept({ keeper }: Workspace, kept: KeptProject): Promise<void> {
  await keeper.remove(kept);
}
