import type { Chance } from './chance.ts';
import { TYPE, type FacilityRow } from './facility-row.ts';
import { middleOf, type Block, type Use } from './ground.ts';
import { siteOnBlock, type Site } from './places.ts';
import { distance, type Point } from './plane.ts';
import type { Residence } from './residences.ts';
import type { Community } from './units.ts';
import type { SubdistrictName } from './zones.ts';

/** What people walk to from home. */
const NEAR_HOME: ReadonlySet<unknown> = new Set([
  TYPE.station,
  TYPE.dayCare,
  TYPE.mutualAid,
  TYPE.neighbours,
  TYPE.centre,
  TYPE.townCentre,
]);

const OPERATORS = [
  '颐和为老服务中心',
  '春晖社工事务所',
  '夕阳红养老服务公司',
  '康乐居家养老服务社',
  '澄心医养集团',
  '常青藤养老服务公司',
];

export interface World {
  readonly residences: readonly Residence[];
  readonly pools: ReadonlyMap<string, readonly Residence[]>;
  readonly communities: readonly Community[];
  readonly communityName: (community: Community) => string;
}

/** Facilities as they come to be, each where there is a call and a place for it. */
export class FacilityList {
  readonly rows: FacilityRow[] = [];
  /** Areas that have space assigned by name. */
  readonly served = new Set<Residence>();
  readonly world: World;
  readonly chance: Chance;
  private readonly usedBlocks = new Set<Block>();
  private readonly names = new Map<string, number>();

  constructor(world: World, chance: Chance) {
    this.world = world;
    this.chance = chance;
  }

  /** Homes far from one another and from what is already there for them; the distance shrinks until there are enough. */
  spread(from: readonly Residence[], count: number, apartM: number): Residence[] {
    const chosen: Residence[] = [];
    const order = this.chance.shuffled(from);
    const there = this.nearHome();
    for (let apart = apartM; chosen.length < count && apart > 40; apart *= 0.85) {
      for (const one of order) {
        if (chosen.length >= count) break;
        const at = doorOf(one);
        if (chosen.includes(one) || there.some((other) => distance(other, at) < apart)) continue;
        chosen.push(one);
        there.push(at);
      }
    }
    return chosen;
  }

  /** Homes round which the most people have nothing near yet, as a town hall would choose, not without exceptions. */
  whereMostNeeded(from: readonly Residence[], count: number, nearM: number): Residence[] {
    const chosen: Residence[] = [];
    const there = this.nearHome();
    const open = new Set(
      this.world.residences.filter((one) => !there.some((other) => distance(other, doorOf(one)) < nearM)),
    );
    while (chosen.length < count) {
      let best: { one: Residence; score: number } | null = null;
      for (const one of from) {
        if (chosen.includes(one)) continue;
        let people = 0;
        for (const other of open) if (distance(doorOf(other), doorOf(one)) < nearM) people += other.elders;
        const score = people * this.chance.between(0.6, 1);
        if (best === null || score > best.score) best = { one, score };
      }
      if (!best) break;
      const { one } = best;
      chosen.push(one);
      for (const other of open) if (distance(doorOf(other), doorOf(one)) < nearM) open.delete(other);
    }
    return chosen;
  }

  private nearHome(): Point[] {
    return this.rows.filter((row) => NEAR_HOME.has(row.设施类型)).map(({ site }) => site.at);
  }

  gap(one: Residence, other: Residence): number {
    return distance(doorOf(one), doorOf(other));
  }

  /** A block of its own in a subdistrict, nearest to where its people live. */
  ownGround(name: SubdistrictName, uses: readonly Use[], rural: boolean): Site | null {
    const communities = this.world.communities.filter(({ subdistrict }) => subdistrict.name === name);
    const homes = this.world.residences.filter(({ community }) => communities.includes(community));
    const options = communities.flatMap((community) =>
      community.atoms.flatMap(({ blocks }) =>
        blocks
          .filter(
            (block) => uses.includes(block.use) && !this.usedBlocks.has(block) && (rural || block.zone !== 'rural'),
          )
          .filter(({ face }) => face.sides.some(({ road }) => road !== null && road !== 'track'))
          .map((block) => ({ block, community })),
      ),
    );
    if (options.length === 0) return null;
    const spread = this.chance.next();
    const ranked = options
      .map((option) => {
        const at = middleOf(option.block.face);
        const near = homes.filter((home) => distance(doorOf(home), at) < 700).length;
        return { ...option, score: near - uses.indexOf(option.block.use) * 1.5 };
      })
      .sort((a, b) => b.score - a.score);
    const { block, community } = ranked[Math.floor(spread * Math.min(4, ranked.length))]!;
    this.usedBlocks.add(block);
    return siteOnBlock(block, community, this.chance);
  }

  add(site: Site, name: string, row: Omit<FacilityRow, 'site'>): void {
    const again = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, again);
    const open = row.状态 === '运营' || row.状态 === '';
    const { chance } = this;
    const noLand = row['用地面积(㎡)'] === undefined || (row['用地面积(㎡)'] === '' && row.设施类型 === TYPE.mutualAid);
    // One county's list still lacks some shares of land.
    const isListed = site.community.subdistrict.county !== '芦汀县' || chance.odds(0.8);
    const hasShare = noLand && row.取得方式 !== '租赁' && isListed;
    this.rows.push({
      设施名称: again === 1 ? name : `${name}（${again}）`,
      地址: site.address,
      ...(open
        ? {
            运营单位: chance.odds(0.8) ? chance.pick(OPERATORS) : '',
            服务时间: row.床位数 ? '全天' : chance.pick(['8:30-17:00', '8:00-17:30', '周一至周六 9:00-17:00', '']),
            服务内容: servicesOf(row.设施类型, chance),
            数据日期: chance.odds(0.85)
              ? `2026-0${chance.whole(3, 9)}-${String(chance.whole(1, 28)).padStart(2, '0')}`
              : '',
          }
        : { 数据日期: chance.odds(0.5) ? '2026-06-30' : '' }),
      ...row,
      ...(hasShare
        ? {
            '用地面积(㎡)': Math.round(Number(row['建筑面积(㎡)'] || 400) * chance.between(0.25, 0.7)),
            用地性质: '分摊用地',
          }
        : {}),
      site,
    });
  }

  short({ name }: Residence): string {
    return name.replace(/片区$/, '');
  }

  round(value: number, step: number): number {
    return Math.round(value / step) * step;
  }

  day(from: number, to: number): string {
    const { chance } = this;
    return `${chance.whole(from, to)}-${String(chance.whole(1, 8)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
  }
}

function doorOf({ estate }: Residence): Point {
  return estate.gates[0]!.inside;
}

function servicesOf(type: string | number | undefined, chance: Chance): string {
  if (type === TYPE.meal) return '助餐、送餐';
  const all = ['助餐', '助浴', '日间照料', '康复护理', '文体活动', '上门服务', '健康管理', '精神慰藉'];
  return chance.shuffled(all).slice(0, chance.whole(2, 5)).join('、');
}
