import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';

/**
 * Whether GDAL's command line is there, Debian's installed now where that is possible without asking (root and apt-get). Its
 * answers come from code that is none of ours.
 */
export function provideOgr(): boolean {
  if (isThere()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const options = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'gdal-bin'], options);
  return isThere();
}

function isThere(): boolean {
  return spawnSync('ogr2ogr', ['--version']).status === 0;
}

/** Names and geometry types of a file's layers, as `areas (Polygon)`. */
export function ogrLayers(file: string): string[] {
  const lines = execFileSync('ogrinfo', ['-q', file], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.replace(/^\d+: /, '')).toSorted((a, b) => (a < b ? -1 : 1));
}

export interface OgrFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

/** A layer as GDAL reads it, its positions brought to WGS84 by PROJ; `crs` is the EPSG code that it knows the layer's own system by. */
export function ogrFeatures(file: string, layer: string): { crs: string | null; features: readonly OgrFeature[] } {
  const summary = execFileSync('ogrinfo', ['-so', '-wkt_format', 'WKT1', file, layer], { encoding: 'utf8' });
  const crs = /AUTHORITY\["EPSG","(\d+)"\]\]\s*Data axis/.exec(summary)?.[1] ?? null;
  const text = execFileSync(
    'ogr2ogr',
    ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=12', '-t_srs', 'EPSG:4326', '/vsistdout/', file, layer],
    { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { crs, features: (JSON.parse(text) as { features: OgrFeature[] }).features };
}
