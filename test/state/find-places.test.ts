import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, type Area, type Facility, type Plan } from '../../src/core/plan/plan.ts';
import { findPlaces, markTerms, searchTerms } from '../../src/state/find-places.ts';
import { buildSearchIndex, type FoundKind, type KnownUnit } from '../../src/state/search-index.ts';

const FIVE: Readonly<Record<FoundKind, number>> = { area: 5, facility: 5, unit: 5, candidate: 5, parcel: 5 };
const ALL: Readonly<Record<FoundKind, number>> = { area: 1e9, facility: 1e9, unit: 1e9, candidate: 1e9, parcel: 1e9 };

function area(id: string, name: string, more: Partial<Area> = {}): Area {
  return { id, name, class: 'built', settlement: 'urban', ...more };
}

function planOf(areas: readonly Area[], facilities: readonly Facility[] = []): Plan {
  return {
    ...EMPTY_PLAN,
    areas: new Map(areas.map((one) => [one.id, one])),
    facilities: new Map(facilities.map((one) => [one.id, one])),
  };
}

async function search(plan: Plan, query: string, most = FIVE, units: readonly KnownUnit[] = []) {
  const index = await buildSearchIndex(plan, units, new AbortController().signal);
  return findPlaces(index!, query, most);
}

async function idsOf(plan: Plan, query: string): Promise<string[]> {
  return (await search(plan, query)).flatMap(({ hits }) => hits.map(({ id }) => id));
}

describe('searching', () => {
  const town = planOf(
    [
      area('A1', '新幸福里小区', { subdistrict: '桃坞街道', community: '北濠社区' }),
      area('A2', '幸福里小区', { subdistrict: '东濠街道' }),
      area('A3', '桃坞新村', { subdistrict: '任港街道' }),
      area('幸福里', '运河新村'),
      area('A11', 'Riverside Gardens'),
    ],
    [
      {
        id: 'F1',
        name: '幸福里站',
        type: 'station',
        subdistrict: '桃坞街道',
        address: '人民中路 12 号',
        operator: '安康养老服务公司',
      },
    ],
  );

  it('puts an exact id first, then names that start so, then names that contain it', async () => {
    expect(await idsOf(town, '幸福里')).toEqual(['幸福里', 'A2', 'A1', 'F1']);
    expect(await idsOf(town, 'a1')).toEqual(['A1', 'A11']);
  });

  it('finds by subdistrict and community, by address and operator', async () => {
    expect(await idsOf(town, '桃坞')).toEqual(['A3', 'A1', 'F1']);
    expect(await idsOf(town, '北濠')).toEqual(['A1']);
    expect(await idsOf(town, '人民中路')).toEqual(['F1']);
    expect(await idsOf(town, '安康')).toEqual(['F1']);
  });

  it('asks that every word be found, wherever', async () => {
    expect(await idsOf(town, '桃坞 幸福')).toEqual(['A1', 'F1']);
    expect(await idsOf(town, '桃坞 幸福 没有')).toEqual([]);
  });

  it('makes nothing of capitals and full width', async () => {
    expect(await idsOf(town, 'ＲＩＶＥＲ')).toEqual(['A11']);
  });

  it('finds units by name, with what they lie in', async () => {
    const units: KnownUnit[] = [{ path: '示例市/东区/桃坞街道', name: '桃坞街道', level: 'subdistrict' }];
    const groups = await search(EMPTY_PLAN, '桃坞', FIVE, units);
    expect(groups).toMatchObject([
      { kind: 'unit', total: 1, hits: [{ id: '示例市/东区/桃坞街道', details: ['示例市 / 东区'] }] },
    ]);
  });

  it('finds what any word list finds, and keeps the best of it', async () => {
    const word = fc.stringMatching(/^[甲乙丙]{1,3}$/);
    const areas = fc.array(fc.record({ name: word, subdistrict: word }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(areas, fc.array(word, { minLength: 1, maxLength: 2 }), async (rows, terms) => {
        const plan = planOf(rows.map(({ name, subdistrict }, i) => area(`N${i}`, name, { subdistrict })));
        const everywhere = [...plan.areas.values()].filter(({ name, subdistrict }) =>
          terms.every((term) => name!.includes(term) || subdistrict!.includes(term)),
        );
        const [whole] = await search(plan, terms.join(' '), ALL);
        const [best] = await search(plan, terms.join(' '));
        expect(new Set(whole?.hits.map(({ id }) => id))).toEqual(new Set(everywhere.map(({ id }) => id)));
        expect(best?.total ?? 0).toBe(everywhere.length);
        expect(best?.hits).toEqual(whole?.hits.slice(0, 5));
      }),
    );
  });

  it('answers each key within 50 ms at 20 000 areas and 5 000 facilities', async () => {
    const areas = Array.from({ length: 20_000 }, (_, i) =>
      area(`A${i}`, `第${i}居住区`, {
        county: `区${i % 9}`,
        subdistrict: `街道${i % 97}`,
        community: `社区${i % 997}`,
      }),
    );
    const facilities = Array.from({ length: 5_000 }, (_, i): Facility => {
      return { id: `F${i}`, name: `服务站${i}`, type: 'station', address: `人民路 ${i} 号`, operator: `公司${i % 50}` };
    });
    const index = (await buildSearchIndex(planOf(areas, facilities), [], new AbortController().signal))!;
    const took = ['居', '街道1', 'a19999', '人民路 49', '没有的'].map((query) => {
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        findPlaces(index, query, FIVE);
        return performance.now() - start;
      });
      return Math.min(...runs);
    });
    expect(Math.max(...took)).toBeLessThan(50);
  });

  it('gives up when it is told to', async () => {
    const many = planOf(Array.from({ length: 5_000 }, (_, i) => area(`A${i}`, `${i}`)));
    expect(await buildSearchIndex(many, [], AbortSignal.abort())).toBeNull();
  });
});

describe('what was looked for in a text', () => {
  it('is marked, all of it, and the text stays whole', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        const stretches = markTerms(text, searchTerms(query));
        expect(stretches.map((one) => one.text).join('')).toBe(text);
      }),
    );
    expect(markTerms('桃坞街道', ['坞', '街'])).toEqual([
      { text: '桃', found: false },
      { text: '坞街', found: true },
      { text: '道', found: false },
    ]);
  });
});
