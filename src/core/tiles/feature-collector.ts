import Flatbush from 'flatbush';
import type { LineString, MultiPolygon, Point, Polygon } from 'geojson';
import { Growing } from '../network/growing.ts';
import type { Progress, Steps } from '../progress.ts';
import type { MapFeatures, Properties } from './map-features.ts';
import { markPointZooms } from './point-zooms.ts';
import { DEEPEST_ZOOM, gridX, gridY, UNITS_PER_PX } from './tile-grid.ts';

/** A line or an area whose box is smaller than this is less than a dot, CSS pixels. */
const LEAST_PX = 0.5;

/** Things whose boxes are put in order between two reports. */
const PER_STEP = 50_000;

/** What is said of a thing; what is absent, empty or false is left out. */
export type Said = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Takes up what a map draws, one thing after another: the positions of a line, then its `closePart`; after the last part of
 * a thing its `closeFeature`.
 */
export class FeatureCollector {
  private readonly shape: MapFeatures['shape'];
  private readonly leastPx: number;
  private readonly sayings: Properties[] = [];
  private readonly sayingPlace = new Map<string, number>();
  private readonly saying = new Growing(Uint32Array);
  private readonly zoom = new Growing(Uint8Array);
  private readonly size = new Growing(Float64Array);
  private readonly partStart = new Growing(Uint32Array);
  private readonly hole = new Growing(Uint8Array);
  private readonly pointStart = new Growing(Uint32Array);
  private readonly x = new Growing(Int32Array);
  private readonly y = new Growing(Int32Array);
  private readonly box = new Growing(Int32Array);
  /** Where the open part and the open thing began. */
  private partBegun = 0;
  private featureBegun = 0;
  private featureSize = 0;

  /** Things smaller than `leastPx` are left out of tiles: a map of what is around loses nothing by it, what is judged would be lost. */
  constructor(shape: MapFeatures['shape'], leastPx = LEAST_PX) {
    this.shape = shape;
    this.leastPx = leastPx;
  }

  /** A whole thing, by its geometry (WGS84; of a polygon the first ring is the outer one). */
  add({ type, coordinates }: Point | LineString | Polygon | MultiPolygon, said: Said, zoom: number): void {
    if (type === 'LineString') {
      for (const [lon, lat] of coordinates) this.position(lon!, lat!);
      this.closePart();
    } else if (type === 'Point') {
      this.position(coordinates[0]!, coordinates[1]!);
      this.closePart();
    }
    for (const rings of type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []) {
      for (const [i, ring] of rings.entries()) {
        for (const [lon, lat] of ring) this.position(lon!, lat!);
        this.closePart(i > 0);
      }
    }
    this.closeFeature(said, zoom);
  }

  position(lon: number, lat: number): void {
    const x = gridX(lon);
    const y = gridY(lat);
    const last = this.x.length - 1;
    if (last >= this.partBegun && this.x.at(last) === x && this.y.at(last) === y) return;
    this.x.push(x);
    this.y.push(y);
  }

  /** Ends a line, or a ring of an area (its last position the same as its first). What is nothing on the grid is dropped. */
  closePart(hole = false): void {
    const least = { point: 1, line: 2, area: 4 }[this.shape];
    const area = this.shape === 'area' ? this.openArea() : 0;
    if (this.x.length - this.partBegun < least || (this.shape === 'area' && area === 0)) {
      this.x.length = this.partBegun;
      this.y.length = this.partBegun;
      return;
    }
    if (this.shape === 'area') {
      if (area > 0 === hole) this.turnRound();
      this.featureSize += Math.abs(area) * (hole ? -1 : 1);
    }
    this.hole.push(hole ? 1 : 0);
    this.pointStart.push(this.partBegun);
    this.partBegun = this.x.length;
  }

