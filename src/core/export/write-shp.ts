import type { Position } from 'geojson';
import type { SourceShape } from '../import/read-shape.ts';
import { boxOf } from './shape-box.ts';

const HEADER_BYTES = 100;
const RECORD_HEAD_BYTES = 8;
const FILE_CODE = 9994;
const VERSION = 1000;
const POINT = 1;
const POLYGON = 5;

/**
 * Shapes of one kind, absent ones among them, as the `.shp` and `.shx` of a Shapefile (ESRI Shapefile Technical Description,
 * 1998). Own code, because the packaged writer (@mapbox/shp-write) writes no null shapes, does not turn rings the way
 * the format wants them, and cuts text in the middle of a character.
 */
export function writeShp(
  kind: 'points' | 'polygons',
  shapes: readonly (SourceShape | null)[],
): { shp: Uint8Array; shx: Uint8Array } {
  const type = kind === 'points' ? POINT : POLYGON;
  const contents = shapes.map(contentOf);
  const bytes = contents.reduce((total, content) => total + RECORD_HEAD_BYTES + content.length, HEADER_BYTES);
  const shp = new Uint8Array(bytes);
  const shx = new Uint8Array(HEADER_BYTES + contents.length * RECORD_HEAD_BYTES);
  const box = boxOf(shapes.flatMap((shape) => shape ?? [])) ?? [0, 0, 0, 0];
  for (const file of [shp, shx]) {
    const view = new DataView(file.buffer);
    view.setInt32(0, FILE_CODE);
    view.setInt32(24, file.length / 2);
    view.setInt32(28, VERSION, true);
    view.setInt32(32, type, true);
    for (const [i, edge] of box.entries()) view.setFloat64(36 + i * 8, edge, true);
  }
  const records = new DataView(shp.buffer);
  const index = new DataView(shx.buffer);
  let at = HEADER_BYTES;
  for (const [i, content] of contents.entries()) {
    records.setInt32(at, i + 1);
    records.setInt32(at + 4, content.length / 2);
    index.setInt32(HEADER_BYTES + i * 8, at / 2);
    index.setInt32(HEADER_BYTES + i * 8 + 4, content.length / 2);
    shp.set(content, at + RECORD_HEAD_BYTES);
    at += RECORD_HEAD_BYTES + content.length;
  }
  return { shp, shx };
}

/** A record: its type, then for polygons the box, the starts of the rings and their vertices. */
function contentOf(shape: SourceShape | null): Uint8Array {
  if (shape === null) return new Uint8Array(4);
  if (shape.type === 'Point') {
    const content = new Uint8Array(20);
    const view = new DataView(content.buffer);
    view.setInt32(0, POINT, true);
    view.setFloat64(4, shape.coordinates[0]!, true);
    view.setFloat64(12, shape.coordinates[1]!, true);
    return content;
  }
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const rings = polygons.flatMap((polygon) => polygon.map((ring, i) => turned(ring, i === 0)));
  const vertices = rings.flat();
  const content = new Uint8Array(44 + rings.length * 4 + vertices.length * 16);
  const view = new DataView(content.buffer);
  view.setInt32(0, POLYGON, true);
  for (const [i, edge] of boxOf([shape])!.entries()) view.setFloat64(4 + i * 8, edge, true);
  view.setInt32(36, rings.length, true);
  view.setInt32(40, vertices.length, true);
  let start = 0;
  for (const [i, ring] of rings.entries()) {
    view.setInt32(44 + i * 4, start, true);
    start += ring.length;
  }
  const first = 44 + rings.length * 4;
  for (const [i, [x = NaN, y = NaN]] of vertices.entries()) {
    view.setFloat64(first + i * 16, x, true);
    view.setFloat64(first + i * 16 + 8, y, true);
  }
  return content;
}

/** Outer rings run clockwise, holes the other way. */
function turned(ring: readonly Position[], outer: boolean): readonly Position[] {
  const [x0 = 0, y0 = 0] = ring[0]!;
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice < 0 === outer ? ring : ring.toReversed();
}
