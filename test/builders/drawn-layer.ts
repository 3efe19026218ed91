import type { AnalysisApi, PlanLayer, StreetLayer } from '../../src/analysis/api.ts';
import type { LonLat } from '../../src/core/geo/geometry.ts';
import { DEEPEST_ZOOM, EXTENT, gridX, gridY, positionAt } from '../../src/core/tiles/tile-grid.ts';
import { metresAway } from './plan-builder.ts';
import { readTile, type TileFeature } from './read-tile.ts';

type Said = Readonly<Record<string, string | number | boolean>>;

/** What the map draws of a layer on the ground of the plans that tests build, at full detail. */
export interface DrawnLayer {
  /** What is said of each thing, once. */
  readonly said: readonly Said[];
  /** What is said of the areas that hold a place. */
  readonly at: (place: LonLat) => readonly Said[];
  /** Where the points are of which this is said. */
  readonly placesOf: (is: (said: Said) => boolean) => readonly LonLat[];
}

const QUIET = { signal: new AbortController().signal, onProgress: () => {} };

/** Asks for every tile within so many metres of where test plans lie. */
export async function drawnLayer(
  analysis: AnalysisApi,
  layer: PlanLayer | StreetLayer,
  streets = '',
  withinM = 7000,
): Promise<DrawnLayer> {
  const place = layer === 'base' || layer === 'network' ? { layer, streets } : { layer };
  const [west, south] = metresAway(-withinM, -withinM);
  const [east, north] = metresAway(withinM, withinM);
  const tiles = new Map<string, readonly TileFeature[]>();
  const asked: Promise<void>[] = [];
  for (let x = tileOf(gridX(west)); x <= tileOf(gridX(east)); x++) {
    for (let y = tileOf(gridY(north)); y <= tileOf(gridY(south)); y++) {
      const keep = (bytes: Uint8Array): void => {
        const { names: _, ...layers } = readTile(bytes);
        tiles.set(`${x} ${y}`, Object.values(layers).flat());
      };
      asked.push(analysis.mapTile({ ...place, z: DEEPEST_ZOOM, x, y }, QUIET).then(keep));
    }
  }
  await Promise.all(asked);
  const features = [...tiles.values()].flat();
  return {
    said: [...new Map(features.map(({ properties }) => [JSON.stringify(properties), properties])).values()],
    at([lon, lat]) {
      const [x, y] = [gridX(lon), gridY(lat)];
      const found = (tiles.get(`${tileOf(x)} ${tileOf(y)}`) ?? []).filter(
        ({ type, parts }) => type === 'area' && holds(parts, x % EXTENT, y % EXTENT),
      );
      return found.map(({ properties }) => properties);
    },
    placesOf: (is) =>
      [...tiles].flatMap(([key, ofTile]) => {
        const [x, y] = key.split(' ').map((one) => Number(one) * EXTENT) as [number, number];
        const points = ofTile.filter(({ type, properties }) => type === 'point' && is(properties));
        return points.flatMap(({ parts }) => parts.flat().map(([px, py]) => positionAt(x + px, y + py)));
      }),
  };
}

function tileOf(grid: number): number {
  return Math.floor(grid / EXTENT);
}

/** Even-odd over all rings. */
function holds(rings: TileFeature['parts'], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
