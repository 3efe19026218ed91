import { PROJECT_ENDING } from '../core/project/parts.ts';

const TABLES = ['.csv', '.tsv', '.txt', '.xlsx', '.xls'];
const LAYERS = ['.geojson', '.json', '.zip', '.shp', '.dbf', '.shx', '.prj', '.cpg', '.gpkg', '.kml', '.kmz', '.fgb'];
const GRIDS = ['.parquet', '.tif', '.tiff'];
const STREETS = ['.pbf', '.osm', '.gz'];

/** What files the picker offers first; the content decides what they are. */
export const FILE_TYPES = [...TABLES, ...LAYERS, ...GRIDS, ...STREETS, PROJECT_ENDING];