  /** Ends a thing. `zoom`: the least at which it is drawn if it is large enough there. A thing without parts is dropped. */
  closeFeature(said: Said, zoom: number): void {
    const first = this.featureBegun;
    if (this.pointStart.length === first) return;
    const [west, north, east, south] = this.openBox();
    for (const side of [west, north, east, south]) this.box.push(side);
    this.zoom.push(Math.max(zoom, this.zoomToSee(Math.max(east - west, south - north))));
    this.saying.push(this.placeOf(said));
    this.size.push(this.featureSize);
    this.partStart.push(first);
    this.featureBegun = this.pointStart.length;
    this.featureSize = 0;
  }

  *finishSteps(): Steps<MapFeatures> {
    this.partStart.push(this.pointStart.length);
    this.pointStart.push(this.x.length);
    const pointStart = this.pointStart.trimmed();
    const x = this.x.trimmed();
    const y = this.y.trimmed();
    return {
      shape: this.shape,
      sayings: this.sayings,
      saying: this.saying.trimmed(),
      zoom: this.zoom.trimmed(),
      size: this.size.trimmed(),
      partStart: this.partStart.trimmed(),
      hole: this.hole.trimmed(),
      pointStart,
      x,
      y,
      pointZoom: yield* pointZoomsSteps(pointStart, x, y),
      boxes: yield* indexSteps(this.box.trimmed()),
    };
  }

  /** Square units inside the open ring, positive where it runs clockwise on the screen. */
  private openArea(): number {
    const from = this.partBegun;
    let sum = 0;
    for (let i = from + 1; i < this.x.length; i++) {
      const fromX = this.x.at(i - 1) - this.x.at(from);
      const fromY = this.y.at(i - 1) - this.y.at(from);
      sum += fromX * (this.y.at(i) - this.y.at(from)) - (this.x.at(i) - this.x.at(from)) * fromY;
    }
    return sum / 2;
  }

  /** The least zoom at which so many units of the world's grid are large enough. */
  private zoomToSee(units: number): number {
    const least = this.leastPx * UNITS_PER_PX;
    if (this.shape === 'point' || least === 0) return 0;
    return Math.min(DEEPEST_ZOOM, Math.max(0, Math.ceil(DEEPEST_ZOOM - Math.log2(units / least))));
  }

  private turnRound(): void {
    for (const axis of [this.x, this.y]) axis.reverse(this.partBegun);
  }

  private openBox(): [west: number, north: number, east: number, south: number] {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = this.pointStart.at(this.featureBegun); i < this.x.length; i++) {
      west = Math.min(west, this.x.at(i));
      north = Math.min(north, this.y.at(i));
      east = Math.max(east, this.x.at(i));
      south = Math.max(south, this.y.at(i));
    }
    return [west, north, east, south];
  }

  /** The place of what is said among what is said of others. */
  private placeOf(said: Said): number {
    const properties = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined && value !== '' && value !== false),
    ) as Properties;
    const key = JSON.stringify(properties);
    let place = this.sayingPlace.get(key);
    if (place === undefined) {
      place = this.sayings.push(properties) - 1;
      this.sayingPlace.set(key, place);
    }
    return place;
  }
}

function* pointZoomsSteps(pointStart: Uint32Array, x: Int32Array, y: Int32Array): Steps<Uint8Array> {
  const zooms = new Uint8Array(x.length);
  const parts = pointStart.length - 1;
  let since = 0;
  for (let part = 0; part < parts; part++) {
    const end = pointStart[part + 1]!;
    if (end - since >= PER_STEP) {
      since = end;
      yield { stage: 'reading', done: part, total: parts };
    }
    markPointZooms(x, y, zooms, pointStart[part]!, end - 1);
  }
  return zooms;
}

function* indexSteps(box: Int32Array): Steps<Flatbush | null> {
  const pause: Progress = { stage: 'reading', done: 1, total: 1 };
  yield pause;
  if (box.length === 0) return null;
  const index = new Flatbush(box.length / 4, 16, Int32Array);
  for (let i = 0; i < box.length; i += 4) index.add(box[i]!, box[i + 1]!, box[i + 2], box[i + 3]);
  index.finish();
  yield pause;
  return index;
}
