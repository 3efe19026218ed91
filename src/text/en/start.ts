import type { InputRole } from '../../core/issue.ts';

const roleHelp: Record<InputRole, string> = {
  areas: 'id, class (new or built), households, residents, elders; polygons, points or no location',
  facilities: 'type, floor area, land area, beds, status, acquisition, areas served; points or polygons',
  units: 'names and population of cities, counties, subdistricts, communities; optional',
  population: 'elders by grid cell (centres, or a GeoTIFF raster); optional, weights who lies within the circle',
  streets: 'OpenStreetMap extract (.osm.pbf, .osm, .osm.gz) or GeoJSON lines; optional, for true walking distances',
  candidates:
    'id, kind (idle building or vacant plot), former use, floor area, land area, tenure, cost; points or polygons; optional, for siting',
};

export const start = {
  heading: 'Does every residential area have the elder-care space and the 15-minute circle it is owed?',
  lead: 'Drop the tables of areas and facilities. Each clause of the standard is checked: what is missing, since when and why, on a map and in a list.',
  dropTitle: 'Drop files here',
  dropHint:
    'Excel, CSV, Shapefile, GeoPackage, GeoJSON, KML, OpenStreetMap, project files (.yiquan) and more, several at once; columns, encodings and coordinates are settled with you',
  choose: 'Choose files',
  dropAnywhere: 'Let go to open',
  whatTitle: 'Tables it reads',
  required: 'required',
  optional: 'optional',
  recommended: 'advised',
  roleHelp,
  template: 'Blank template',
  privacyTitle: 'Your data stays on this computer',
  privacy: 'Everything is computed in the browser: no upload, no network, no base map requests.',
  files: {
    title: 'Open files',
    pendingTitle: 'Files to review',
    pendingHelp: 'These are not imported yet. Review them first; the files themselves are not changed.',
    rows: (rows: string) => `${rows} rows`,
    issues: (count: string) => `${count} issues`,
    remove: (file: string) => `Remove ${file}`,
    discard: (file: string) => `Do not read ${file}`,
    streets: (km: string, components: string) => `${km} km, ${components} components`,
    more: (count: string) => `${count} more`,
  },
  crs: {
    'EPSG:4326': 'WGS84 degrees',
    'EPSG:4490': 'CGCS2000 degrees',
    'GCJ-02': 'GCJ-02 (Amap, Tencent)',
    'BD-09': 'BD-09 (Baidu)',
    withZone: (code: string, zone: string) => `${code} (CGCS2000 3-degree zone ${zone}, zone in the easting)`,
    withMeridian: (code: string, degrees: string) => `${code} (CGCS2000 3-degree, central meridian ${degrees}°)`,
  },
};
