import type { KeptProject } from '../state/project.ts';
import type { Workspace } from '../state/workspace.ts';

/** Names what is open; an empty name: after what is in it. */
export function renameProject({ store }: Workspace, name: string): void {
  const given = name.trim();
  store.setState(({ project }) => ({ project: { ...project, name: given === '' ? null : given } }));
}

/** Names a project that the device keeps; an empty name changes nothing. */
export async function renameKept({ keeper }: Workspace, kept: KeptProject, name: string): Promise<void> {
  const given = name.trim();
  if (given !== '' && given !== kept.shownName) await keeper.rename(kept, given);
}
