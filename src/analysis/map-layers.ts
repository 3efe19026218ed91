import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS } from '../core/checks/result.ts';
import { standsAt } from '../core/access/locate.ts';
import { onTheWay, statusOf } from '../core/checks/facility-state.ts';
import { innerPosition } from '../core/geo/polygon.ts';
import type { WaterAreas } from '../core/network/water-areas.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Steps } from '../core/progress.ts';
import type { AuditDigest, PlanLayer } from './api.ts';
import { feature, featureCollection, geometryText } from './geojson-text.ts';
import { circleBandsSteps } from './layers/circle-bands.ts';
import { unsnappedLayerSteps } from './layers/unsnapped-layer.ts';
import { serviceCirclesSteps } from './service-circles.ts';

/** A map layer as GeoJSON text: what the map needs to draw it and nothing else. */
export function* mapLayerSteps(layer: PlanLayer, drawn: Drawn | null): Steps<string> {
  if (!drawn) return featureCollection([]);
  const { audit, water } = drawn;
  if (layer === 'unsnapped') return featureCollection(yield* unsnappedLayerSteps(audit));
  if (layer === 'bands') {
    const bands = yield* circleBandsSteps(audit, water);
    return featureCollection(bands.map(({ geometry, ...said }) => feature(JSON.stringify(geometry), { ...said })));
  }
  if (layer !== 'circles') return featureCollection(FEATURES[layer](drawn));
  const circles = yield* serviceCirclesSteps(audit, water);
  return featureCollection(
    circles.map(({ id, name, geometry, estimate }) => feature(JSON.stringify(geometry), { id, name, estimate })),
  );
}

/** How much of what is required an area lacks, in space or in reach, whichever is worse: from 0 to 1, two decimals. */
function severityOf({ checks, coveredShare }: AuditDigest, a: number): number {
  const { gap, required } = checks.floor_area;
  const space = required[a]! > 0 ? gap[a]! / required[a]! : 0;
  const reach = 1 - coveredShare[a]!;
  return Math.round(Math.max(space || 0, reach || 0) * 100) / 100;
}

/** The audit that is drawn: its context and its columns. */
interface Drawn {
  readonly plan: Plan;
  readonly audit: Audit;
  readonly digest: AuditDigest;
  /** Of the streets that were walked on; null: none is known. */
  readonly water: WaterAreas | null;
}

const FEATURES: Record<Exclude<PlanLayer, 'circles' | 'bands' | 'unsnapped'>, (drawn: Drawn) => string[]> = {
  areas: ({ audit: { context }, digest }) =>
    context.areas.flatMap((area, a) => {
      if (!area.geometry) return [];
      const verdicts = AREA_CHECKS.map((id) => [`v_${id}`, VERDICTS[digest.checks[id].verdict[a]!] ?? null]);
      return feature(geometryText(area.geometry), {
        id: area.id,
        name: area.name ?? null,
        class: area.class,
        verdict: VERDICTS[digest.verdict[a]!]!,
        severity: severityOf(digest, a),
        ...Object.fromEntries(verdicts),
      });
    }),

  facilities: ({ audit: { context } }) =>
    context.facilities.flatMap((facility, f) => {
      const at = standsAt(facility);
      if (!at) return [];
      const coming = onTheWay(facility, context.asOf) !== null;
      return feature(JSON.stringify({ type: 'Point', coordinates: at }), {
        id: facility.id,
        name: facility.name ?? null,
        type: facility.type,
        status: statusOf(facility),
        state: context.open[f] ? 'open' : coming ? 'planned' : 'closed',
      });
    }),

  units: ({ audit: { context } }) =>
    [...context.of.units.values()].flatMap(({ path, name, level, geometry }) =>
      geometry ? feature(geometryText(geometry), { id: path, name, level }) : [],
    ),

  candidates: ({ plan: { candidates } }) =>
    [...candidates.values()].flatMap(({ id, name = null, kind, geometry }) =>
      geometry
        ? feature(JSON.stringify({ type: 'Point', coordinates: innerPosition(geometry) }), { id, name, kind })
        : [],
    ),
};
