import type { StreetGraph } from '../core/network/street-graph.ts';
import type { Steps } from '../core/progress.ts';
import { BASE_MAP_LAYERS, type BaseMap } from '../core/tiles/base-map.ts';
import type { MapFeatures } from '../core/tiles/map-features.ts';
import { vectorTileSteps, type TileLayer } from '../core/tiles/vector-tile.ts';
import type { StreetLayer } from './api.ts';
import type { TilePlace } from '../core/tiles/tile-grid.ts';
import { networkLayerSteps } from './layers/network-layer.ts';

/** Past half the widest line, at a tile's own zoom and enlarged. */
const LINE_MARGIN_PX = 8;
/** Past half a long name: one is written along a street only where the tile has as much of it. */
const NAME_MARGIN_PX = 64;

/** The tiles of one file of streets. The walking network is made ready when it is first looked at. */
export class StreetTiles {
  private readonly base: readonly TileLayer[];
  /** Goes on where it was left when whoever asked first lost interest. */
  private readonly networkSteps: Steps<MapFeatures>;
  private network: readonly TileLayer[] | null = null;

  constructor(graph: StreetGraph, baseMap: BaseMap) {
    this.base = BASE_MAP_LAYERS.map((name) => {
      const marginPx = name === 'roads' || name === 'waterways' ? NAME_MARGIN_PX : LINE_MARGIN_PX;
      return { name, features: baseMap[name], marginPx };
    });
    this.networkSteps = networkLayerSteps(graph);
  }

  /** One at a time: two that are made by turns would both wait for the same network. */
  *tileSteps(layer: StreetLayer, place: TilePlace): Steps<Uint8Array<ArrayBuffer>> {
    if (layer === 'base') return yield* vectorTileSteps(this.base, place);
    this.network ??= [{ name: 'network', features: yield* this.networkSteps, marginPx: LINE_MARGIN_PX }];
    return yield* vectorTileSteps(this.network, place);
  }
}
