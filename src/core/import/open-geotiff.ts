import type { GeoTIFFImage } from 'geotiff';
import { issue, type IssuePlace } from '../issue.ts';
import type { RawRow } from './raw-table.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource } from './source.ts';
import type { SourceFile } from './table.ts';

/** Cells of a raster: 25 million are a province in 100 m cells, and 100 MB. */
const MOST_CELLS = 25_000_000;
/** The number under which TIFF files name their compression by Zstandard. */
const ZSTD = 50_000;
/** Cells with a value: more do not fit into a browser tab as records. */
const MOST_ROWS = 2_000_000;

/**
 * Opens a single-band GeoTIFF of persons per cell as a population table: the centre of each cell that has a value, and the
 * value as `elders`. Cells without data are no rows; a negative value, which no count is, is none either and is reported.
 */
export async function openGeotiff({ name, bytes }: SourceFile, where: IssuePlace): Promise<OpenedSource> {
  const [{ fromArrayBuffer, addDecoder, BaseDecoder }, { decompress }] = await Promise.all([
    import('geotiff'),
    import('fzstd'),
  ]);
  // The packaged ZSTD unpacker fetches itself from a data: address, which the page's policy forbids.
  class ZstdDecoder extends BaseDecoder {
    override decodeBlock(block: ArrayBufferLike): ArrayBufferLike {
      return decompress(new Uint8Array(block)).slice().buffer;
    }
  }
  addDecoder(ZSTD, () => Promise.resolve(ZstdDecoder));
  try {
    const tiff = await fromArrayBuffer(new Uint8Array(bytes).buffer);
    const image = await tiff.getImage();
    const [width, height, bands] = [image.getWidth(), image.getHeight(), image.getSamplesPerPixel()];
    if (bands !== 1) return refuseSource('geotiff', issue('raster_bands', where, { found: bands }));
    if (!(width * height <= MOST_CELLS)) {
      return refuseSource('geotiff', issue('raster_too_large', where, { found: width * height, limit: MOST_CELLS }));
    }
    if (await endsEarly(image, bytes.length)) {
      return refuseSource('geotiff', issue('file_damaged', where, { found: 'cells', format: 'GeoTIFF' }));
    }
    const grid = gridOf(image);
    if (grid === null) return refuseSource('geotiff', issue('raster_not_located', where));
    const [values] = (await image.readRasters()) as unknown as [ArrayLike<number>];
    const noData = image.getGDALNoData();
    const rows: RawRow[] = [];
    let negative = 0;
    for (let cell = 0; cell < values.length; cell++) {
      const value = values[cell]!;
      if (Number.isNaN(value) || value === noData || (noData !== null && Math.fround(noData) === value)) continue;
      if (value < 0) {
        negative++;
        continue;
      }
      if (rows.length === MOST_ROWS)
        return refuseSource('geotiff', issue('rows_too_many', where, { found: null, limit: MOST_ROWS }));
      const column = (cell % width) + grid.centre;
      const line = Math.floor(cell / width) + grid.centre;
      const cells = [grid.x + column * grid.dx, grid.y + line * grid.dy, value];
      rows.push({ number: cell + 1, cells, shape: { kind: 'columns' } });
    }
    const issues = [
      issue('raster_as_elders', where, { cells: rows.length, empty: values.length - rows.length - negative }),
      ...(negative > 0 ? [issue('raster_negative', where, { count: negative })] : []),
    ];
    return {
      ...UNOPENED,
      format: 'geotiff',
      layers: [{ name, rows: rows.length, hasGeometries: false }],
      layer: name,
      raw: {
        headers: grid.geographic ? ['lon', 'lat', 'elders'] : ['x', 'y', 'elders'],
        rows,
        statedCrs: grid.crs,
        hasGeometries: false,
      },
      issues,
    };
  } catch (error) {
    const found = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    return refuseSource('geotiff', issue('file_damaged', where, { found, format: 'GeoTIFF' }));
  }
}

/** Where a raster's cells lie: its first corner (or first centre), the step to the next column and line, and its system. */
interface CellGrid {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Where a cell's centre is from the position that the file gives for it, in cells. */
  readonly centre: number;
  readonly crs: string | null;
  readonly geographic: boolean;
}

/** Codes by which a file says that its system is its own. */
const USER_DEFINED = 32_767;

/** Null: the raster is not placed on the ground, or lies askew. */
function gridOf(image: GeoTIFFImage): CellGrid | null {
  const directory = image.fileDirectory;
  const tie = directory.getValue('ModelTiepoint') as ArrayLike<number> | undefined;
  const scale = directory.getValue('ModelPixelScale') as ArrayLike<number> | undefined;
  const affine = directory.getValue('ModelTransformation') as ArrayLike<number> | undefined;
  const keys = (image.getGeoKeys() ?? {}) as Partial<Record<string, unknown>>;
  const projected = codeOf(keys['ProjectedCSTypeGeoKey']);
  const geographic = codeOf(keys['GeographicTypeGeoKey']);
  const code = projected ?? geographic;
  const citation = keys['GTCitationGeoKey'] ?? keys['PCSCitationGeoKey'];
  const rest = {
    centre: keys['GTRasterTypeGeoKey'] === 2 ? 0 : 0.5,
    crs: code === null ? (typeof citation === 'string' && citation !== '' ? citation : null) : `EPSG:${code}`,
    geographic: keys['GTModelTypeGeoKey'] === 2 || (projected === null && geographic !== null),
  };
  if (tie && scale && tie.length >= 6) {
    const [dx, dy] = [scale[0]!, -scale[1]!];
    return placed({ x: tie[3]! - tie[0]! * dx, y: tie[4]! - tie[1]! * dy, dx, dy, ...rest });
  }
  if (!affine || affine.length < 8 || affine[1] !== 0 || affine[4] !== 0) return null;
  return placed({ x: affine[3]!, y: affine[7]!, dx: affine[0]!, dy: affine[5]!, ...rest });
}

function placed(grid: CellGrid): CellGrid | null {
  const { x, y, dx, dy } = grid;
  return [x, y, dx, dy].every(Number.isFinite) && dx !== 0 && dy !== 0 ? grid : null;
}

function codeOf(key: unknown): number | null {
  return typeof key === 'number' && key > 0 && key !== USER_DEFINED ? key : null;
}

/** Whether blocks of the raster lie beyond the file's end: they would read as zeros. */
async function endsEarly(image: GeoTIFFImage, size: number): Promise<boolean> {
  const [offsets, counts] = (await Promise.all(
    (image.isTiled ? (['TileOffsets', 'TileByteCounts'] as const) : (['StripOffsets', 'StripByteCounts'] as const)).map(
      (tag) => image.fileDirectory.loadValue(tag),
    ),
  )) as [ArrayLike<number | bigint> | undefined, ArrayLike<number | bigint> | undefined];
  if (!offsets || !counts) return true;
  const blocks =
    Math.ceil(image.getWidth() / image.getTileWidth()) * Math.ceil(image.getHeight() / image.getTileHeight());
  if (!(offsets.length >= blocks) || !(counts.length >= blocks)) return true;
  return Array.from(offsets).some((offset, i) => Number(offset) + Number(counts[i]) > size);
}
