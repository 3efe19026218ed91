import type { Position } from 'geojson';
import type { SourceShape } from '../import/read-shape.ts';

/** A geometry in well-known binary (OGC 06-103r4 §8), little-endian. */
export function writeWkb(shape: SourceShape): Uint8Array {
  const bytes = new Uint8Array(sizeOf(shape));
  const view = new DataView(bytes.buffer);
  let at = 0;
  const count = (value: number): void => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const head = (type: number): void => {
    view.setUint8(at++, 1);
    count(type);
  };
  const position = ([x = NaN, y = NaN]: Position): void => {
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
    at += 16;
  };
  const polygon = (rings: readonly Position[][]): void => {
    head(3);
    count(rings.length);
    for (const ring of rings) {
      count(ring.length);
      ring.forEach(position);
    }
  };
  if (shape.type === 'Point') {
    head(1);
    position(shape.coordinates);
  } else if (shape.type === 'Polygon') polygon(shape.coordinates);
  else {
    head(6);
    count(shape.coordinates.length);
    shape.coordinates.forEach(polygon);
  }
  return bytes;
}

function sizeOf(shape: SourceShape): number {
  if (shape.type === 'Point') return 21;
  if (shape.type === 'Polygon') return polygonSize(shape.coordinates);
  return shape.coordinates.reduce((total, part) => total + polygonSize(part), 9);
}

function polygonSize(rings: readonly Position[][]): number {
  return rings.reduce((total, ring) => total + 4 + 16 * ring.length, 9);
}
