import type { Crs } from '../geo/crs.ts';
import type { TableRole } from '../import/table.ts';
import type { IsoDate } from '../units.ts';
import type { ExportLanguage } from './export-table.ts';

export const TABLE_FORMATS = ['xlsx', 'csv', 'geojson', 'gpkg', 'shp'] as const;
/** `shp`: Shapefiles in a zip. */
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface ExportRequest {
  readonly roles: readonly TableRole[];
  readonly format: TableFormat;
  /** What positions are written in. */
  readonly crs: Crs;
  /** Of headers, closed lists, yes and no. */
  readonly language: ExportLanguage;
  /** The day of the export: GeoPackage keeps one. */
  readonly on: IsoDate;
}
