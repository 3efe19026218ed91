import type { PlanLayer, StreetLayer, TileRequest } from '../analysis/api.ts';

/** Addresses of tiles that the analysis makes: MapLibre asks the page for them, nobody asks the network. */
export const TILE_PROTOCOL = 'yiquan';

export const STREET_LAYERS: readonly StreetLayer[] = ['base', 'network'];
export const PLAN_LAYERS: readonly PlanLayer[] = [
  'areas',
  'facilities',
  'circles',
  'units',
  'candidates',
  'bands',
  'unsnapped',
];

/**
 * What MapLibre fills in for each tile. Of streets, `version` is the hash of their file; of an audit it is a number of its
 * own, which the analysis needs not, but by which the map sees that the tiles are to be asked for again.
 */
export function tileAddress(layer: PlanLayer | StreetLayer, version: string): string {
  return `${TILE_PROTOCOL}://${layer}/${version}/{z}/{x}/{y}`;
}

/** What an address asks for. Throws where it is none of ours. */
export function tileAt(address: string): TileRequest {
  const [, name, version, ...numbers] = /^yiquan:\/\/(\w+)\/(\w+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address) ?? [];
  const [z, x, y] = numbers.map(Number) as [number, number, number];
  const street = STREET_LAYERS.find((layer) => layer === name);
  if (street !== undefined) return { layer: street, streets: version!, z, x, y };
  const plan = PLAN_LAYERS.find((layer) => layer === name);
  if (plan === undefined) throw new Error(`tile address: got ${address}`);
  return { layer: plan, z, x, y };
}
