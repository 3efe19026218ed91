import { useMemo } from 'react';
import { useGapRows } from '../gap-rows-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { allCommands } from './all-commands.ts';
import type { Command, CommandHost } from './command.ts';

export function useCommands(): readonly Command[] {
  const hasSample = useWorkspace().sample.length > 0;
  const standards = useWorkspaceState((state) => state.standards);
  const kept = useWorkspaceState((state) => state.kept);
  return useMemo(() => allCommands({ standards, kept, hasSample }), [standards, kept, hasSample]);
}

export function useCommandHost(): CommandHost {
  const workspace = useWorkspace();
  const listed = useGapRows()?.list ?? null;
  return useMemo(() => ({ workspace, listed }), [workspace, listed]);
}
