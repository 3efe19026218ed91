import { describe, expect, it } from 'vitest';
import type { AnalysisApi, CircleBand } from '../../../src/analysis/api.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';
import { AnalysisEngine } from '../../../src/analysis/engine.ts';
import { inlineAnalysis } from '../../../src/analysis/inline-analysis.ts';
import type { InputFile } from '../../../src/core/checks/result.ts';
import { contains } from '../../../src/core/geo/polygon.ts';
import type { Change } from '../../../src/core/plan/edit.ts';
import type { Plan, StreetEdit } from '../../../src/core/plan/plan.ts';
import { drawnLayer } from '../../builders/drawn-layer.ts';
import { metresAway, PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { nantong } from '../../builders/standards.ts';
import { streetsFile } from '../../builders/streets-file.ts';

// A street of 4 km along the parallel, and a lane of 300 m by itself.
const STREETS = streetsFile(
  [
    [-2000, 0],
    [0, 0],
    [2000, 0],
  ],
  [
    [0, 2000],
    [300, 2000],
  ],
);

const builder = () =>
  new PlanBuilder()
    .area('on the street', { households: 100, geometry: pointAt(100, 20) })
    .area('by the lane', { households: 100, geometry: pointAt(100, 2010) })
    .area('in the fields', { households: 100, geometry: squareAt(1000, 5000, 100) })
    .facility('station', { floorAreaM2: 250, geometry: pointAt(0, 10) })
    .facility('second', { floorAreaM2: 250, geometry: pointAt(400, 10) })
    .facility('closed', { status: 'closed', floorAreaM2: 250, geometry: pointAt(1800, 10) })
    .facility('far out', { floorAreaM2: 250, geometry: pointAt(0, -1000) });

const plan = builder().build();

const QUIET = { signal: new AbortController().signal, onProgress: () => {} };

async function audited(onStreets: boolean, of: Plan = plan): Promise<AnalysisApi> {
  const analysis = inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST);
  const inputs: InputFile[] = [];
  if (onStreets) {
    const file = { name: 'streets.geojson', bytes: STREETS };
    const report = await analysis.read({ files: [file], role: 'streets' }, QUIET, () => {});
    inputs.push(report.input!);
  }
  const change: Change = [
    ...[...of.areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...of.streetEdits].map(([id, to]) => ({ table: 'streetEdits' as const, id, from: undefined, to })),
    ...[...of.facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
    { table: 'settings', field: 'minutes', from: undefined, to: of.settings.minutes },
  ];
  await analysis.patch({ base: 0, version: 1, change, last: true });
  const request = { planVersion: 1, standard: nantong, asOf: '2026-01-01', inputs, inputIssues: [] };
  await analysis.audit(request, QUIET);
  return analysis;
}

function has(band: CircleBand | undefined, east: number, north: number): boolean {
  return contains(band!.geometry as never, metresAway(east, north));
}

describe('who did not get onto the streets', () => {
  it('is drawn where it is, with how far the streets are', async () => {
    const { said, placesOf } = await drawnLayer(await audited(true), 'unsnapped');
    expect(new Set(said.map(({ kind, id, state }) => [kind, id, state].join()))).toEqual(
      new Set(['area,by the lane,snapped_to_island', 'area,in the fields,too_far', 'facility,far out,too_far']),
    );
    const metres = Object.fromEntries(said.map((one) => [one['id'], one['metres']]));
    expect(metres).toMatchObject({ 'by the lane': 10, 'far out': 1000 });
    expect(metres['in the fields']).toBeGreaterThan(3000);
    const [[lon, lat] = [], another] = placesOf(({ id }) => id === 'by the lane');
    expect(another).toBeUndefined();
    expect(lon).toBeCloseTo(metresAway(100, 2010)[0], 5);
    expect(lat).toBeCloseTo(metresAway(100, 2010)[1], 5);
  });

  it('is nobody by straight line', async () => {
    const analysis = await audited(false);
    expect((await drawnLayer(analysis, 'unsnapped')).said).toEqual([]);
  });
});

describe('the bands of the circle', () => {
  it('are the union of all open facilities’ thirds, the farthest first', async () => {
    const bands = await drawnLayer(await audited(true), 'bands');
    expect(bands.said).toEqual([{ minutes: 15 }, { minutes: 10 }, { minutes: 5 }]);
    // 750, 500 and 250 m walked from 0 and from 400 m, 10 m of them off the street.
    for (const [i, limitM] of [750, 500, 250].entries()) {
      const minutes = 15 - 5 * i;
      const holds = (east: number) => bands.at(metresAway(east)).some((band) => band['minutes'] === minutes);
      for (const end of [-limitM + 10, 400 + limitM - 10]) {
        const out = Math.sign(end);
        expect([holds(end - 6 * out), holds(end + 6 * out)]).toEqual([true, false]);
      }
      expect(holds(200)).toBe(true);
    }
  });

  it('are those of one facility where it is asked about, open or not', async () => {
    const analysis = await audited(true);
    const bands = await analysis.facilityBands('station');
    expect(bands.map(({ minutes, estimate }) => [minutes, estimate])).toEqual([
      [15, false],
      [10, false],
      [5, false],
    ]);
    expect([has(bands[0], 730, 0), has(bands[0], 750, 0), has(bands[1], 480, 0), has(bands[1], 500, 0)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(has((await analysis.facilityBands('closed'))[0], 1700, 0)).toBe(true);
    expect(await analysis.facilityBands('far out')).toEqual([]);
    expect(await analysis.facilityBands('nobody')).toEqual([]);
  });

  it('are drawn once for a facility that stays', async () => {
    const analysis = await audited(true);
    expect(await analysis.facilityBands('station')).toBe(await analysis.facilityBands('station'));
  });

  it('are circles without streets, and say that they are estimates', async () => {
    const analysis = await audited(false);
    const [far, middle, near] = await analysis.facilityBands('far out');
    expect([far!.minutes, middle!.minutes, near!.minutes, far!.estimate]).toEqual([15, 10, 5, true]);
    // 750 m walked are 577 m as the crow flies.
    for (const [east, north] of [
      [0, 1],
      [1, 0],
      [0.6, 0.8],
    ] as const) {
      const at = (metres: number): [number, number] => [east * metres, -1000 + north * metres];
      expect([has(far, ...at(574)), has(far, ...at(580))]).toEqual([true, false]);
      expect([has(near, ...at(189)), has(near, ...at(195))]).toEqual([true, false]);
    }
    const bands = await drawnLayer(analysis, 'bands');
    expect(bands.said[0]).toEqual({ minutes: 15, estimate: true });
    const minutesAt = (east: number, north: number) =>
      bands.at(metresAway(east, north)).map((band) => band['minutes'] as number);
    // At 385 m around each the two on the street meet, the one far out lies apart; at 192 m each lies alone.
    expect(minutesAt(200, 10)).toEqual([15, 10]);
    expect(minutesAt(0, -495)).toEqual([15]);
  });

  it('of the setting’s minutes', async () => {
    const bands = await (await audited(true, builder().set({ minutes: 10 }).build())).facilityBands('station');
    expect(bands.map(({ minutes }) => minutes)).toEqual([10, 20 / 3, 10 / 3]);
  });
});

describe('street edits on the map', () => {
  it('are drawn as lines, with what they are and whether they join a street', async () => {
    const barrier: StreetEdit = {
      id: 'b',
      kind: 'barrier',
      cause: 'wall',
      line: [metresAway(0, -50), metresAway(0, 50)],
    };
    const link: StreetEdit = {
      id: 'l',
      kind: 'link',
      cause: 'gate',
      name: '东门',
      line: [metresAway(100, 0), metresAway(100, 60)],
    };
    for (const onStreets of [true, false]) {
      // oxlint-disable-next-line no-await-in-loop -- one analysis after the other
      const analysis = await audited(onStreets, {
        ...plan,
        streetEdits: new Map([barrier, link].map((edit) => [edit.id, edit])),
      });
      // oxlint-disable-next-line no-await-in-loop -- one analysis after the other
      const { said } = await drawnLayer(analysis, 'streetEdits');
      expect(said.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))).toEqual([
        { id: 'b', kind: 'barrier', cause: 'wall' },
        { id: 'l', name: '东门', kind: 'link', cause: 'gate', ...(onStreets ? { unjoined: true } : {}) },
      ]);
    }
  });
});
