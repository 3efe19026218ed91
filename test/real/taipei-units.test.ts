import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/core/import/read-rows.ts';
import { asWgs84 } from '../../src/core/geo/geometry.ts';
import type { Facility, Plan, Unit } from '../../src/core/plan/plan.ts';
import { auditPlan } from '../builders/audit-plan.ts';
import { ROOT } from '../sources.ts';
import { readTaipeiPlan } from './taipei-plan.ts';
import { taipeiFolder } from './taipei.ts';

// The day-care list as published: 5 of its 14 district names are misread characters (黃華 for 萬華, 土林 for 士林), and one
// centre's coordinates lie in another district than its address. A further institution lies across a district's border.

const folder = taipeiFolder(ROOT);
const CITY = '臺北市';

describe.skipIf(!folder)(
  `Taipei, stated districts against places${folder ? '' : ' (../shared/data is not there)'}`,
  () => {
    if (!folder) return;
    const plan = asPublished(readTaipeiPlan(folder), folder);

    it.each([
      ['the 12 districts', districts(folder)],
      ['the 456 villages', villages(plan)],
    ])('finds the six day-care centres that lie elsewhere, given %s', (_, units) => {
      const found = auditPlan({ ...plan, units }).issues.filter(({ code }) => code === 'unit_disagrees');
      expect(found.map(({ where }) => where.id)).toEqual([
        'day-care-1',
        'day-care-13',
        'day-care-4',
        'day-care-6',
        'day-care-8',
        'day-care-9',
        'institution-83',
      ]);
      const [centre, misread] = found;
      expect(centre!.detail).toMatchObject({ found: `${CITY}/松山區`, expected: `${CITY}/內湖區`, known: true });
      expect(centre!.detail['metres']).toBeGreaterThan(0);
      expect(misread!.detail).toMatchObject({ expected: `${CITY}/士林區`, known: false, metres: null });
    });
  },
);

/** The plan with the day-care centres' districts as the list has them. */
function asPublished(plan: Plan, from: string): Plan {
  const text = readFileSync(path.join(from, 'day-care.csv'), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const facilities = new Map<string, Facility>(plan.facilities);
  for (const row of data) {
    const id = `day-care-${row['序號']}`;
    facilities.set(id, { ...facilities.get(id)!, county: `${row['區別']}區` });
  }
  return { ...plan, facilities };
}

function districts(from: string): Plan['units'] {
  const text = readFileSync(path.join(from, 'districts.geojson'), 'utf8');
  const { features } = JSON.parse(text) as FeatureCollection<Polygon | MultiPolygon, { TNAME: string }>;
  const { table } = readRows(
    'units',
    features.map(({ properties }) => ({ level: 'county', name: properties.TNAME, parent: CITY })),
  );
  return new Map(
    table!.records.map((unit, i): [string, Unit] => [unit.path, { ...unit, geometry: asWgs84(features[i]!.geometry) }]),
  );
}

/** Each village as the community that it is. */
function villages({ areas }: Plan): Plan['units'] {
  return new Map(
    [...areas.values()].map(({ county, community, geometry }): [string, Unit] => {
      const unitPath = `${CITY}/${county}/${community}`;
      return [unitPath, { path: unitPath, level: 'community', name: community!, geometry: geometry! }];
    }),
  );
}
