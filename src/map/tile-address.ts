import type { TileRequest, TileSource } from '../analysis/api.ts';

/** Addresses of tiles that the analysis makes: MapLibre asks the page for them, nobody asks the network. */
export const TILE_PROTOCOL = 'yiquan';

/** What MapLibre fills in for each tile. Other streets have other addresses, so that no old tile is shown. */
export function tileAddress(source: TileSource, streets: string): string {
  return `${TILE_PROTOCOL}://${source}/${streets}/{z}/{x}/{y}`;
}

/** What an address asks for. Throws where it is none of ours. */
export function tileAt(address: string): TileRequest {
  const [, source, streets, z, x, y] = /^\w+:\/\/(base|network)\/(\w+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address) ?? [];
  if (source === undefined) throw new Error(`tile address: got ${address}`);
  return { source: source as TileSource, streets: streets!, z: Number(z), x: Number(x), y: Number(y) };
}
