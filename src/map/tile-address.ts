import type { PlanLayer, SideName, StreetLayer, TileRequest } from '../analysis/api.ts';

/** Addresses of tiles that the analysis makes: MapLibre asks the page for them, nobody asks the network. */
export const TILE_PROTOCOL = 'yiquan';

export const STREET_LAYERS: readonly StreetLayer[] = ['base', 'network'];
export const PLAN_LAYERS: readonly PlanLayer[] = [
  'areas',
  'facilities',
  'circles',
  'units',
  'candidates',
  'parcels',
  'bands',
  'unsnapped',
  'streetEdits',
];

const PLACE = '{z}/{x}/{y}';

/** What MapLibre fills in for each tile of the last audit, or of one of the sides that are compared. */
export function planAddress(layer: PlanLayer, side: SideName | null = null): string {
  return `${TILE_PROTOCOL}://${side === null ? '' : `${side}-`}${layer}/${PLACE}`;
}

/** The same of streets, by the hash of their file: of others no tile is shown. */
export function streetAddress(layer: StreetLayer, streets: string): string {
  return `${TILE_PROTOCOL}://${layer}/${streets}/${PLACE}`;
}

const ADDRESS = /^yiquan:\/\/(?:(left|right)-)?(\w+)(?:\/(\w+))?\/(\d+)\/(\d+)\/(\d+)$/;

/** What an address asks for. Throws where it is none of ours. */
export function tileAt(address: string): TileRequest {
  const [, side, name, streets, ...numbers] = ADDRESS.exec(address) ?? [];
  const [z, x, y] = numbers.map(Number) as [number, number, number];
  const street = STREET_LAYERS.find((layer) => layer === name);
  if (street !== undefined && streets !== undefined && side === undefined) return { layer: street, streets, z, x, y };
  const plan = PLAN_LAYERS.find((layer) => layer === name);
  if (plan === undefined || streets !== undefined) throw new Error(`tile address: got ${address}`);
  return { layer: plan, z, x, y, ...(side === undefined ? {} : { side: side as SideName }) };
}
