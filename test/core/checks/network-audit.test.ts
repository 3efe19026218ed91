import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditSteps, auditWithMemorySteps, completeResultSteps } from '../../../src/core/checks/audit.ts';
import { openStreetsSteps } from '../../../src/core/network/open-streets.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import type { Facility, Plan, StreetEdit } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { areaOf, checkOf } from '../../builders/audit-plan.ts';
import { HERE, metresAway, PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { randomStreetEdits } from '../../builders/random-street-edits.ts';
import { nantong } from '../../builders/standards.ts';
import { streetGrid } from '../../builders/street-grid.ts';
import { streetsFile } from '../../builders/streets-file.ts';

/** Streets from lines of [metres east, metres north] points. */
function streetsOf(...lines: readonly (readonly [number, number])[][]): StreetGraph {
  const { streets } = runSteps(openStreetsSteps({ name: 'streets.geojson', bytes: streetsFile(...lines) }));
  return streets!.graph;
}

function audit(plan: Plan, streets: StreetGraph | null) {
  const input = { plan, streets, standard: nantong, asOf: '2026-01-01', version: 'test', inputs: [], inputIssues: [] };
  return runSteps(auditSteps(input));
}

/** Two banks of a canal 40 m apart, joined by a bridge 500 m to the east. */
const canal = streetsOf(
  [
    [-800, 0],
    [0, 0],
    [500, 0],
    [1200, 0],
  ],
  [
    [-800, 40],
    [0, 40],
    [500, 40],
    [1200, 40],
  ],
  [
    [500, 0],
    [500, 40],
  ],
);

describe('an audit over streets', () => {
  const plan = new PlanBuilder()
    .area('A', { households: 100, elders: 50, geometry: pointAt(0, 0) })
    .facility('f', { floorAreaM2: 90, geometry: pointAt(0, 40) })
    .build();

  it('walks round by the bridge where the straight line leaps the canal', () => {
    const straight = areaOf(audit(plan, null), 'A');
    expect(straight.nearest!.minutes).toBeCloseTo((40 * 1.3 * 60) / 3000, 2);
    const result = audit(plan, canal);
    expect(result.run.method).toBe('network');
    expect(checkOf(areaOf(result, 'A'), 'walk_circle')).toMatchObject({ verdict: 'short', counted: 0 });
    expect(result.unbooked).toEqual([{ facility: 'f', m2: 90, reason: 'books_nowhere' }]);
  });

  it('is 1 040 m, 15 minutes and a little at 4.16 km/h', () => {
    const fast = { ...plan, settings: { speed_km_h: 4.2 } };
    expect(areaOf(audit(fast, canal), 'A').nearest!.minutes).toBeCloseTo((1040 * 60) / 4200, 2);
  });

  it('is no estimate, and is nowhere called one', () => {
    const text = JSON.stringify(audit(plan, canal));
    expect(text).not.toContain('straight_line_estimate');
  });

  it('says who is too far from any street, and when the streets are of another place', () => {
    const far = new PlanBuilder()
      .area('A', { geometry: pointAt(0, 0) })
      .area('B', { geometry: pointAt(0, 900) })
      .build();
    const issues = audit(far, canal).issues.filter(({ code }) => code === 'too_far');
    expect(issues).toMatchObject([{ where: { input: 'areas', id: 'B' }, detail: { metres: 860, limit: 300 } }]);
    const elsewhere = new PlanBuilder().area('A', { geometry: pointAt(90_000) }).build();
    const codes = audit(elsewhere, canal).issues.map(({ code }) => code);
    expect(codes).toContain('streets_elsewhere');
    expect(codes).not.toContain('too_far');
  });

  it('reaches a little farther when the farthest street may be farther', () => {
    const off = new PlanBuilder().area('A', { geometry: pointAt(0, -350) }).facility('f', { geometry: pointAt(0, 0) });
    expect(checkOf(areaOf(audit(off.build(), canal), 'A'), 'walk_circle').verdict).toBe('short');
    expect(checkOf(areaOf(audit(off.set({ snap_m: 400 }).build(), canal), 'A'), 'walk_circle').verdict).toBe('met');
  });

  it('is the same from what the last audit left, streets changed or not', () => {
    const moved = new PlanBuilder()
      .area('A', plan.areas.get('A'))
      .facility('f', { floorAreaM2: 90, geometry: pointAt(300, 0) })
      .build();
    const input = { standard: nantong, asOf: '2026-01-01', version: 'test', inputs: [], inputIssues: [] };
    const first = runSteps(auditWithMemorySteps({ plan, streets: canal, ...input }, null));
    for (const streets of [canal, null]) {
      const next = runSteps(auditWithMemorySteps({ plan: moved, streets, ...input }, first.memory));
      expect(runSteps(completeResultSteps(next))).toEqual(audit(moved, streets));
    }
  });
});

describe('an audit over streets that are edited', () => {
  const edits = randomStreetEdits(['barrier', 'link'], { minLength: 1, maxLength: 5 }).map((all) =>
    // Over the ground that random plans lie on.
    all.map(({ id, kind, line }): StreetEdit => {
      const stretched = line.map(([lon, lat]): LonLat => [
        HERE[0] + (lon - HERE[0]) * 5,
        HERE[1] + (lat - HERE[1]) * 5,
      ]);
      return { id, kind, cause: 'other', line: stretched };
    }),
  );
  const withEdits = (plan: Plan, list: readonly StreetEdit[]): Plan => ({
    ...plan,
    streetEdits: new Map(list.map((edit) => [edit.id, edit])),
  });
  const input = {
    streets: streetGrid,
    standard: nantong,
    asOf: '2026-01-01',
    version: 'test',
    inputs: [],
    inputIssues: [],
  };

  it('is the same from what the last audit left as from scratch, through any edits and back', () => {
    fc.assert(
      fc.property(randomPlan, edits, edits, (plan, first, second) => {
        let memory = runSteps(auditWithMemorySteps({ ...input, plan }, null)).memory;
        for (const list of [first, [...first, ...second.map((edit) => ({ ...edit, id: `${edit.id}b` }))], second, []]) {
          const edited = withEdits(plan, list);
          const next = runSteps(auditWithMemorySteps({ ...input, plan: edited }, memory));
          expect(runSteps(completeResultSteps(next))).toEqual(audit(edited, streetGrid));
          ({ memory } = next);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lengthens no walk when a facility opens', () => {
    fc.assert(
      fc.property(randomPlan, edits, fc.tuple(fc.nat(2500), fc.nat(2500)), (plan, list, at) => {
        const before = withEdits(plan, list);
        const geometry = pointAt(...at);
        const facilities = new Map<string, Facility>(plan.facilities).set('new', {
          id: 'new',
          type: 'station',
          status: 'open',
          geometry,
        });
        const nearest = (of: Plan) =>
          new Map(audit(of, streetGrid).areas.map(({ id, nearest: walk }) => [id, walk?.minutes ?? Infinity]));
        const [was, is] = [nearest(before), nearest({ ...before, facilities })];
        for (const [id, minutes] of was)
          expect(is.get(id)!).toBeLessThanOrEqual(minutes === Infinity ? minutes : minutes + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('says who is kept from every street by barriers', () => {
    const plan = new PlanBuilder()
      .area('A', { geometry: pointAt(0, -40) })
      .facility('f', { geometry: pointAt(300, 0) });
    const wall: StreetEdit = {
      id: 'w',
      kind: 'barrier',
      cause: 'wall',
      line: [metresAway(-700, -20), metresAway(700, -20)],
    };
    const { issues } = audit(withEdits(plan.build(), [wall]), canal);
    expect(issues.filter(({ where }) => where.id === 'A')).toMatchObject([
      { code: 'walled_off', detail: { metres: 40, limit: 300, count: 1, of: 1 } },
    ]);
  });
});
