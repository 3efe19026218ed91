import type { LayerSpecification } from 'maplibre-gl';
import { SURFACES, type LayerId, type SurfaceId } from '../state/map-layers.ts';
import { baseMapGround, baseMapLines, baseMapNames, baseMapWater, type BaseMapLook } from './base-map-layers.ts';
import { areaLabels, areaLayers } from './layers/area-layers.ts';
import { candidateLabels, candidateLayers } from './layers/candidate-layers.ts';
import { circleLayers, selectedCircleLayers } from './layers/circle-layers.ts';
import { facilityLabels, facilityLayers } from './layers/facility-layers.ts';
import { FONTS, type MapLook } from './layers/look.ts';
import { networkLayers } from './layers/network-layers.ts';
import { parcelLabels, parcelLayers } from './layers/parcel-layers.ts';
import { streetEditLabels, streetEditLayers } from './layers/street-edit-layers.ts';
import { surfaceLayers } from './layers/surface-layers.ts';
import { unitLabels, unitLayers } from './layers/unit-layers.ts';
import { walkLayers } from './layers/walk-layers.ts';

export type { MapLook } from './layers/look.ts';

/** How each layer is drawn. */
const GROUPS: Readonly<Record<LayerId, (look: MapLook) => readonly LayerSpecification[]>> = {
  base: groundLayers,
  elders: (look) => surfaceUnderStreets(look, 'elders'),
  access: (look) => surfaceUnderStreets(look, 'access'),
  areas: areaLayers,
  units: unitLayers,
  network: networkLayers,
  circles: circleLayers,
  parcels: parcelLayers,
  streetEdits: streetEditLayers,
  candidates: candidateLayers,
  facilities: facilityLayers,
  labels: names,
};

/** All layers, from the ground up, as a pure function of what the screen shows. */
export function mapLayers(look: MapLook): LayerSpecification[] {
  const { layers, palette } = look;
  return [
    { id: 'canvas', type: 'background', paint: { 'background-color': palette.canvas } },
    ...layers.order.flatMap((id) => [
      // What is asked about lies on whatever covers the ground, and under names and signs.
      ...(id === 'labels' ? [...selectedCircleLayers(look), ...walkLayers(palette)] : []),
      ...(layers[id].visible ? GROUPS[id](look) : []),
    ]),
  ];
}

/** The base map; under a surface its ground alone, for the rest lies on the surface. */
function groundLayers(look: MapLook): LayerSpecification[] {
  const base = baseLook(look);
  const covered = SURFACES.some((id) => look.layers[id].visible);
  return [...baseMapGround(base), ...(covered ? [] : baseMapLines(base))];
}

function surfaceUnderStreets(look: MapLook, id: SurfaceId): LayerSpecification[] {
  const base = baseLook(look);
  return [...surfaceLayers(look, id), ...(look.layers.base.visible ? [baseMapWater(base), ...baseMapLines(base)] : [])];
}

/** Placed from the top down, each where there is room left: units, areas, facilities, then the base map's. */
function names(look: MapLook): LayerSpecification[] {
  const { layers } = look;
  return [
    ...(layers.base.visible ? baseMapNames(baseLook(look)) : []),
    ...(layers.parcels.visible ? [parcelLabels(look)] : []),
    ...(layers.streetEdits.visible ? [streetEditLabels(look)] : []),
    ...(layers.candidates.visible ? [candidateLabels(look)] : []),
    ...(layers.facilities.visible ? [facilityLabels(look)] : []),
    ...(layers.areas.visible ? [areaLabels(look)] : []),
    ...(layers.units.visible ? [unitLabels(look)] : []),
  ];
}

function baseLook({ palette, english }: MapLook): BaseMapLook {
  return { palette: palette.base, fonts: FONTS, english };
}
