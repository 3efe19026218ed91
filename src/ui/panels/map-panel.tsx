import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { chooseMany } from '../../actions/choose.ts';
import { pick } from '../../actions/pick.ts';
import { showExtent } from '../../actions/show-extent.ts';
import { createMapView, type Camera, type MapView } from '../../map/map-view.ts';
import { readPalette } from '../../map/palette.ts';
import { mapStyle } from '../../map/style.ts';
import type { MapTarget } from '../../state/workspace-state.ts';
import { useMapCredits } from '../map-credits.ts';
import { useMapData } from '../map-data-context.tsx';
import { MapTools } from '../map-tools/map-tools.tsx';
import { Icon } from '../parts/icon.tsx';
import { ChoosingToggle } from './choosing-toggle.tsx';
import { useShownTheme } from '../shown-theme.ts';
import { useSelectedBands, useSelectedWalk } from '../queries.ts';
import { useCircleMinutes } from '../use-settings.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

export function MapPanel() {
  const t = useTexts().map;
  const workspace = useWorkspace();
  const [view, setView] = useState<MapView | null>(null);
  const [unavailable, setUnavailable] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const layers = useWorkspaceState((state) => state.layers);
  const selection = useWorkspaceState((state) => state.selection);
  const chosen = useWorkspaceState((state) => state.chosen);
  const target = useWorkspaceState((state) => state.mapTarget);
  const { sources, surfaces } = useMapData();
  const facilityCount = useWorkspaceState(({ plan }) => plan.facilities.size);
  const theme = useShownTheme();
  const palette = useMemo(() => readPalette(theme), [theme]);
  const digest = useWorkspaceState((state) => state.digest);
  const judged = digest !== null;
  const streets = digest?.stamp.streetsSha256 ?? null;
  const english = useWorkspaceState(({ preferences }) => preferences.language === 'en');
  const walk = useSelectedWalk();
  const facilityBands = useSelectedBands();
  const minutes = useCircleMinutes();
  const breaks = useMemo(
    () => ({ elders: surfaces.elders?.classes?.breaks ?? [], access: surfaces.access?.classes?.breaks ?? [] }),
    [surfaces],
  );
  const style = useMemo(
    () =>
      mapStyle(
        { layers, palette, breaks, facilityCount, minutes, judged, streets, english, walk, facilityBands },
        sources,
      ),
    [layers, palette, breaks, facilityCount, minutes, judged, streets, english, walk, facilityBands, sources],
  );
  const credits = useMapCredits();

  /** Where a map that is drawn anew, in another language, takes up from the one before. */
  const camera = useRef<Camera | null>(null);
  const attach = useCallback(
    (container: HTMLDivElement) => {
      let made: MapView;
      try {
        made = createMapView(container, {
          camera: camera.current,
          reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
          words: { label: t.label, ...t.locale },
          onSelect: (there, more) => pick(workspace, there, more),
          onBox: (areas) => chooseMany(workspace, 'area', areas, 'more'),
          loadTile: (request, signal) => workspace.analysis.mapTile(request, { signal, onProgress: () => {} }),
          onError: setFault,
        });
      } catch {
        setUnavailable(true);
        return undefined;
      }
      setView(made);
      const observer = new ResizeObserver(() => made.resize());
      observer.observe(container);
      return () => {
        observer.disconnect();
        setView(null);
        camera.current = made.camera();
        made.remove();
      };
    },
    [workspace, t],
  );

  useEffect(() => view?.show(style, palette), [view, style, palette]);
  useEffect(() => view?.follow(digest), [view, digest]);
  useEffect(() => view?.highlight(selection), [view, selection]);
  useEffect(() => view?.choose(chosen), [view, chosen]);
  useEffect(() => view?.credit(credits), [view, credits]);
  const reached = useRef<MapTarget | null>(null);
  useEffect(() => {
    if (view === null || target === null || reached.current === target) return;
    reached.current = target;
    view.goTo(target);
  }, [view, target]);

  return (
    <section className="map-panel" aria-label={t.label}>
      <div ref={attach} className="map" />
      {unavailable ? (
        <p className="map-failure" role="status">
          <Icon name="map" size={28} />
          {t.noWebgl}
        </p>
      ) : (
        <>
          <div className="north" role="img" aria-label={t.northLabel}>
            <svg width="16" height="20" viewBox="0 0 16 20" aria-hidden="true">
              <path d="M8 0l6 19-6-4-6 4z" fill="currentColor" />
            </svg>
            <span aria-hidden="true">{t.north}</span>
          </div>
          <Button className="button icon fit-button" aria-label={t.fit} onPress={() => showExtent(workspace)}>
            <Icon name="fit" />
          </Button>
          {view === null ? null : <MapTools view={view} />}
          <ChoosingToggle className="choosing-map" />
          {fault === null ? null : (
            <p className="map-fault" role="status">
              {t.failed(fault)}
            </p>
          )}
        </>
      )}
    </section>
  );
}
