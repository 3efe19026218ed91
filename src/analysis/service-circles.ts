import { circle } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import type { NetworkReach } from '../core/access/network-reach.ts';
import type { ReachRow } from '../core/access/reach.ts';
import type { Audit } from '../core/checks/audit.ts';
import { isochrone } from '../core/network/isochrone.ts';
import { WalkingSearch } from '../core/network/walking-search.ts';
import type { WaterAreas } from '../core/network/water-areas.ts';
import { isCircleDestination } from '../core/plan/facility-tiers.ts';
import type { Steps } from '../core/progress.ts';

/** Sides of the polygon that a straight-line circle is drawn with. */
const CIRCLE_SIDES = 64;

/** The service circle of one open facility. */
export interface ServiceCircle {
  readonly id: string;
  readonly name: string | null;
  readonly geometry: Polygon | MultiPolygon;
  /** Drawn by straight line, not walked. */
  readonly estimate: boolean;
}

/** Isochrones by the row of reach that they belong to: as long as a facility and the streets stay, so does its row. */
const walked = new WeakMap<ReachRow, { readonly circleM: number; readonly geometry: MultiPolygon }>();

/** The circles of all open facilities of the two lower tiers: as people walk it on streets, else as the crow flies. */
export function* serviceCirclesSteps({ context, memory }: Audit, water: WaterAreas | null): Steps<ServiceCircle[]> {
  const { reach } = memory.walks;
  const { circleM, settings } = context;
  const circles: ServiceCircle[] = [];
  const search = reach.method === 'network' ? new WalkingSearch(reach.graph) : null;
  for (const [f, facility] of context.facilities.entries()) {
    const row = reach.rows.get(facility.id);
    if (!row || !context.open[f] || !isCircleDestination(facility)) continue;
    yield { stage: 'reach', done: f, total: context.facilities.length };
    const { id, name = null } = facility;
    if (reach.method === 'network') {
      const geometry = walkedCircle(reach, water, id, row, circleM, search!);
      if (geometry.coordinates.length > 0) circles.push({ id, name, geometry, estimate: false });
    } else {
      const radiusKm = circleM / settings.detour_factor / 1000;
      const { geometry } = circle([...row.at], radiusKm, { steps: CIRCLE_SIDES, units: 'kilometers' });
      circles.push({ id, name, geometry, estimate: true });
    }
  }
  return circles;
}

function walkedCircle(
  { graph, destinationSnaps }: NetworkReach,
  water: WaterAreas | null,
  facility: string,
  row: ReachRow,
  circleM: number,
  search: WalkingSearch,
): MultiPolygon {
  const known = walked.get(row);
  if (known?.circleM === circleM) return known.geometry;
  const [geometry] = isochrone(graph, water, destinationSnaps.get(facility)!, [circleM], search);
  walked.set(row, { circleM, geometry: geometry! });
  return geometry!;
}
