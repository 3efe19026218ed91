import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../src/core/checks/result.ts';
import type { Comparison, DifferenceKind } from '../../../src/core/compare/comparison.ts';
import { codesOf, compareSides, judgedSide, rowOf, toldRows } from '../../builders/judged-sides.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong, shippedStandard } from '../../builders/standards.ts';

const qingdao = shippedStandard('qingdao-2018');

/** An old area of 1 000 households with a station of 150 m² in its circle: 50 m² short by the Nantong draft. */
const town = () =>
  new PlanBuilder()
    .area('A', { households: 1000, residents: 2600, elders: 600, geometry: squareAt(0, 0, 200) })
    .facility('F', { name: 'Station', floorAreaM2: 150, geometry: pointAt(100, 100) });

describe('two standards on one plan', () => {
  const plan = town()
    .area('N', { class: 'new', households: 500, geometry: squareAt(5000, 0, 200) })
    .build();
  const comparison = compareSides(judgedSide(plan), judgedSide(plan, '2026-01-01', qingdao));

  it('differ where their rates do, with both figures and clauses', () => {
    const row = rowOf(comparison, 'A', 'floor_area');
    const [before, after] = [nantong, qingdao].map(({ standard }) => standard.rules.floor_area_rate_built![0]!);
    expect(row.required).toEqual([before!.value * 10, after!.value * 10]);
    expect(row.counted).toEqual([150, 150]);
    expect(row.causes).toEqual([
      expect.objectContaining({
        code: 'rule',
        rule: 'floor_area_rate_built',
        left: expect.objectContaining({ value: before!.value, clause: before!.clause, document: 'nantong-draft-2023' }),
        right: expect.objectContaining({ value: after!.value, clause: after!.clause, document: 'qingdao-2018' }),
      }),
    ]);
  });

  it('open a gap where only one of them asks, and say which', () => {
    const row = rowOf(comparison, 'N', 'single_unit');
    expect(row.verdicts).toEqual(['short', 'not_applicable']);
    expect(row.kind).toBe('closed');
    expect(row.delta).toBe(-600);
    expect(row.causes).toContainEqual(
      expect.objectContaining({ code: 'rule', rule: 'single_unit_floor_area', right: null }),
    );
  });

  it('are told rule by rule', () => {
    expect(comparison.clauses.left.single_unit).toEqual(['二（二）5']);
    expect(comparison.clauses.right.single_unit).toEqual([]);
    const rules = comparison.rules.map(({ rule }) => rule);
    expect(rules).toContain('floor_area_rate_new');
    for (const { left, right } of comparison.rules) expect(left).not.toEqual(right);
  });
});

describe('two dates of one plan', () => {
  it('open a gap where a lease ended between them', () => {
    const plan = town()
      .facility('F', {
        name: 'Station',
        floorAreaM2: 250,
        geometry: pointAt(100, 100),
        acquisition: 'lease',
        validTo: '2025-12-31',
      })
      .build();
    const comparison = compareSides(judgedSide(plan, '2025-06-01'), judgedSide(plan, '2026-06-01'));
    const row = rowOf(comparison, 'A', 'floor_area');
    expect([row.kind, row.delta]).toEqual(['opened', 200]);
    expect(row.causes).toContainEqual({
      code: 'facility_stand',
      facility: 'F',
      name: 'Station',
      left: 'open',
      right: 'lease_ended',
      floorAreaM2: 250,
    });
    expect(codesOf(rowOf(comparison, 'A', 'walk_circle'))).toEqual(['facility_stand']);
    expect(comparison.totals.eldersCovered).toMatchObject({ left: 600, right: 0, delta: -600 });
  });

  it('make a gap overdue once the deadline lies between them', () => {
    const plan = town().build();
    const deadline = nantong.standard.rules.floor_area_rate_built![0]!.deadline!.date;
    const comparison = compareSides(judgedSide(plan, '2024-01-01'), judgedSide(plan, '2026-01-01'));
    const row = rowOf(comparison, 'A', 'floor_area');
    expect([row.kind, row.delta]).toEqual(['overdue', 0]);
    expect(row.causes).toEqual([
      { code: 'overdue', deadline: { left: deadline, right: deadline }, left: null, right: 550 },
    ]);
  });
});

