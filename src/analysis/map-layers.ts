import type { AreaColumns } from '../core/checks/area-columns.ts';
import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS } from '../core/checks/result.ts';
import { standsAt } from '../core/access/locate.ts';
import { onTheWay, statusOf } from '../core/checks/facility-state.ts';
import { asWgs84 } from '../core/geo/geometry.ts';
import { innerPosition } from '../core/geo/polygon.ts';
import type { WaterAreas } from '../core/network/water-areas.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Steps } from '../core/progress.ts';
import { FeatureCollector } from '../core/tiles/feature-collector.ts';
import type { TileLayer } from '../core/tiles/vector-tile.ts';
import type { PlanLayer } from './api.ts';
import { circleBandsSteps } from './layers/circle-bands.ts';
import { pointAt, type DrawnThing } from './layers/drawn-thing.ts';
import { streetEditThings } from './layers/street-edits-layer.ts';
import { unsnappedThingsSteps } from './layers/unsnapped-layer.ts';
import { serviceCirclesSteps } from './service-circles.ts';

/** The audit that is drawn. */
export interface Drawn {
  readonly plan: Plan;
  readonly audit: Audit;
  /** Of the streets that were walked on; null: none is known. */
  readonly water: WaterAreas | null;
}

/** Past half the widest outline, at a tile's own zoom and enlarged. */
const MARGIN_PX = 8;
/** Things taken up between two reports. */
const PER_STEP = 500;

/** Things whose names are written in them. */
const NAMED: ReadonlySet<PlanLayer> = new Set(['areas', 'units', 'parcels']);

/**
 * What the map draws of an audit, as layers of tiles: `areas`, `lines`, `points` and, where things have names, `names`, each at a
 * place inside its thing: a name written in an area would be written again in each tile that the area reaches into.
 */
export function* mapLayerSteps(layer: PlanLayer, drawn: Drawn): Steps<readonly TileLayer[]> {
  const things = yield* thingsSteps(layer, drawn);
  const areas = new FeatureCollector('area', 0);
  const points = new FeatureCollector('point');
  const lines = new FeatureCollector('line', 0);
  const names = new FeatureCollector('point');
  for (const [done, { geometry, said }] of things.entries()) {
    if (done % PER_STEP === 0) yield { stage: 'writing', done, total: things.length };
    const collector = geometry.type === 'Point' ? points : geometry.type === 'LineString' ? lines : areas;
    collector.add(geometry, said, 0);
    if (geometry.type !== 'LineString' && NAMED.has(layer))
      names.add(pointAt(innerPosition(asWgs84(geometry))), said, 0);
  }
  return [
    { name: 'areas', features: yield* areas.finishSteps(), marginPx: MARGIN_PX },
    { name: 'lines', features: yield* lines.finishSteps(), marginPx: MARGIN_PX },
    { name: 'points', features: yield* points.finishSteps(), marginPx: 0 },
    { name: 'names', features: yield* names.finishSteps(), marginPx: 0 },
  ];
}

function* thingsSteps(layer: PlanLayer, drawn: Drawn): Steps<readonly DrawnThing[]> {
  const { audit, water } = drawn;
  if (layer === 'unsnapped') return yield* unsnappedThingsSteps(audit);
  if (layer === 'bands') {
    const bands = yield* circleBandsSteps(audit, water);
    return bands.map(({ geometry, ...said }) => ({ geometry, said }));
  }
  if (layer !== 'circles') return THINGS[layer](drawn);
  const circles = yield* serviceCirclesSteps(audit, water);
  return circles.map(({ id, name, geometry, estimate }) => ({
    geometry,
    said: { id, name: name ?? undefined, estimate },
  }));
}

/** How much of what is required an area lacks, in space or in reach, whichever is worse: from 0 to 1, two decimals. */
function severityOf({ checks, coveredShare }: AreaColumns, a: number): number {
  const { gap, required } = checks.floor_area;
  const space = required[a]! > 0 ? gap[a]! / required[a]! : 0;
  const reach = 1 - coveredShare[a]!;
  return Math.round(Math.max(space || 0, reach || 0) * 100) / 100;
}

const THINGS: Record<Exclude<PlanLayer, 'circles' | 'bands' | 'unsnapped'>, (drawn: Drawn) => DrawnThing[]> = {
  areas: ({ audit: { context, columns } }) =>
    context.areas.flatMap(({ id, name, geometry, class: built }, a) => {
      if (!geometry) return [];
      const verdicts = AREA_CHECKS.map((check) => [`v_${check}`, VERDICTS[columns.checks[check].verdict[a]!]]);
      const verdict = VERDICTS[columns.verdict[a]!]!;
      const said = {
        id,
        name,
        class: built,
        verdict,
        severity: severityOf(columns, a),
        ...Object.fromEntries(verdicts),
      };
      return { geometry, said };
    }),

  facilities: ({ audit: { context } }) =>
    context.facilities.flatMap((facility, f) => {
      const at = standsAt(facility);
      if (!at) return [];
      const coming = onTheWay(facility, context.asOf) !== null;
      const state = context.open[f] ? 'open' : coming ? 'planned' : 'closed';
      const { id, name, type } = facility;
      return { geometry: pointAt(at), said: { id, name, type, status: statusOf(facility), state } };
    }),

  units: ({ audit: { context } }) =>
    [...context.of.units.values()].flatMap(({ path, name, level, geometry }) =>
      geometry ? { geometry, said: { id: path, name, level } } : [],
    ),

  streetEdits: ({ plan, audit }) => streetEditThings(plan, audit.memory.walks),

  candidates: ({ plan: { candidates } }) =>
    [...candidates.values()].flatMap(({ id, name, kind, geometry }) =>
      geometry ? { geometry: pointAt(innerPosition(geometry)), said: { id, name, kind } } : [],
    ),

  parcels: ({ plan: { parcels } }) =>
    [...parcels.values()].flatMap(({ id, name, use, geometry }) =>
      geometry ? { geometry, said: { id, name, use } } : [],
    ),
};
