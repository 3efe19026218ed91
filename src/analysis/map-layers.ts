import { area as squareMetres, circle } from '@turf/turf';
import type { Audit } from '../core/checks/audit.ts';
import { AREA_CHECKS, VERDICTS } from '../core/checks/result.ts';
import { standsAt } from '../core/access/locate.ts';
import { isCircleDestination } from '../core/plan/facility-tiers.ts';
import { onTheWay, statusOf } from '../core/checks/facility-state.ts';
import type { PlaceGeometry } from '../core/geo/geometry.ts';
import type { AuditDigest, MapLayerData } from './api.ts';

/** Sides of the polygon that a straight-line circle is drawn with. */
const CIRCLE_SIDES = 64;

const M2_PER_HECTARE = 10_000;

/** Geometry is replaced whole, never edited: its text can be kept as long as the object lives. */
const geometryText = new WeakMap<PlaceGeometry, string>();
const hectares = new WeakMap<PlaceGeometry, number | null>();

/** A map layer as GeoJSON text: what the map needs to draw it and nothing else. */
export function mapLayer(layer: MapLayerData, drawn: Drawn | null): string {
  const features = drawn ? FEATURES[layer](drawn) : [];
  return `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`;
}

/** The audit that is drawn: its context and its columns. */
interface Drawn {
  readonly audit: Audit;
  readonly digest: AuditDigest;
}

const FEATURES: Record<MapLayerData, (drawn: Drawn) => string[]> = {
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

  circles: ({ audit: { context } }) =>
    context.facilities.flatMap((facility, f) => {
      const row = context.reach.rows.get(facility.id);
      if (!row || !context.open[f] || !isCircleDestination(facility)) return [];
      const radiusM = context.circleM / context.settings.detour_factor;
      const { geometry } = circle([...row.at], radiusM / 1000, { steps: CIRCLE_SIDES, units: 'kilometers' });
      return feature(JSON.stringify(geometry), { id: facility.id, name: facility.name ?? null, estimate: true });
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
