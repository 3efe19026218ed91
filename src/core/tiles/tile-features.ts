import { bboxClip } from '@turf/turf';
import type { Feature } from '@maplibre/vt-pbf';
import type { Steps } from '../progress.ts';
import type { MapFeatures } from './map-features.ts';
import { DEEPEST_ZOOM, EXTENT, type TilePlace } from './tile-grid.ts';

/** Things drawn between two reports. */
const PER_STEP = 500;

const GEOMETRY_TYPE = { point: 1, line: 2, area: 3 } as const;

/** Positions of a closed ring around anything, the last of them the first. */
const LEAST_RING = 4;

type Point = [x: number, y: number];

/**
 * What a tile shows, in its own units from its north-western corner: points that lie in it, and lines and areas as far as
 * `margin` units beyond its edge. All things of which the same is said are one feature; areas come the large before the
 * small, and are one feature only where they follow each other.
 */
export function* tileFeaturesSteps(of: MapFeatures, place: TilePlace, margin: number): Steps<Feature[]> {
  const sheet = new Sheet(of, place, of.shape === 'point' ? 0 : margin);
  const features: Feature[] = [];
  const things = sheet.things();
  let said = -1;
  for (const [done, thing] of things.entries()) {
    if (done % PER_STEP === 0) yield { stage: 'writing', done, total: things.length };
    const parts = sheet.partsOf(thing);
    if (parts.length === 0) continue;
    const open = said === of.saying[thing] ? features.at(-1) : undefined;
    said = of.saying[thing]!;
    if (open) append(open, parts);
    else features.push(featureOf(of.shape, of.sayings[said]!, parts));
  }
  return features;
}

function featureOf(shape: MapFeatures['shape'], tags: Feature['tags'], parts: Point[][]): Feature {
  return shape === 'point'
    ? { type: GEOMETRY_TYPE.point, tags, geometry: parts.flat() }
    : { type: GEOMETRY_TYPE[shape], tags, geometry: parts };
}

function append({ type, geometry }: Feature, parts: Point[][]): void {
  for (const part of parts) {
    if (type === GEOMETRY_TYPE.point) geometry.push(...part);
    else geometry.push(part);
  }
}

/** One tile's view of what a map draws. */
class Sheet {
  private readonly of: MapFeatures;
  private readonly zoom: number;
  /** Units of the world's grid in one of the tile. */
  private readonly scale: number;
  /** The tile's corner on the world's grid. */
  private readonly west: number;
  private readonly north: number;
  /** The least and the most of its own units that the tile shows, along both axes. */
  private readonly least: number;
  private readonly most: number;

  constructor(of: MapFeatures, { z, x, y }: TilePlace, margin: number) {
    this.of = of;
    this.zoom = z;
    this.scale = 2 ** (DEEPEST_ZOOM - z);
    this.west = x * EXTENT * this.scale;
    this.north = y * EXTENT * this.scale;
    this.least = -margin;
    this.most = EXTENT + margin;
  }

  /** What is drawn in the tile, in the order in which it is. */
  things(): number[] {
    const { boxes, zoom, size, saying, shape } = this.of;
    if (boxes === null) return [];
    const reach = (units: number): number => units * this.scale;
    const found = boxes.search(
      this.west + reach(this.least),
      this.north + reach(this.least),
      this.west + reach(this.most),
      this.north + reach(this.most),
      (thing) => zoom[thing]! <= this.zoom,
    );
    if (shape === 'area') return found.sort((a, b) => size[b]! - size[a]! || a - b);
    return found.sort((a, b) => saying[a]! - saying[b]! || a - b);
  }

  /** Its lines or rings as far as they are in sight, or the places of its points in the tile itself. */
  partsOf(thing: number): Point[][] {
    const { shape, partStart, hole } = this.of;
    const parts: Point[][] = [];
    // Holes of a ring that has gone would be taken for rings themselves.
    let holding = false;
    for (let part = partStart[thing]!; part < partStart[thing + 1]!; part++) {
      if (shape === 'point') parts.push(this.pointsInside(part));
      else if (shape === 'line') parts.push(...this.linesInside(part));
      else if (!hole[part] || holding) {
        const ring = this.ringInside(part);
        const kept = ring.length >= LEAST_RING && signedArea(ring) > 0 === !hole[part];
        if (kept) parts.push(ring);
        if (!hole[part]) holding = kept;
      }
    }
    return parts.filter(({ length }) => length > 0);
  }

  /** A point on the edge between two tiles is in one of them. */
  private pointsInside(part: number): Point[] {
    return this.pointsOf(part)
      .points.map(([x, y]): Point => [Math.floor(x), Math.floor(y)])
      .filter((point) => point.every((at) => at >= 0 && at < EXTENT));
  }

  private linesInside(part: number): Point[][] {
    const { points, outside } = this.pointsOf(part);
    const lines = outside ? clipLine(points, this.least, this.most) : [points];
    return lines.map(onGrid).filter(({ length }) => length > 1);
  }

  /** A ring too small for its zoom's positions keeps all of them: what is judged must not vanish. */
  private ringInside(part: number): Point[] {
    let { points, outside } = this.pointsOf(part);
    if (points.length < LEAST_RING) ({ points, outside } = this.pointsOf(part, DEEPEST_ZOOM));
    return onGrid(outside ? clipRing(points, this.least, this.most) : points);
  }

  /** The positions of a part that a zoom shows, in the tile's units, and whether any is out of sight. */
  private pointsOf(part: number, zoom = this.zoom): { points: Point[]; outside: boolean } {
    const { pointStart, x, y, pointZoom } = this.of;
    const points: Point[] = [];
    let outside = false;
    for (let i = pointStart[part]!; i < pointStart[part + 1]!; i++) {
      if (pointZoom[i]! > zoom) continue;
      const east = (x[i]! - this.west) / this.scale;
      const south = (y[i]! - this.north) / this.scale;
      points.push([east, south]);
      outside ||= Math.min(east, south) < this.least || Math.max(east, south) > this.most;
    }
    return { points, outside };
  }
}

function clipLine(points: Point[], least: number, most: number): Point[][] {
  const { geometry } = bboxClip({ type: 'LineString', coordinates: points }, [least, least, most, most]);
  return (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) as Point[][];
}

function clipRing(points: Point[], least: number, most: number): Point[] {
  const { geometry } = bboxClip({ type: 'Polygon', coordinates: [points] }, [least, least, most, most]);
  return (geometry.coordinates[0] ?? []) as Point[];
}

/** Rounded to whole units, none twice in a row. */
function onGrid(points: readonly Point[]): Point[] {
  const rounded: Point[] = [];
  for (const [x, y] of points) {
    const point: Point = [Math.round(x), Math.round(y)];
    const last = rounded.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) rounded.push(point);
  }
  return rounded;
}

/** Square units inside a closed ring, positive where it runs clockwise on the screen. */
function signedArea(ring: readonly Point[]): number {
  const [fromX, fromY] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    sum += (ax - fromX) * (by - fromY) - (bx - fromX) * (ay - fromY);
  }
  return sum / 2;
}
