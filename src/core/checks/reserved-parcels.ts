import { area, intersect } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import type { PlaceGeometry } from '../geo/geometry.ts';
import { boundsOf, contains, innerPosition, type Bounds } from '../geo/polygon.ts';
import { issue, type Issue } from '../issue.ts';
import type { Area, Facility, Parcel, Plan } from '../plan/plan.ts';

/** Outlines drawn beside one another never fit exactly: what overlaps by less of the parcel is no use of it. */
const LEAST_SHARE = 0.01;

/**
 * What a plan says against the parcels that are reserved for elder care: used for something else by now, or built over by
 * housing or by a facility of another kind than is planned there. Nothing is stored: it follows from the plan as it is.
 */
export function reservedParcelIssues({ parcels, areas, facilities }: Plan): Issue[] {
  if (parcels.size === 0) return [];
  const places = [
    ...[...areas.values()].map((one) => ({ one, of: 'areas' as const })),
    ...[...facilities.values()].map((one) => ({ one, of: 'facilities' as const })),
  ].flatMap(({ one, of }) =>
    one.geometry === undefined ? [] : [{ one, of, geometry: one.geometry, bounds: boundsOf(one.geometry) }],
  );
  return [...parcels.values()].flatMap((parcel) => {
    const said = { name: parcel.name ?? parcel.id, m2: parcel.landAreaM2 ?? null };
    if (parcel.use !== 'elder_care') return [issue('reserved_parcel_use_changed', { id: parcel.id }, said)];
    const { geometry } = parcel;
    if (geometry === undefined) return [];
    const bounds = boundsOf(geometry);
    const over = places.filter(
      (place) =>
        touches(bounds, place.bounds) &&
        (place.of === 'areas' || isOtherKind(parcel, place.one as Facility)) &&
        overlaps(geometry, place.geometry),
    );
    if (over.length === 0) return [];
    const by = over.map(({ one }: { one: Area | Facility }) => one.name ?? one.id);
    return [issue('reserved_parcel_built_over', { id: parcel.id }, { ...said, by })];
  });
}

/** Any facility for elders is what an open reservation is for; what is closed leaves the land free. */
function isOtherKind({ plannedFor }: Parcel, { type, status }: Facility): boolean {
  if (status === 'closed') return false;
  return plannedFor === undefined ? type === 'other' : type !== plannedFor;
}

function touches([w, s, e, n]: Bounds, [west, south, east, north]: Bounds): boolean {
  return w <= east && west <= e && s <= north && south <= n;
}

function overlaps(parcel: PlaceGeometry, other: PlaceGeometry): boolean {
  if (parcel.type === 'Point') return contains(other, innerPosition(parcel));
  if (other.type === 'Point') return contains(parcel, innerPosition(other));
  const shared = intersect({ type: 'FeatureCollection', features: [featureOf(parcel), featureOf(other)] });
  return shared !== null && area(shared) > LEAST_SHARE * area(parcel);
}

function featureOf(geometry: Polygon | MultiPolygon) {
  return { type: 'Feature' as const, properties: null, geometry };
}
