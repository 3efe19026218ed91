import type { Geometry, Position } from 'geojson';

/**
 * A geometry in well-known binary, ISO (types + 1000, 2000, 3000) or PostGIS's (flags for Z, M and SRID), as GeoJSON of X and
 * Y. An empty point is null; what cannot be read is a value that is no geometry and says why.
 */
export function readWkb(bytes: Uint8Array): Geometry | null | { readonly damaged: string } {
  try {
    return new WkbReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).geometry(0);
  } catch (error) {
    if (error instanceof RangeError) return { damaged: `WKB: ${error.message}` };
    throw error;
  }
}

/** Collections within collections deeper than this are no data. */
const DEEPEST = 16;

class WkbReader {
  readonly #view: DataView;
  #at = 0;
  #little = true;
  #dimensions = 2;

  constructor(view: DataView) {
    this.#view = view;
  }

  geometry(depth: number): Geometry | null {
    if (depth > DEEPEST) throw new RangeError('too deep');
    const type = this.#header();
    switch (type) {
      case 1: {
        const position = this.#position();
        return position.every(Number.isNaN) ? null : { type: 'Point', coordinates: position };
      }
      case 2:
        return { type: 'LineString', coordinates: this.#line() };
      case 3:
        return { type: 'Polygon', coordinates: this.#polygon() };
      case 4:
        return { type: 'MultiPoint', coordinates: this.#parts(1, () => this.#position()) };
      case 5:
        return { type: 'MultiLineString', coordinates: this.#parts(2, () => this.#line()) };
      case 6:
        return { type: 'MultiPolygon', coordinates: this.#parts(3, () => this.#polygon()) };
      case 7:
        return {
          type: 'GeometryCollection',
          geometries: this.#list(() => this.geometry(depth + 1)).filter((part) => part !== null),
        };
      default:
        throw new RangeError(`type ${type}`);
    }
  }

  #header(): number {
    this.#little = this.#view.getUint8(this.#at) === 1;
    const raw = this.#view.getUint32(this.#at + 1, this.#little);
    this.#at += 5;
    const iso = Math.floor((raw & 0xffff) / 1000);
    const hasZ = (raw & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const hasM = (raw & 0x40000000) !== 0 || iso === 2 || iso === 3;
    if (raw & 0x20000000) this.#at += 4;
    this.#dimensions = 2 + Number(hasZ) + Number(hasM);
    return (raw & 0xffff) % 1000;
  }

  #parts<T>(type: number, read: () => T): T[] {
    return this.#list(() => {
      const found = this.#header();
      if (found !== type) throw new RangeError(`part of type ${found}`);
      return read();
    });
  }

  #list<T>(read: () => T): T[] {
    const count = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    // Every part takes at least four bytes: a count beyond that is damage, and is not worth waiting for.
    if (count * 4 > this.#view.byteLength - this.#at) throw new RangeError(`count ${count}`);
    return Array.from({ length: count }, read);
  }

  #polygon(): Position[][] {
    return this.#list(() => this.#line());
  }

  #line(): Position[] {
    return this.#list(() => this.#position());
  }

  #position(): Position {
    const x = this.#view.getFloat64(this.#at, this.#little);
    const y = this.#view.getFloat64(this.#at + 8, this.#little);
    this.#at += this.#dimensions * 8;
    return [x, y];
  }
}
