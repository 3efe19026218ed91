import type { LonLat, PlaceGeometry } from '../core/geo/geometry.ts';

/** What a person drew on the map: a place, or the line of a barrier or a link. */
export type DrawnShape = PlaceGeometry | { readonly type: 'LineString'; readonly line: readonly LonLat[] };