describe('two versions of a plan', () => {
  const left = judgedSide(town().build());
  const against = (right: PlanBuilder) => compareSides(left, judgedSide(right.build()));

  it('name the facility that closed', () => {
    const closed = town().facility('F', {
      name: 'Station',
      status: 'closed',
      floorAreaM2: 150,
      geometry: pointAt(100, 100),
    });
    const row = rowOf(against(closed), 'A', 'floor_area');
    expect([row.kind, row.delta]).toEqual(['worse', 150]);
    expect(row.causes).toEqual([
      expect.objectContaining({ code: 'facility_stand', facility: 'F', left: 'open', right: 'closed' }),
    ]);
  });

  it('name the one that is new, that grew, that moved, that serves others', () => {
    const more = rowOf(
      against(town().facility('G', { floorAreaM2: 80, geometry: pointAt(50, 50) })),
      'A',
      'floor_area',
    );
    expect([more.kind, more.delta]).toEqual(['closed', -50]);
    expect(more.causes).toEqual([expect.objectContaining({ facility: 'G', left: 'absent', right: 'open' })]);
    const place = { name: 'Station', geometry: pointAt(100, 100) };
    const grown = against(town().facility('F', { ...place, floorAreaM2: 300 }));
    expect(rowOf(grown, 'A', 'floor_area').causes).toEqual([
      { code: 'facility_size', facility: 'F', name: 'Station', left: 150, right: 300 },
    ]);
    const moved = against(town().facility('F', { name: 'Station', floorAreaM2: 150, geometry: pointAt(4000, 0) }));
    expect(codesOf(rowOf(moved, 'A', 'walk_circle'))).toEqual(['facility_moved']);
    const away = town().area('B', { households: 100, geometry: squareAt(9000, 0, 50) });
    const rebooked = compareSides(
      judgedSide(away.build()),
      judgedSide(away.facility('F', { ...place, floorAreaM2: 150, serves: [{ area: 'B' }] }).build()),
    );
    expect(codesOf(rowOf(rebooked, 'A', 'floor_area'))).toEqual(['facility_rebooked']);
    expect(rowOf(rebooked, 'B', 'floor_area').kind).toBe('closed');
  });

  it('tell what changed about the area itself', () => {
    const place = { residents: 2600, elders: 600, geometry: squareAt(0, 0, 200) };
    const fewer = rowOf(against(town().area('A', { ...place, households: 700 })), 'A', 'floor_area');
    expect(fewer.kind).toBe('closed');
    expect(fewer.causes).toEqual([
      { code: 'area_figure', area: 'A', name: null, figure: 'households', left: 1000, right: 700 },
    ]);
    const unknown = rowOf(against(town().area('A', place)), 'A', 'floor_area');
    expect([unknown.kind, unknown.delta]).toEqual(['unclear', NaN]);
    const asNew = rowOf(against(town().area('A', { ...place, households: 1000, class: 'new' })), 'A', 'floor_area');
    expect(asNew.causes).toContainEqual(expect.objectContaining({ figure: 'class', left: 'built', right: 'new' }));
  });

  it('say so where others that share a facility take more of it', () => {
    const shared = town().area('B', { households: 1000, geometry: squareAt(0, 300, 100) });
    const row = rowOf(against(shared), 'A', 'floor_area');
    expect(row.counted).toEqual([150, 75]);
    expect(codesOf(row)).toEqual(['sharing']);
  });

  it('lay a walking setting at the door of what it did', () => {
    const far = () => town().facility('F', { floorAreaM2: 250, geometry: pointAt(550, 100) });
    const comparison = compareSides(judgedSide(far().build()), judgedSide(far().set({ speed_km_h: 2.16 }).build()));
    const row = rowOf(comparison, 'A', 'walk_circle');
    expect(row.kind).toBe('opened');
    expect(row.causes).toEqual([{ code: 'setting', setting: 'speed_km_h', left: 3, right: 2.16 }]);
  });

  it('list areas that one side alone has', () => {
    const comparison = against(town().area('B', { households: 1000, geometry: squareAt(9000, 0, 100) }));
    expect(comparison.only).toEqual({ left: [], right: ['B'] });
    const row = rowOf(comparison, 'B', 'floor_area');
    expect([row.kind, row.delta, row.verdicts]).toEqual(['opened', 200, [null, 'short']]);
    expect(row.causes).toEqual([{ code: 'area_only', side: 'right' }]);
  });

  it('name the pool that an area joined, and count its gap once', () => {
    const two = () =>
      new PlanBuilder()
        .area('A', { class: 'new', households: 500, geometry: squareAt(0, 0, 100) })
        .area('B', { class: 'new', households: 700, geometry: squareAt(120, 0, 100) });
    const apart = judgedSide(two().build());
    const pooled = judgedSide(
      new PlanBuilder()
        .area('A', { class: 'new', households: 500, pool: 'P', geometry: squareAt(0, 0, 100) })
        .area('B', { class: 'new', households: 700, pool: 'P', geometry: squareAt(120, 0, 100) })
        .facility('F', { pool: 'P', floorAreaM2: 200, geometry: pointAt(100, 50) })
        .build(),
    );
    const comparison = compareSides(apart, pooled);
    expect(rowOf(comparison, 'A', 'floor_area').causes).toContainEqual(
      expect.objectContaining({ code: 'area_figure', area: 'A', figure: 'pool', left: null, right: 'P' }),
    );
    const { floorGap } = comparison.totals;
    expect(floorGap.delta).toBeCloseTo(floorGap.right - floorGap.left, 6);
    expect(floorGap.right).toBe(pooled.audit.result.summary.floor_gap_m2);
  });
});

