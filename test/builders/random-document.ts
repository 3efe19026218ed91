import fc from 'fast-check';
import {
  documentChange,
  moveDocument,
  EMPTY_DOCUMENT,
  type PlanDocument,
  type ShownDocument,
} from '../../src/core/plan/document.ts';
import {
  MEASURE_FORMS,
  PARCEL_USES,
  STREET_EDIT_CAUSES,
  STREET_EDIT_KINDS,
  type Plan,
} from '../../src/core/plan/plan.ts';
import { fullPlan } from './full-plan.ts';
import { pointAt } from './plan-builder.ts';
import { changeOf, throws } from './random-change.ts';
import { randomPlan } from './random-plan.ts';

const share = fc.double({ min: -0.1, max: 0.1, noNaN: true }).map((value) => value + 0);

/** The tables that are made here, not read from files. */
const madeHere = fc
  .record({
    use: fc.constantFrom(...PARCEL_USES),
    kind: fc.constantFrom(...STREET_EDIT_KINDS),
    cause: fc.constantFrom(...STREET_EDIT_CAUSES),
    form: fc.constantFrom(...MEASURE_FORMS),
    growth: share,
    year: fc.integer({ min: 2024, max: 2040 }),
  })
  .map(({ use, kind, cause, form, growth, year }): Partial<Plan> => ({
    parcels: new Map([['P', { id: 'P', use, plannedFor: 'institution', geometry: pointAt(5, 6) }]]),
    streetEdits: new Map([
      [
        'E',
        {
          id: 'E',
          kind,
          cause,
          line: [
            [120.1, 32],
            [120.2, 32.123456789],
          ],
        },
      ],
    ]),
    measures: new Map([
      [
        'area/A',
        {
          id: 'area/A',
          subject: { kind: 'area', id: 'A' },
          form,
          year,
          stages: { planned: { housing: '2024-01-01' }, handed_over: { facility: '2026-02-28' } },
          note: '先行',
        },
      ],
    ]),
    growth: new Map([['all', { id: 'all', elders: growth }]]),
    housing: new Map([[`A@${year}`, { id: `A@${year}`, area: 'A', year, households: 120 }]]),
  }));

const plan = fc
  .tuple(fc.oneof(fullPlan, randomPlan), fc.option(madeHere, { nil: {} }))
  .map(([one, more]): Plan => ({ ...one, ...more }));

const doings = fc.array(fc.oneof(throws, fc.constantFrom(null, 'S', 'T')), { maxLength: 12 });

/** Documents with two scenarios over a baseline, edited by turns: edits that no longer apply among them. */
export const randomDocument: fc.Arbitrary<PlanDocument> = fc
  .tuple(plan, doings, fc.string())
  .map(([baseline, all, note]) => {
    const scenarios = new Map(['S', 'T'].map((id) => [id, { id, name: `方案${id}`, note, edits: new Map() }]));
    let now: ShownDocument = { document: { ...EMPTY_DOCUMENT, baseline, scenarios }, plan: baseline, conflicts: [] };
    for (const doing of all) {
      const { document } = now;
      now = moveDocument(
        now,
        doing === null || typeof doing === 'string'
          ? [{ of: 'shown', from: document.shown, to: doing }]
          : documentChange(document, changeOf(now.plan, doing)),
      );
    }
    return now.document;
  });
