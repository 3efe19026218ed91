import type { Steps } from '../core/progress.ts';
import type { TilePlace } from '../core/tiles/tile-grid.ts';
import { vectorTileSteps, type TileLayer } from '../core/tiles/vector-tile.ts';
import type { PlanLayer } from './api.ts';
import { mapLayerSteps, type Drawn } from './map-layers.ts';

/** The tiles of one audit. Each layer is made ready when it is first looked at. */
export class PlanTiles {
  private readonly drawn: Drawn;
  private readonly making = new Map<PlanLayer, Steps<readonly TileLayer[]>>();
  private readonly made = new Map<PlanLayer, readonly TileLayer[]>();

  constructor(drawn: Drawn) {
    this.drawn = drawn;
  }

  /** Of one layer one at a time: two that are made by turns would both wait for the same things. */
  *tileSteps(layer: PlanLayer, place: TilePlace): Steps<Uint8Array<ArrayBuffer>> {
    let layers = this.made.get(layer);
    if (!layers) {
      layers = yield* this.makingOf(layer);
      this.made.set(layer, layers);
      this.making.delete(layer);
    }
    return yield* vectorTileSteps(layers, place);
  }

  /** Goes on where it was left when whoever asked first lost interest. */
  private makingOf(layer: PlanLayer): Steps<readonly TileLayer[]> {
    const begun = this.making.get(layer) ?? mapLayerSteps(layer, this.drawn);
    this.making.set(layer, begun);
    return begun;
  }
}
