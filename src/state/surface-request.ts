import type { SurfaceFigure, SurfaceRequest } from '../analysis/surface.ts';
import type { MapLayers, SurfaceId } from './map-layers.ts';

/** What a surface layer asks of the analysis. */
export function surfaceRequest(layers: MapLayers, id: SurfaceId): SurfaceRequest {
  const { cells, cellM, classes } = layers[id];
  return { of: id === 'elders' ? eldersFigure(layers) : accessFigure(layers), cells, cellM, classes };
}

function eldersFigure({ elders: { measure } }: MapLayers): SurfaceFigure {
  return { kind: measure === 'density' ? 'elder_density' : 'oldest_share' };
}

function accessFigure({ access: { supply, demand, decay, minutes } }: MapLayers): SurfaceFigure {
  return { kind: 'access', question: { supply, demand, decay, minutes } };
}
