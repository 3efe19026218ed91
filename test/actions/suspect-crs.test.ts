import { readFileSync } from 'node:fs';
import path from 'node:path';
import gcoord from 'gcoord';
import { expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import type { LonLat } from '../../src/core/geo/geometry.ts';
import { innerPosition } from '../../src/core/geo/polygon.ts';
import type { Facility } from '../../src/core/plan/plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import { openWorkspace } from '../builders/open-workspace.ts';
import { ROOT } from '../sources.ts';

const sample = (name: string): string => readFileSync(path.join(ROOT, 'data', 'sample', name), 'utf8');
const AREAS = new File([sample('areas.geojson')], 'areas.geojson');

/** The sample city's facilities as GeoJSON, each moved. */
function facilities(move: (at: LonLat) => number[]): File {
  const bytes = new TextEncoder().encode(sample('facilities.csv'));
  const { table } = readTable({ file: { name: 'facilities.csv', bytes }, role: 'facilities' });
  const features = (table!.records as readonly Facility[]).flatMap(({ id, type, geometry }) => {
    if (geometry?.type !== 'Point') return [];
    const coordinates = move(innerPosition(geometry));
    return [{ type: 'Feature', properties: { id, type }, geometry: { type: 'Point', coordinates } }];
  });
  return new File([JSON.stringify({ type: 'FeatureCollection', features })], 'moved.geojson');
}

it('facilities that lie where GCJ-02 would put them are asked about, with that system first', async () => {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS]);
  await openFiles(workspace, [facilities(([lon, lat]) => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02))]);
  const [draft] = workspace.store.getState().imports;
  expect(draft?.files[0]?.name).toBe('moved.geojson');
  await expect.poll(() => workspace.store.getState().imports[0]?.step).toBe('place');
  const { handle } = draft!.source!;
  const [first] = await workspace.analysis.suggestCrs({ handle, role: 'facilities' });
  expect(first?.crs.name).toBe('GCJ-02');
});

it('facilities that lie where they belong are not asked about', async () => {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS]);
  await openFiles(workspace, [facilities((at) => [...at])]);
  expect(workspace.store.getState().imports).toEqual([]);
});
