import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { resetLayers } from '../../actions/arrange-layers.ts';
import type { LayerId } from '../../state/map-layers.ts';
import { FileList } from '../panels/file-list.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AccessLegend } from './access-legend.tsx';
import { AreasLegend } from './areas-legend.tsx';
import { BaseLegend } from './base-legend.tsx';
import { CandidatesLegend } from './candidates-legend.tsx';
import { CirclesLegend } from './circles-legend.tsx';
import { EldersLegend } from './elders-legend.tsx';
import { FacilitiesLegend } from './facilities-legend.tsx';
import { LayerRow } from './layer-row.tsx';
import { ParcelsLegend } from './parcels-legend.tsx';
import { NetworkLegend } from './network-legend.tsx';
import { StreetEditsLegend } from './street-edits-legend.tsx';

const LEGENDS: Readonly<Record<LayerId, (() => ReactNode) | null>> = {
  base: BaseLegend,
  elders: EldersLegend,
  access: AccessLegend,
  areas: AreasLegend,
  units: null,
  network: NetworkLegend,
  circles: CirclesLegend,
  labels: null,
  parcels: ParcelsLegend,
  streetEdits: StreetEditsLegend,
  candidates: CandidatesLegend,
  facilities: FacilitiesLegend,
};

/** Every layer that the data can fill, the uppermost first, with its legend while it is shown. */
export function LayerPanel() {
  const texts = useTexts();
  const workspace = useWorkspace();
  const order = useWorkspaceState(({ layers }) => layers.order);
  const available = useAvailable();
  return (
    <aside className="layer-panel" aria-label={texts.workspace.panels.layers}>
      {order
        .toReversed()
        .filter((id) => available[id])
        .map((id) => (
          <LayerRow key={id} id={id} Legend={LEGENDS[id]} />
        ))}
      <Button className="link reset-layers" onPress={() => resetLayers(workspace)}>
        {texts.map.layers.reset}
      </Button>
      <FileList />
    </aside>
  );
}

/** Layers that there is anything for: a switch that shows nothing would be a riddle. */
function useAvailable(): Readonly<Record<LayerId, boolean>> {
  const streets = useWorkspaceState(({ digest }) => digest !== null && digest.stamp.streetsSha256 !== null);
  const units = useWorkspaceState(({ plan }) => plan.units.size > 0);
  const candidates = useWorkspaceState(({ plan }) => plan.candidates.size > 0);
  const parcels = useWorkspaceState(({ plan }) => plan.parcels.size > 0);
  const streetEdits = useWorkspaceState(({ plan }) => plan.streetEdits.size > 0);
  const facilities = useWorkspaceState(({ plan }) => plan.facilities.size > 0);
  const people = useWorkspaceState(({ plan }) => plan.areas.size > 0 || plan.population !== null);
  return {
    base: streets,
    elders: people,
    access: people && facilities,
    areas: true,
    units,
    network: streets,
    circles: facilities,
    labels: true,
    streetEdits,
    candidates,
    parcels,
    facilities: true,
  };
}