const MIRRORED: Readonly<Record<DifferenceKind, DifferenceKind>> = {
  opened: 'closed',
  closed: 'opened',
  worse: 'better',
  better: 'worse',
  overdue: 'overdue',
  unclear: 'unclear',
  other: 'other',
};

/** What a comparison says, but for its causes. */
function outline(comparison: Comparison) {
  return toldRows(comparison).map((row) => ({ ...row, causes: null }));
}

describe('any two plans, standards and dates', () => {
  const side = fc
    .record({
      plan: randomPlan,
      asOf: fc.constantFrom('2023-06-01', '2025-01-01', '2026-06-01'),
      standard: fc.constantFrom(nantong, qingdao),
    })
    .map(({ plan, asOf, standard }) => judgedSide(plan, asOf, standard));

  it('differ in nothing from themselves', () => {
    fc.assert(
      fc.property(side, ({ plan, audit }) => {
        const again = judgedSide(structuredClone(plan), audit.context.asOf, {
          standard: audit.context.standard,
          sha256: 'x',
          text: '',
        });
        const { rows, rules, causes, totals } = compareSides({ plan, audit }, again);
        expect([rows.area.length, rules, causes]).toEqual([0, [], []]);
        expect(totals.floorGap.delta).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('differ the other way round the other way round', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const there = compareSides(a, b);
        const back = compareSides(b, a);
        const swapped = outline(back).map((row) => ({
          ...row,
          kind: MIRRORED[row.kind],
          verdicts: row.verdicts.toReversed(),
          required: row.required.toReversed(),
          counted: row.counted.toReversed(),
          gap: row.gap.toReversed(),
          delta: 0 - row.delta,
        }));
        expect(swapped).toEqual(outline(there));
        expect(back.only).toEqual({ left: there.only.right, right: there.only.left });
        expect(back.totals.eldersCovered.delta).toBeCloseTo(-there.totals.eldersCovered.delta, 6);
        const codes = (comparison: Comparison) => toldRows(comparison).map((row) => codesOf(row).toSorted());
        expect(codes(back)).toEqual(codes(there));
      }),
      { numRuns: 60 },
    );
  });

  it('add up to the difference of the totals where everything is known, and name a cause each', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const comparison = compareSides(a, b);
        const { floorGap, eldersCovered } = comparison.totals;
        for (const sum of [floorGap, eldersCovered]) {
          if (sum.leftOut === 0) expect(sum.delta).toBeCloseTo(sum.right - sum.left, 6);
        }
        expect(floorGap.left).toBeCloseTo(a.audit.result.summary.floor_gap_m2, 6);
        expect(eldersCovered.right).toBeCloseTo(b.audit.result.summary.elders_covered, 6);
        const told = toldRows(comparison);
        expect(told.every(({ causes }) => causes.length > 0)).toBe(true);
        const alone = [a, b].every(({ audit }) => audit.columns.pooled.every((pooled) => pooled === 0));
        if (!alone || floorGap.leftOut > 0) return;
        const sum = told.filter(({ check }) => check === 'floor_area').reduce((total, { delta }) => total + delta, 0);
        expect(sum).toBeCloseTo(floorGap.delta, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('count verdicts as the audits do', () => {
    const [a, b] = [judgedSide(town().build()), judgedSide(town().build(), '2026-01-01', qingdao)];
    const { byVerdict } = compareSides(a, b).totals;
    expect(byVerdict.left).toEqual({ [VERDICTS[a.audit.columns.verdict[0]!]!]: 1 });
    expect(byVerdict.right).toEqual({ [VERDICTS[b.audit.columns.verdict[0]!]!]: 1 });
  });
});
