import type { MultiPolygon, Polygon } from 'geojson';
import type { Steps } from '../progress.ts';
import { areaOfRelation, areaOfWay, partsOf, positionOf, type AreaGeometry } from './base-map-areas.ts';
import { groundKind, isTunnel, waterwayClass } from './base-map-classes.ts';
import { Growing } from './growing.ts';
import { OUTER, TagReader, type OsmExtract } from './osm-extract.ts';
import type { Tag } from './walkable.ts';

/** Ways or relations worked through between two reports. */
const PER_STEP = 5000;

/**
 * Water that nobody walks on, in flat arrays: areas of it, and the middle lines of waterways whose width is known.
 * The lines of water `i` are those from `lineStart[i]` up to `lineStart[i + 1]`, the positions of line `l` those from
 * `positionStart[l]` up to `positionStart[l + 1]`.
 */
export interface WaterAreas {
  /** Metres to either side of a middle line; 0 for an area, whose lines are its rings (even-odd). */
  readonly halfWidthM: Float64Array;
  readonly lineStart: Uint32Array;
  readonly positionStart: Uint32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Degrees: west, south, east, north of each line or area. */
  readonly bounds: Float64Array;
}

/**
 * The water of an OpenStreetMap extract: areas as the base map draws them, and rivers and canals mapped as lines that say
 * how wide they are (OSM wiki, Key:width). What runs in a tunnel is left out, and so are areas whose boundary has a gap.
 */
export function* waterAreasSteps(extract: OsmExtract): Steps<WaterAreas> {
  const writer = new WaterWriter();
  const relationTags = new TagReader(extract, extract.relationTags);
  const wayTags = new TagReader(extract, extract.wayTags);
  /** Outer boundaries are often tagged like the relation, but do not know of its islands. */
  const outerWays = new Set<number>();
  const relations = extract.relationId.length;
  const ways = extract.wayId.length;
  const total = relations + ways;
  for (let relation = 0; relation < relations; relation++) {
    if (relation % PER_STEP === 0) yield { stage: 'reading', done: relation, total };
    const tag: Tag = (key) => relationTags.get(relation, key);
    if (groundKind(tag) !== 'water' || isTunnel(tag)) continue;
    const geometry = areaOfRelation(extract, relation);
    if (!geometry) continue;
    writer.area(geometry);
    for (let m = extract.memberStart[relation]!; m < extract.memberStart[relation + 1]!; m++) {
      if (extract.memberRole[m] === OUTER) outerWays.add(extract.memberWay[m]!);
    }
  }
  for (let way = 0; way < ways; way++) {
    if (way % PER_STEP === 0) yield { stage: 'reading', done: relations + way, total };
    if (extract.wayTags.start[way] === extract.wayTags.start[way + 1]) continue;
    const tag: Tag = (key) => wayTags.get(way, key);
    if (isTunnel(tag)) continue;
    if (groundKind(tag) === 'water' && !outerWays.has(way)) {
      const geometry = areaOfWay(extract, way);
      if (geometry) writer.area(geometry);
    }
    const widthM = waterwayClass(tag) === null ? NaN : Number(tag('width')?.replace(/ ?m$/, ''));
    if (widthM > 0 && widthM <= MOST_WIDTH_M) {
      for (const part of partsOf(extract, way)) {
        writer.middleLine(
          part.map((node) => positionOf(extract, node)),
          widthM / 2,
        );
      }
    }
  }
  return writer.finish();
}

/** No river that is mapped as a line is wider: the figure is a mistake, or in other units. */
const MOST_WIDTH_M = 1000;

class WaterWriter {
  private readonly halfWidthM = new Growing(Float64Array);
  private readonly lineStart = new Growing(Uint32Array);
  private readonly positionStart = new Growing(Uint32Array);
  private readonly lon = new Growing(Float64Array);
  private readonly lat = new Growing(Float64Array);
  private readonly bounds = new Growing(Float64Array);

  area(geometry: AreaGeometry): void {
    for (const rings of polygonsOf(geometry)) this.add(rings as [number, number][][], 0);
  }

  middleLine(positions: readonly [number, number][], halfWidthM: number): void {
    this.add([positions], halfWidthM);
  }

  private add(lines: readonly (readonly [number, number][])[], halfWidthM: number): void {
    this.halfWidthM.push(halfWidthM);
    this.lineStart.push(this.positionStart.length);
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (const line of lines) {
      this.positionStart.push(this.lon.length);
      for (const [lon, lat] of line) {
        this.lon.push(lon);
        this.lat.push(lat);
        box[0] = Math.min(box[0], lon);
        box[1] = Math.min(box[1], lat);
        box[2] = Math.max(box[2], lon);
        box[3] = Math.max(box[3], lat);
      }
    }
    for (const side of box) this.bounds.push(side);
  }

  finish(): WaterAreas {
    this.lineStart.push(this.positionStart.length);
    this.positionStart.push(this.lon.length);
    return {
      halfWidthM: this.halfWidthM.trimmed(),
      lineStart: this.lineStart.trimmed(),
      positionStart: this.positionStart.trimmed(),
      lon: this.lon.trimmed(),
      lat: this.lat.trimmed(),
      bounds: this.bounds.trimmed(),
    };
  }
}

function polygonsOf(geometry: Polygon | MultiPolygon): MultiPolygon['coordinates'] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
