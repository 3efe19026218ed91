import { addProtocol, removeProtocol } from 'maplibre-gl';
import type { TileRequest } from '../analysis/api.ts';
import { TILE_PROTOCOL, tileAt } from './tile-address.ts';

/** A vector tile; no bytes where nothing is to be drawn. */
export type LoadTile = (request: TileRequest, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Of the maps that are on the screen, the latest last. They all ask the one analysis. */
const loaders: LoadTile[] = [];

/** Lets maps ask for our tiles: the protocol is the library's, not a map's. Whoever calls what comes back needs it no longer. */
export function serveTiles(load: LoadTile): () => void {
  if (loaders.length === 0) {
    addProtocol(TILE_PROTOCOL, async ({ url }, { signal }) => {
      const { buffer } = await loaders.at(-1)!(tileAt(url), signal);
      return { data: buffer };
    });
  }
  loaders.push(load);
  return () => {
    loaders.splice(loaders.lastIndexOf(load), 1);
    if (loaders.length === 0) removeProtocol(TILE_PROTOCOL);
  };
}
