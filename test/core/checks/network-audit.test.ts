import { describe, expect, it } from 'vitest';
import { auditSteps, auditWithMemorySteps, completeResultSteps } from '../../../src/core/checks/audit.ts';
import { openStreetsSteps } from '../../../src/core/network/open-streets.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { areaOf, checkOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { nantong } from '../../builders/standards.ts';
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
