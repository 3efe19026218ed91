import { useMemo } from 'react';
import type { Settings } from '../core/plan/settings.ts';
import { settingsInUse } from '../state/selectors.ts';
import { useWorkspaceState } from './workspace-context.tsx';

/** The method's choices in use: the plan's own over the defaults. */
export function useSettings(): Settings {
  const plan = useWorkspaceState((state) => state.plan);
  return useMemo(() => settingsInUse({ plan }), [plan]);
}

/** The age from which someone is counted as an elder, for labels. */
export function useElderAge(): string {
  return String(useSettings().elder_age);
}

/** Minutes of the service circle as last audited. */
export function useCircleMinutes(): number {
  return useWorkspaceState(({ digest }) => digest?.run.minutes ?? 15);
}
