import { setLayer } from '../../actions/arrange-layers.ts';
import { filterByCheck } from '../../actions/arrange-gaps.ts';
import { SURFACE_CELLS } from '../../core/access/cells.ts';
import { CLASS_METHODS } from '../../analysis/surface-classes.ts';
import { AREA_CHECKS } from '../../core/checks/result.ts';
import { UNIT_LEVELS } from '../../core/plan/plan.ts';
import {
  ACCESS_MINUTES,
  CELL_WIDTHS_M,
  type AccessLayer,
  type LayerId,
  type SurfaceId,
} from '../../state/map-layers.ts';
import type { VerdictOf } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { useCircleMinutes, useElderAge } from '../use-settings.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const COLOURS: readonly VerdictOf[] = ['overall', ...AREA_CHECKS];

/** What of a layer can be chosen, besides how strongly it shows. */
export function LayerOptions({ id }: { readonly id: LayerId }) {
  switch (id) {
    case 'areas':
      return <AreaColourChoice />;
    case 'elders':
      return (
        <>
          <MeasureChoice />
          <CellChoices id="elders" />
        </>
      );
    case 'access':
      return (
        <>
          <AccessChoices />
          <CellChoices id="access" />
        </>
      );
    case 'circles':
      return <CircleChoice />;
    case 'units':
      return <UnitLevelChoice />;
    default:
      return null;
  }
}

export function AreaColourChoice() {
  const { map, checks } = useTexts();
  const workspace = useWorkspace();
  const { colour } = useWorkspaceState(({ layers }) => layers.areas);
  return (
    <Choice
      label={map.layers.areaColour}
      value={colour}
      options={COLOURS.map((id) => ({ id, text: id === 'overall' ? map.layers.byVerdict : checks.check[id] }))}
      onChange={(id) => filterByCheck(workspace, id)}
    />
  );
}

function MeasureChoice() {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const { measure } = useWorkspaceState(({ layers }) => layers.elders);
  return (
    <Choice
      label={t.measure}
      value={measure}
      options={(['density', 'oldest'] as const).map((one) => ({ id: one, text: t.measures[one] }))}
      onChange={(one) => setLayer(workspace, 'elders', { measure: one })}
    />
  );
}

function CellChoices({ id }: { readonly id: SurfaceId }) {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const { cells, cellM, classes } = useWorkspaceState(({ layers }) => layers[id]);
  return (
    <>
      <Choice
        label={t.cells}
        value={cells}
        options={SURFACE_CELLS.map((one) => ({ id: one, text: t.cellShapes[one] }))}
        onChange={(one) => setLayer(workspace, id, { cells: one })}
      />
      {cells === 'areas' ? null : (
        <Choice
          label={t.cellWidth}
          value={String(cellM)}
          options={CELL_WIDTHS_M.map((one) => ({ id: String(one), text: t.cellMetres(formatNumber(one)) }))}
          onChange={(one) => setLayer(workspace, id, { cellM: Number(one) })}
        />
      )}
      <Choice
        label={t.classes}
        value={classes}
        options={CLASS_METHODS.map((one) => ({ id: one, text: t.classMethods[one] }))}
        onChange={(one) => setLayer(workspace, id, { classes: one })}
      />
    </>
  );
}

const OWN_MINUTES = 'circle';

function AccessChoices() {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const age = useElderAge();
  const minutes = useCircleMinutes();
  const layer = useWorkspaceState(({ layers }) => layers.access);
  const set = (part: Partial<AccessLayer>): void => setLayer(workspace, 'access', part);
  return (
    <>
      <Choice
        label={t.supply}
        value={layer.supply}
        options={(['beds', 'nursing_beds', 'floor_area'] as const).map((id) => ({ id, text: t.supplies[id] }))}
        onChange={(supply) => set({ supply })}
      />
      <Choice
        label={t.demand}
        value={layer.demand}
        options={[
          { id: 'elders', text: t.demands.elders(age) },
          { id: 'elders_80', text: t.demands.elders_80 },
        ]}
        onChange={(demand) => set({ demand })}
      />
      <Choice
        label={t.decay}
        value={layer.decay}
        options={(['none', 'zones', 'gaussian'] as const).map((id) => ({ id, text: t.decays[id] }))}
        onChange={(decay) => set({ decay })}
      />
      <Choice
        label={t.reachMinutes}
        value={layer.minutes === null ? OWN_MINUTES : String(layer.minutes)}
        options={[
          { id: OWN_MINUTES, text: t.circleMinutes(formatNumber(minutes)) },
          ...ACCESS_MINUTES.map((one) => ({ id: String(one), text: t.walkMinutes(formatNumber(one)) })),
        ]}
        onChange={(id) => set({ minutes: ACCESS_MINUTES.find((one) => String(one) === id) ?? null })}
      />
    </>
  );
}

function CircleChoice() {
  const t = useTexts().map.layers;
  const workspace = useWorkspace();
  const minutes = useCircleMinutes();
  const { of } = useWorkspaceState(({ layers }) => layers.circles);
  return (
    <Choice
      label={t.circleShows}
      value={of}
      options={[
        { id: 'union', text: t.circleKinds.union(formatNumber(minutes)) },
        { id: 'bands', text: t.circleKinds.bands([1, 2, 3].map((k) => formatNumber((minutes * k) / 3)).join('/')) },
        { id: 'each', text: t.circleKinds.each(formatNumber(minutes)) },
      ]}
      onChange={(id) => setLayer(workspace, 'circles', { of: id })}
    />
  );
}

function UnitLevelChoice() {
  const { map, checks } = useTexts();
  const workspace = useWorkspace();
  const { level } = useWorkspaceState(({ layers }) => layers.units);
  return (
    <Choice
      label={map.layers.unitLevel}
      value={level}
      options={UNIT_LEVELS.map((id) => ({ id, text: checks.level[id] }))}
      onChange={(id) => setLayer(workspace, 'units', { level: id })}
    />
  );
}
