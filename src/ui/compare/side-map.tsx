import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { streetsOf, type ComparisonReport, type SideName } from '../../analysis/api.ts';
import type { Run } from '../../core/checks/result.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { createMapView, type Camera, type MapView } from '../../map/map-view.ts';
import { readPalette } from '../../map/palette.ts';
import { mapStyle } from '../../map/style.ts';
import type { MapLayers } from '../../state/map-layers.ts';
import type { VerdictOf } from '../../state/workspace-state.ts';
import { useMapCredits } from '../map-credits.ts';
import { useShownTheme } from '../shown-theme.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

interface SideMapProps {
  readonly side: SideName;
  readonly report: ComparisonReport;
  readonly run: Run;
  readonly facilityCount: number;
  readonly colour: VerdictOf;
  readonly selected: AreaId | null;
  /** Share of the width, from the left, that is cut off; null: nothing is. */
  readonly clip: number | null;
  readonly onSelect: (area: AreaId | null) => void;
  readonly onView: (side: SideName, view: MapView | null) => void;
  readonly onMove: (camera: Camera) => void;
  readonly onUnavailable: () => void;
}

/** The map of one side. */
export function SideMap(props: SideMapProps) {
  const { side, report, run, facilityCount, colour, selected, clip, onView } = props;
  const { compare, map: t } = useTexts();
  const workspace = useWorkspace();
  const [view, setView] = useState<MapView | null>(null);
  const shown = useWorkspaceState((state) => state.layers);
  const english = useWorkspaceState(({ preferences }) => preferences.language === 'en');
  const theme = useShownTheme();
  const palette = useMemo(() => readPalette(theme), [theme]);
  const credits = useMapCredits();
  const style = useMemo(
    () =>
      mapStyle(
        {
          layers: comparedLayers(shown, colour),
          palette,
          breaks: {},
          facilityCount,
          minutes: run.minutes,
          judged: true,
          side,
          streets: streetsOf(run.inputs)?.sha256 ?? null,
          english,
          walk: null,
          facilityBands: [],
        },
        {},
      ),
    [shown, colour, palette, facilityCount, run, side, english],
  );
  // The map is made once; what it calls is always the latest.
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const attach = useCallback(
    (container: HTMLDivElement) => {
      let made: MapView;
      try {
        made = createMapView(container, {
          camera: null,
          reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
          words: { ...t.locale, label: compare.side[side] },
          onSelect: ([{ kind, id }]) => latest.current.onSelect(kind === 'area' ? id : null),
          onBox: () => undefined,
          loadTile: (request, signal) => workspace.analysis.mapTile(request, { signal, onProgress: () => {} }),
          onMove: (camera) => latest.current.onMove(camera),
          onError: () => undefined,
        });
      } catch {
        latest.current.onUnavailable();
        return undefined;
      }
      setView(made);
      onView(side, made);
      const observer = new ResizeObserver(() => made.resize());
      observer.observe(container);
      return () => {
        observer.disconnect();
        setView(null);
        onView(side, null);
        made.remove();
      };
    },
    [workspace, t, compare, side, onView],
  );
  useEffect(() => view?.show(style, palette), [view, style, palette]);
  useEffect(() => view?.follow(report), [view, report]);
  useEffect(() => view?.highlight(selected === null ? null : { kind: 'area', id: selected }), [view, selected]);
  useEffect(() => view?.credit(credits), [view, credits]);
  return (
    <div
      className="side-map"
      data-side={side}
      style={clip === null ? undefined : { clipPath: `inset(0 0 0 ${clip * 100}%)` }}
    >
      <div ref={attach} className="map" />
    </div>
  );
}

/** The layers as they are shown, but for surfaces, which are of the last audit alone; areas always, for they are compared. */
function comparedLayers(layers: MapLayers, colour: VerdictOf): MapLayers {
  return {
    ...layers,
    elders: { ...layers.elders, visible: false },
    access: { ...layers.access, visible: false },
    areas: { ...layers.areas, visible: true, colour },
  };
}
