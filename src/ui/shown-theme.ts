import { useSyncExternalStore } from 'react';
import { useWorkspaceState } from './workspace-context.tsx';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** The theme in force: the person's choice, or the system's. */
export function useShownTheme(): 'light' | 'dark' {
  const chosen = useWorkspaceState(({ preferences }) => preferences.theme);
  const systemDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
  return chosen === 'system' ? (systemDark ? 'dark' : 'light') : chosen;
}
