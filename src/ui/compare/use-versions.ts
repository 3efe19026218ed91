import { useEffect, useState } from 'react';
import { versionsOf, type Version } from '../../state/versions.ts';
import { useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Earlier versions of what is open, the latest first; how it stands now is none of them. */
export function useVersions(): readonly Version[] {
  const workspace = useWorkspace();
  const kept = useWorkspaceState(({ project }) => project.id !== null);
  const [versions, setVersions] = useState<readonly Version[]>([]);
  useEffect(() => {
    if (!kept) return;
    workspace.keeper.entries().then(
      (entries) => setVersions(versionsOf(entries).slice(1)),
      // A device that refuses to be read offers none; that it refuses is said elsewhere.
      () => undefined,
    );
  }, [workspace, kept]);
  return versions;
}
