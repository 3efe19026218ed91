import type { ExportTable } from './export-table.ts';

/**
 * A table as a GeoJSON FeatureCollection (RFC 7946), one feature a line. A system other than WGS84's degrees is named in the
 * `crs` member of GeoJSON before the RFC, which GDAL and reading here heed. Unknown figures are null, so that no column
 * has holes; so is the geometry of what has no place.
 */
export function writeGeojson({ name, crs, columns, rows }: ExportTable): string {
  const urn = `urn:ogc:def:crs:EPSG::${crs.name.slice('EPSG:'.length)}`;
  const stated =
    crs.name === 'EPSG:4326' ? '' : `,"crs":${JSON.stringify({ type: 'name', properties: { name: urn } })}`;
  const features = rows.map(({ cells, shape }) =>
    JSON.stringify({
      type: 'Feature',
      properties: Object.fromEntries(columns.map(({ header }, i) => [header, cells[i] ?? null])),
      geometry: shape,
    }),
  );
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(name)}${stated},"features":[`;
  return features.length === 0 ? `${head}]}\n` : `${head}\n${features.join(',\n')}\n]}\n`;
}
