import type { TableRole } from './table.ts';

/** Wider words than `words.ts` takes: each only proposes a value. The first that fits counts. */
const WIDER: Readonly<Partial<Record<TableRole, Readonly<Record<string, readonly (readonly [RegExp, string])[]>>>>> = {
  areas: {
    class: [
      [/新建|新(?:小区|楼盘|居住区)|在建|商品房|^新$/, 'new'],
      [/老|旧|舊|既有|建成|存量|棚改|单位(?:房|院)/, 'built'],
      [/未|不/, 'unknown'],
    ],
    settlement: [
      [/农|村|鄉|乡|rural/i, 'rural'],
      [/城|镇|市|urban/i, 'urban'],
    ],
  },
  facilities: {
    type: [
      [/特困|供养/, 'county_institution'],
      [/日间|日間|日照|照料|day/i, 'day_care'],
      [/助餐|食堂|餐/, 'meal'],
      [/互助|睦邻|幸福/, 'mutual_aid'],
      [/综合|区域|中心/, 'centre'],
      [/站|服务点|居家/, 'station'],
      [/院|机构|機構|公寓|长照|養護|护理/, 'institution'],
    ],
    status: [
      [/规划|拟|计划|待建/, 'planned'],
      [/建设|在建|施工|改建|装修/, 'building'],
      [/暂停|歇业|整改|暫停/, 'suspended'],
      [/关|停|注销|撤|废/, 'closed'],
      [/运|营|营业|正常|开放|使用|启用|在营/, 'open'],
    ],
    ownership: [
      [/公.*(?:民|私)营?|公設民營|公建|委托/, 'public_private'],
      [/公/, 'public'],
      [/民|私|企业|个人|社会/, 'private'],
    ],
    acquisition: [
      [/配建|配套/, 'built_with_housing'],
      [/回购|购/, 'buy_back'],
      [/租/, 'lease'],
      [/调剂|划拨|调配/, 'reallocated'],
      [/改/, 'converted'],
    ],
    land_basis: [
      [/独/, 'own'],
      [/分|共/, 'apportioned'],
    ],
  },
  units: {
    level: [
      [/社区|村|里|居/, 'community'],
      [/街|镇|乡|鄉|鎮/, 'subdistrict'],
      [/区|縣|县|區/, 'county'],
      [/市/, 'city'],
    ],
    settlement: [
      [/农|村|rural/i, 'rural'],
      [/城|镇|urban/i, 'urban'],
    ],
  },
  candidates: {
    kind: [
      [/地|空地|plot/i, 'vacant_plot'],
      [/房|楼|厂|校|building/i, 'idle_building'],
    ],
  },
};

/** The value that a word of a file may mean in a column of a closed list; null: nothing is near. */
export function guessWord(role: TableRole, column: string, text: string): string | null {
  return WIDER[role]?.[column]?.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
