import type { Crs } from '../geo/crs.ts';
import { fitsCrs } from '../geo/fits-crs.ts';
import { asWgs84, type LonLat, type PlaceGeometry } from '../geo/geometry.ts';
import { findSelfIntersection } from '../geo/self-intersection.ts';
import { toWgs84, type ToWgs84 } from '../geo/to-wgs84.ts';
import type { FoundPlace } from './find-place.ts';
import { cellText, isBlankCell, parseNumber } from './read-cell.ts';
import { findPosition, mapPositions } from './read-shape.ts';
import type { Fit } from './resolve-crs.ts';
import type { RowReader } from './row-reader.ts';

/** Turns what a row says of its place into WGS84, and reports what is wrong with it at that row. */
export class PlaceReader {
  readonly #crs: Crs;
  readonly #convert: ToWgs84 | null;
  readonly #reader: RowReader;

  constructor(crs: Crs, reader: RowReader) {
    this.#crs = crs;
    this.#convert = toWgs84(crs);
    this.#reader = reader;
  }

  /** The row's geometry; undefined where it has none that can be used. */
  geometry(place: FoundPlace, fit: Fit): PlaceGeometry | undefined {
    for (const { code, detail, column } of place.faults) this.#reader.report(code, detail, column);
    if (place.shape === null) return undefined;
    if (fit === 'swapped' || fit === 'outside') {
      const column = this.#reader.has('wkt') ? 'wkt' : this.#reader.has('lon') ? 'lon' : 'x';
      this.#reportFit(fit, place.coordinates, this.#reader.has(column) ? column : undefined);
      return undefined;
    }
    const convert = this.#convert;
    const shape =
      convert === null
        ? place.shape
        : mapPositions(place.shape, ([x = NaN, y = NaN]) => convert(x, y) as [number, number]);
    if (shape.type !== 'Point') {
      const crossing = findSelfIntersection(shape);
      if (crossing !== null) {
        this.#reader.report('geometry_self_intersecting', {
          found: crossing.map((degree) => degree.toFixed(6)).join(' '),
        });
      }
    }
    return asWgs84(shape);
  }

  /** The `entrance` cell, `lon lat` in the file's own system. */
  entrance(): LonLat | undefined {
    const text = cellText(this.#reader.cell('entrance'));
    if (isBlankCell(text)) return undefined;
    const [x = NaN, y = NaN, more] = text
      .normalize('NFKC')
      .split(/[\s,;]+/)
      .map(parseNumber);
    if (!Number.isFinite(x) || !Number.isFinite(y) || more !== undefined) {
      this.#reader.report('coordinates_invalid', { found: text, expected: 'lon lat' }, 'entrance');
      return undefined;
    }
    const fit = fitsCrs(this.#crs, x, y);
    if (fit !== 'fits') {
      this.#reportFit(fit, [x, y], 'entrance');
      return undefined;
    }
    return this.#convert === null ? [x, y] : this.#convert(x, y);
  }

  #reportFit(fit: 'swapped' | 'outside', coordinates: unknown, column: string | undefined): void {
    const misfit = findPosition(coordinates, (x, y) => fitsCrs(this.#crs, x, y) === fit);
    const [x, y] = misfit ?? findPosition(coordinates, () => true)!;
    if (fit === 'swapped') {
      this.#reader.report('coordinates_swapped', { found: `${x} ${y}`, expected: `${y} ${x}` }, column);
    } else {
      this.#reader.report('coordinates_out_of_range', { found: `${x} ${y}`, crs: this.#crs.name }, column);
    }
  }
}
