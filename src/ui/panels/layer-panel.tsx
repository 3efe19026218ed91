import { useDeferredValue, useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { setFilter, setLayers } from '../../actions/arrange.ts';
import { AREA_CHECKS, VERDICTS, type Verdict } from '../../core/checks/result.ts';
import { FACILITY_TYPES, type FacilityType } from '../../core/plan/plan.ts';
import { verdictCounts } from '../../state/gap-rows.ts';
import { settingsInUse, showsOpenStreetMap } from '../../state/selectors.ts';
import { NO_FILTER, PROBLEM_VERDICTS, type AreaColour, type MapLayers } from '../../state/workspace-state.ts';
import { formatNumber, formatTruncated } from '../../text/numbers.ts';
import { useDensity } from '../density-context.tsx';
import { useGapRows } from '../gap-rows-context.tsx';
import { Choice } from '../parts/choice.tsx';
import { FacilitySign } from '../parts/facility-sign.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { FileList } from './file-list.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const COLOURS: readonly AreaColour[] = ['overall', ...AREA_CHECKS, 'density'];

export function LayerPanel() {
  const texts = useTexts();
  const t = texts.map.layers;
  const workspace = useWorkspace();
  const colour = useWorkspaceState((state) => state.layers.colour);
  const colourName = (id: AreaColour): string =>
    id === 'overall' ? t.byVerdict : id === 'density' ? t.byDensity : texts.checks.check[id];
  return (
    <aside className="layer-panel" aria-label={texts.workspace.panels.layers}>
      <LayerHead layer="areas" title={t.areas} />
      <div className="layer-body">
        <Choice
          label={t.areaColour}
          value={colour}
          options={COLOURS.map((id) => ({ id, text: colourName(id) }))}
          onChange={(id) => {
            setLayers(workspace, { colour: id });
            if (id !== 'density') setFilter(workspace, { of: id });
          }}
        />
        {colour === 'density' ? <DensityLegend /> : <VerdictLegend />}
      </div>
      <LayerHead layer="facilities" title={t.facilities} />
      <FacilityLegend />
      <CircleLayer />
      <PopulationLayer />
      <LayerHead layer="labels" title={t.labels} />
      <BaseMapLayer />
      <FileList />
    </aside>
  );
}

function LayerHead({
  layer,
  title,
  note,
}: {
  readonly layer: Exclude<keyof MapLayers, 'colour'>;
  readonly title: string;
  readonly note?: string;
}) {
  const workspace = useWorkspace();
  const shown = useWorkspaceState((state) => state.layers[layer]);
  return (
    <div className="layer-head">
      <SwitchRow selected={shown} onChange={(on) => setLayers(workspace, { [layer]: on })}>
        <span className="layer-title">{title}</span>
      </SwitchRow>
      {note === undefined ? null : <span className="layer-note">{note}</span>}
    </div>
  );
}

/** Verdicts with their patterns and counts; pressing one shows only those in the list. */
function VerdictLegend() {
  const texts = useTexts();
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const filter = useWorkspaceState((state) => state.filter);
  const of = filter.of;
  const counts = useMemo(
    () => (gaps === null ? null : verdictCounts(gaps.digest, gaps.columns, { ...NO_FILTER, of })),
    [gaps, of],
  );
  const only = filter.verdicts.length === 1 ? filter.verdicts[0] : null;
  return (
    <ul className="legend">
      {VERDICTS.map((verdict, code) => (
        <li key={verdict}>
          <ToggleButton
            className="legend-row"
            isSelected={only === verdict}
            aria-label={texts.map.layers.filterTo(texts.checks.verdict[verdict])}
            onChange={(on) => setFilter(workspace, { verdicts: on ? [verdict] : PROBLEM_VERDICTS })}
          >
            <Swatch verdict={verdict} />
            <span>{texts.checks.verdict[verdict]}</span>
            <span className="number">{counts === null ? '' : formatNumber(counts[code]!)}</span>
          </ToggleButton>
        </li>
      ))}
    </ul>
  );
}

function Swatch({ verdict }: { readonly verdict: Verdict }) {
  return <span className="swatch" data-verdict={verdict} aria-hidden="true" />;
}

function DensityLegend() {
  const t = useTexts().map.layers;
  const classes = useDensity();
  const { elder_age: age } = useSettings();
  if (classes === null) return <p className="layer-help">{t.none}</p>;
  const bounds = [classes.least, ...classes.breaks, classes.most];
  return (
    <>
      <p className="layer-help">{t.densityUnit(String(age))}</p>
      <ul className="legend">
        {classes.counts.map((count, i) => (
          <li key={bounds[i]} className="legend-row">
            <span className="swatch density" data-class={i + 1} aria-hidden="true" />
            <span>{t.densityRange(shortNumber(bounds[i]!), shortNumber(bounds[i + 1]!))}</span>
            <span className="number">{formatNumber(count)}</span>
          </li>
        ))}
        <li className="legend-row">
          <Swatch verdict="no_data" />
          <span>{t.densityNone}</span>
          <span className="number">{formatNumber(classes.unknown)}</span>
        </li>
      </ul>
      <p className="layer-help">{t.densityOutline}</p>
    </>
  );
}

function shortNumber(value: number): string {
  return formatTruncated(value, value >= 10 ? 0 : 1);
}

function useSettings() {
  const plan = useWorkspaceState((state) => state.plan);
  return useMemo(() => settingsInUse({ plan }), [plan]);
}

function FacilityLegend() {
  const texts = useTexts();
  const facilities = useDeferredValue(useWorkspaceState(({ plan }) => plan.facilities));
  const counts = useMemo(() => {
    const found = new Map<FacilityType, number>();
    for (const { type } of facilities.values()) found.set(type, (found.get(type) ?? 0) + 1);
    return found;
  }, [facilities]);
  const t = texts.map.layers;
  return (
    <div className="layer-body">
      <ul className="legend">
        {FACILITY_TYPES.filter((type) => counts.has(type)).map((type) => (
          <li key={type} className="legend-row">
            <FacilitySign type={type} />
            <span>{texts.facilities.type[type]}</span>
            <span className="number">{formatNumber(counts.get(type) ?? 0)}</span>
          </li>
        ))}
      </ul>
      {counts.size === 0 ? (
        <p className="layer-help">{t.none}</p>
      ) : (
        <ul className="state-key">
          <li>
            <FacilitySign type="station" size={13} />
            {t.facilityOpen}
          </li>
          <li>
            <FacilitySign type="station" state="planned" size={13} />
            {t.facilityPlanned}
          </li>
          <li>
            <FacilitySign type="station" state="closed" size={13} />
            {t.facilityClosed}
          </li>
        </ul>
      )}
    </div>
  );
}

const BASE_KEY = ['water', 'green', 'road', 'path', 'rail', 'building'] as const;

/** The base map of the streets that the audit walked on. */
function BaseMapLayer() {
  const t = useTexts().map.layers;
  const streets = useWorkspaceState(({ digest }) => digest !== null && digest.stamp.streetsSha256 !== null);
  const osm = useWorkspaceState(showsOpenStreetMap);
  if (!streets) return null;
  const key = osm ? BASE_KEY : (['road', 'path'] as const);
  return (
    <>
      <LayerHead layer="base" title={t.base} />
      <div className="layer-body">
        <p className="layer-help">{t.baseHelp}</p>
        <ul className="legend base-key">
          {key.map((name) => (
            <li key={name} className="legend-row">
              <span className="base-sign" data-base={name} aria-hidden="true" />
              <span>{t.baseKey[name]}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Metres walked in the circle's minutes, as the crow flies where that is how it is estimated. */
function CircleLayer() {
  const t = useTexts().map.layers;
  const run = useWorkspaceState(({ digest }) => digest?.run ?? null);
  const { detour_factor: detour } = useSettings();
  if (run === null) return null;
  const metres = ((run.minutes * run.speed_km_h * 1000) / 60 / detour).toFixed(0);
  return (
    <>
      <LayerHead layer="circles" title={t.circles(formatNumber(run.minutes))} />
      <p className="layer-body layer-help">
        <span className="circle-key" aria-hidden="true" />
        {run.method === 'network' ? t.circlesNetwork : t.circlesHelp(formatNumber(Number(metres)))}
      </p>
    </>
  );
}

function PopulationLayer() {
  const t = useTexts().map.layers;
  const known = useWorkspaceState(({ plan }) => plan.population !== null);
  if (!known) return null;
  return <LayerHead layer="population" title={t.population} note={t.populationHelp} />;
}
