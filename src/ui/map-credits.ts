import { useMemo } from 'react';
import type { Credits } from '../map/map-view.ts';
import { creditsOpenStreetMap, streetsInUse } from '../state/selectors.ts';
import { useTexts, useWorkspaceState } from './workspace-context.tsx';

/** What maps are made of, in words. */
export function useMapCredits(): Credits {
  const t = useTexts().map.credits;
  const any = useWorkspaceState((state) => streetsInUse(state) !== null);
  const osm = useWorkspaceState(creditsOpenStreetMap);
  return useMemo(
    () => ({ text: any ? t.withStreets : t.withoutStreets, openStreetMap: osm ? t.openStreetMap : null }),
    [t, any, osm],
  );
}
