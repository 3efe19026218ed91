import { area as squareMetres } from '@turf/turf';
import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS } from '../core/checks/result.ts';
import { standsAt } from '../core/access/locate.ts';
import { onTheWay, statusOf } from '../core/checks/facility-state.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { Steps } from '../core/progress.ts';
import type { AuditDigest, PlanLayer } from './api.ts';
import { serviceCirclesSteps } from './service-circles.ts';

const M2_PER_HECTARE = 10_000;

/** Geometry is replaced whole, never edited: its text can be kept as long as the object lives. */
const geometryText = new WeakMap<PlaceGeometry, string>();
const hectares = new WeakMap<PlaceGeometry, number | null>();

/** A map layer as GeoJSON text: what the map needs to draw it and nothing else. */
export function* mapLayerSteps(layer: PlanLayer, drawn: Drawn | null): Steps<string> {
  if (!drawn) return featureCollection([]);
  if (layer !== 'circles') return featureCollection(FEATURES[layer](drawn));
  const circles = yield* serviceCirclesSteps(drawn.audit);
  return featureCollection(
    circles.map(({ id, name, geometry, estimate }) => feature(JSON.stringify(geometry), { id, name, estimate })),
  );
}

/** GeoJSON text of features that are GeoJSON text already. */
export function featureCollection(features: readonly string[]): string {
  return `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`;
}

/** The audit that is drawn: its context and its columns. */
interface Drawn {
  readonly audit: Audit;
  readonly digest: AuditDigest;
}

const FEATURES: Record<Exclude<PlanLayer, 'circles'>, (drawn: Drawn) => string[]> = {
  areas: ({ audit: { context }, digest }) =>
    context.areas.flatMap((area, a) => {
      if (!area.geometry) return [];
      const verdicts = AREA_CHECKS.map((id) => [`v_${id}`, VERDICTS[digest.checks[id].verdict[a]!] ?? null]);
      return feature(textOf(area.geometry), {
        id: area.id,
        name: area.name ?? null,
        class: area.class,
        verdict: VERDICTS[digest.verdict[a]!]!,
        ...Object.fromEntries(verdicts),
        density: perHectare(area.elders, area.geometry),
        share80: area.elders && area.elders80 !== undefined ? area.elders80 / area.elders : null,
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

  population: ({
    audit: {
      memory: {
        walks: {
          ground: { population },
        },
      },
    },
  }) =>
    population
      ? Array.from(population.lon, (lon, cell) => {
          const elders = population.elders[cell]!;
          const geometry = { type: 'Point', coordinates: [lon, population.lat[cell]] };
          return feature(JSON.stringify(geometry), { elders: Number.isNaN(elders) ? null : elders });
        })
      : [],
};

function feature(geometry: string, properties: Record<string, unknown>): string {
  return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`;
}

function textOf(geometry: PlaceGeometry): string {
  let text = geometryText.get(geometry);
  if (text === undefined) {
    text = JSON.stringify(geometry);
    geometryText.set(geometry, text);
  }
  return text;
}

/** Persons per hectare; null for a point area and where the persons are unknown. */
function perHectare(persons: number | undefined, geometry: PlaceGeometry): number | null {
  let size = hectares.get(geometry);
  if (size === undefined) {
    size = geometry.type === 'Point' ? null : squareMetres(geometry) / M2_PER_HECTARE;
    hectares.set(geometry, size);
  }
  return persons === undefined || !size ? null : persons / size;
}
