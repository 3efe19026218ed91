import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { densityClasses, type DensityClasses } from '../map/density-classes.ts';
import { useWorkspaceState } from './workspace-context.tsx';

const DensityContext = createContext<DensityClasses | null>(null);

/** Classes of elder density, for the map and its legend; null where nothing is known, or not wanted yet. */
export function useDensity(): DensityClasses | null {
  return useContext(DensityContext);
}

export function DensityProvider({ children }: { readonly children: ReactNode }) {
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const wanted = useWorkspaceState(({ layers }) => layers.colour === 'density');
  const [classes, setClasses] = useState<DensityClasses | null>(null);
  useEffect(() => {
    if (!wanted) return undefined;
    const controller = new AbortController();
    void densityClasses(areas, controller.signal).then((found) => {
      if (!controller.signal.aborted) setClasses(found);
    });
    return () => controller.abort();
  }, [areas, wanted]);
  return <DensityContext.Provider value={classes}>{children}</DensityContext.Provider>;
}
