import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { exportTables } from '../../../src/core/export/export-tables.ts';
import { TABLE_FORMATS, type TableFormat } from '../../../src/core/export/export-request.ts';
import type { ExportedFile, ExportLanguage } from '../../../src/core/export/export-table.ts';
import { TABLE_NAMES } from '../../../src/core/export/export-words.ts';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import type { PlaceGeometry } from '../../../src/core/geo/geometry.ts';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { openSource } from '../../../src/core/import/open-source.ts';
import { readSourceSteps } from '../../../src/core/import/read-source.ts';
import type { Table, TableRole } from '../../../src/core/import/table.ts';
import { EMPTY_PLAN, type Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { fullPlan } from '../../builders/full-plan.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const ROLES = ['areas', 'facilities', 'units', 'candidates', 'population'] as const satisfies readonly TableRole[];

async function write(plan: Plan, format: TableFormat, crs: string, language: ExportLanguage): Promise<ExportedFile> {
  const request = { roles: ROLES, format, crs: parseCrs(crs)!, language, on: '2026-11-25' };
  const { file, issues } = await exportTables(plan, request, SOURCE_HOST);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  return file!;
}

/** Reads every layer back, those of one table together. */
async function readBack(file: ExportedFile, language: ExportLanguage): Promise<Plan> {
  const tables: Table[] = [];
  for (const role of ROLES) {
    const name = TABLE_NAMES[language][role];
    const { layers } = await openSource([file], {}, SOURCE_HOST, {});
    const parts: Table[] = [];
    for (const layer of layers.filter((one) => one.name.startsWith(name))) {
      const opened = await openSource([file], { layer: layer.name }, SOURCE_HOST, {});
      const { table, issues } = runSteps(readSourceSteps(opened, { files: [file], role }));
      const errors = issues.filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
      parts.push(table!);
    }
    const records = parts.flatMap((part) => (part.role === 'population' ? [] : [...part.records]));
    tables.push(parts.length === 1 ? parts[0]! : ({ role, records } as Table));
  }
  return assemblePlan(tables);
}

/** Positions apart, places without them, and without what a Shapefile cannot say: a ring's direction, a part's number. */
function comparable(plan: Plan, format: TableFormat): { records: unknown; positions: number[] } {
  const positions: number[] = [];
  const records = ROLES.flatMap((role): unknown[] => {
    if (role === 'population') {
      const { lon, lat, elders, residents } = plan.population!;
      positions.push(...lon, ...lat);
      return [{ elders: [...elders], residents: [...residents] }];
    }
    const all = [...plan[role].entries()].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return all.map(([key, record]) => {
      const { geometry, extra, ...fields } = record;
      if ('entrance' in fields && fields.entrance) positions.push(...fields.entrance);
      if (geometry) positions.push(...numbersOf(geometry));
      return {
        key,
        ...fields,
        entrance: 'entrance' in fields,
        geometry: geometry?.type,
        extra: extra && extraOf(extra, format),
      };
    });
  });
  return { records, positions };
}

function numbersOf(geometry: PlaceGeometry): number[] {
  if (geometry.type === 'Point') return [...geometry.coordinates];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .toSorted(([a], [b]) => a![0]![0]! - b![0]![0]!)
    .flatMap((rings) => rings.flatMap((ring) => (isClockwise(ring) ? ring.toReversed() : ring)))
    .flat();
}

function isClockwise(ring: readonly Position[]): boolean {
  const [x0, y0] = ring[0] as [number, number];
  const corners = ring.map(([x = 0, y = 0]) => [x - x0, y - y0] as const);
  return corners.slice(1).reduce((twice, [x, y], i) => twice + corners[i]![0] * y - x * corners[i]![1], 0) < 0;
}

/** Values of the unknown columns: their names are tested apart, for some formats cannot hold them. */
function extraOf(extra: Readonly<Record<string, string>>, format: TableFormat): unknown {
  const kept = format === 'geojson' ? Object.entries(extra) : Object.values(extra);
  return kept.map((one) => JSON.stringify(one)).toSorted((a, b) => (a < b ? -1 : 1));
}

describe('what is written comes back the same when it is read', () => {
  const cases = TABLE_FORMATS.flatMap((format) => [
    { format, crs: 'EPSG:4326', language: 'en' as const },
    { format, crs: 'EPSG:4490', language: 'zh' as const },
    { format, crs: 'EPSG:4528', language: 'zh' as const },
    { format, crs: 'EPSG:4549', language: 'en' as const },
  ]);
  test.each(cases)('$format in $crs, headers $language', async ({ format, crs, language }) => {
    await fc.assert(
      fc.asyncProperty(fullPlan, async (plan) => {
        const back = await readBack(await write(plan, format, crs, language), language);
        const expected = comparable(plan, format);
        const found = comparable(back, format);
        expect(found.records).toEqual(expected.records);
        expect(found.positions.length).toBe(expected.positions.length);
        for (const [i, position] of expected.positions.entries()) {
          expect(Math.abs(found.positions[i]! - position)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

test('an empty plan gives no file, and says of each table why', async () => {
  const request = {
    roles: ROLES,
    format: 'xlsx',
    crs: parseCrs('EPSG:4326')!,
    language: 'en',
    on: '2026-11-25',
  } as const;
  const { file, issues } = await exportTables(EMPTY_PLAN, request, SOURCE_HOST);
  expect(file).toBeNull();
  expect(issues.map(({ code }) => code)).toEqual(ROLES.map(() => 'export_table_empty'));
});
