import type { Chance } from './chance.ts';
import type { Block } from './ground.ts';
import { siteInEstate, siteOnBlock, type Site } from './places.ts';
import { distance, signedArea } from './plane.ts';
import type { Residence } from './residences.ts';
import type { Community } from './units.ts';

export const CANDIDATE_HEADERS = [
  '编号',
  '名称',
  '类型',
  '原用途',
  '建筑面积(㎡)',
  '用地面积(㎡)',
  '楼层',
  '权属',
  '费用(万元)',
  '地址',
] as const;

export type CandidateRow = Partial<Record<(typeof CANDIDATE_HEADERS)[number], string | number>> & { site: Site };

const BUILDINGS = 18;
const PLOTS = 12;

/** Sites where something could be set up: idle rooms in the built town, vacant plots where it grows. */
export function buildCandidates(
  residences: readonly Residence[],
  communities: readonly Community[],
  taken: readonly Site[],
  chance: Chance,
): CandidateRow[] {
  const rows: CandidateRow[] = [];
  const isFar = (site: Site, apartM: number): boolean =>
    rows.every((row) => distance(row.site.at, site.at) > apartM) &&
    taken.every((other) => distance(other.at, site.at) > apartM / 3);
  const uses = [
    '闲置校舍',
    '原社区办公用房',
    '停业商铺',
    '旧厂房',
    '原供销社',
    '闲置车间',
    '原招待所',
    '闲置幼儿园',
    '原储蓄所',
  ];
  for (const home of chance.shuffled(residences)) {
    if (rows.length >= BUILDINGS) break;
    if (home.class === 'new') continue;
    const site = siteInEstate(home, chance);
    if (!isFar(site, 620)) continue;
    const use = uses[rows.length % uses.length]!;
    const floor = Math.round(chance.between(240, 1900) / 10) * 10;
    rows.push({
      名称: `${home.name.replace(/片区$/, '')}${use}`,
      类型: '闲置用房',
      原用途: use.replace(/^(原|闲置|停业|旧)/, ''),
      '建筑面积(㎡)': rows.length === 7 ? '' : floor,
      楼层: chance.pick(['一层', '一至二层', '一至三层', '二层']),
      权属: chance.pick(['国有', '街道', '集体', '企业', '私有']),
      '费用(万元)': rows.length % 6 === 4 ? '' : Math.round(floor * chance.between(0.08, 0.35)),
      地址: site.address,
      site,
    });
  }
  const plots = communities.flatMap((community) =>
    community.atoms.flatMap(({ blocks }) =>
      blocks.filter(({ use }) => use === 'vacant').map((block): [Block, Community] => [block, community]),
    ),
  );
  for (const [block, community] of chance.shuffled(plots)) {
    if (rows.length >= BUILDINGS + PLOTS) break;
    if (!block.face.sides.some(({ road }) => road !== null)) continue;
    const site = siteOnBlock(block, community, chance);
    if (!isFar(site, 500)) continue;
    const land = Math.round(Math.min(signedArea(block.face.ring) * 0.5, chance.between(2200, 9000)) / 10) * 10;
    rows.push({
      名称: `${site.address || '规划支路'}地块`,
      类型: '空闲地块',
      原用途: chance.pick(['储备用地', '拆迁地块', '闲置工业用地', '公共设施预留用地']),
      '用地面积(㎡)': land,
      权属: chance.pick(['国有储备', '国有', '集体']),
      '费用(万元)': Math.round(land * chance.between(0.25, 0.6)),
      地址: site.address,
      site,
    });
  }
  return rows.map((row, i) => ({ ...row, 编号: `HX${String(i + 1).padStart(2, '0')}` }));
}
