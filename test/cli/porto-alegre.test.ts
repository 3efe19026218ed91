import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import Papa from 'papaparse';
import type { AuditResult } from '../../src/core/checks/result.ts';
import { describeWithShared, sharedPath } from '../shared.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const DATA = 'data/porto-alegre';
const STREETS = sharedPath(`${DATA}/poa_osm.pbf`);

describeWithShared('Porto Alegre on the command line', `${DATA}/poa_osm.pbf`, () => {
  // Printed by R5, which walks round the squares that are crossed here: at most 3 % longer (test/core/network/real-streets).
  const R5 = { townhall: 3.2, santa_casa_hospital: 13.6, piratini_palace: 14.9, metropolitan_cathedral: 15.5 };

  it('walks from the public market to four places within half a minute of what R5 prints', async () => {
    const points = sharedPath(`${DATA}/poa_points_of_interest.csv`);
    const args = ['reach', '--streets', STREETS, '--from', points, '--to', points, '--speed', '3.6', '--minutes', '20'];
    const { code, out } = await runYiquan(folderWith({}), args);
    expect(code).toBe(0);
    const minutes = new Map(
      Papa.parse<string[]>(out.trimEnd()).data.map(([from, to, said]) => [`${from} ${to}`, Number(said)]),
    );
    for (const [to, printed] of Object.entries(R5)) {
      const there = minutes.get(`public_market ${to}`)!;
      expect(Math.abs(there - printed), `${to} ${there}`).toBeLessThan(0.5);
      expect(minutes.get(`${to} public_market`)).toBeCloseTo(there, 9);
    }
  });

  // A stand-in, not care for elders: hexagons with healthcare take the part of stations, their residents that of areas.
  it('audits the whole city over its streets, hexagons with healthcare standing in for stations', async () => {
    const text = readFileSync(sharedPath(`${DATA}/poa_hexgrid.csv`), 'utf8');
    const hexagons = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
    const areas = hexagons.map(({ id, lon, lat, population }) => ({ id, lon, lat, residents: population }));
    const stations = hexagons
      .filter(({ healthcare }) => Number(healthcare) > 0)
      .map(({ id, lon, lat }) => ({
        id: `stand-in ${id}`,
        type: 'station',
        status: 'open',
        floor_area: 600,
        lon,
        lat,
      }));
    const folder = folderWith({ 'areas.csv': Papa.unparse(areas), 'stations.csv': Papa.unparse(stations) });
    const walks = ['--streets', STREETS, '--speed', '3.6'];
    const inputs = ['--areas', 'areas.csv', '--facilities', 'stations.csv', '--as-of', '2026-01-01'];
    const audited = await runYiquan(folder, ['audit', ...inputs, ...walks, '--minutes', '15']);
    expect(audited.code).toBe(0);
    const result = JSON.parse(audited.out) as AuditResult;
    expect(result.run.method).toBe('network');
    expect(result.areas).toHaveLength(hexagons.length);

    // The same walks asked for by `reach`: the nearest stand-in of each hexagon and nobody else's.
    const reached = await runYiquan(folder, ['reach', '--from', 'areas.csv', '--to', 'stations.csv', ...walks]);
    expect(reached.code).toBe(0);
    const nearest = new Map<string, number>();
    for (const [from, , said] of Papa.parse<string[]>(reached.out.trimEnd()).data.slice(1)) {
      nearest.set(from!, Math.min(nearest.get(from!) ?? Infinity, Number(said)));
    }
    const covered = result.areas.filter((area) => area.covered_share === 1).map(({ id }) => id);
    expect(covered.length).toBeGreaterThan(200);
    expect(new Set(covered)).toEqual(new Set(nearest.keys()));
    for (const { id, nearest: walk } of result.areas) {
      if (nearest.has(id)) expect(walk!.minutes).toBeCloseTo(nearest.get(id)!, 6);
    }
    const far = (lines: readonly string[]) => lines.filter((line) => line.includes('[too_far]')).length;
    expect(far(reached.lines)).toBeGreaterThan(0);
    console.log(
      `${hexagons.length} hexagons, ${stations.length} stand-ins: ${covered.length} within 15 minutes on foot`,
    );
  }, 60_000);
});
