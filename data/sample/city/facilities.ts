import type { Chance } from './chance.ts';
import type { Block, Use } from './ground.ts';
import { middleOf } from './ground.ts';
import { siteInEstate, siteOnBlock, type Site } from './places.ts';
import { distance, type Point } from './plane.ts';
import type { Residence } from './residences.ts';
import type { Community } from './units.ts';
import { SUBDISTRICTS, type SubdistrictName } from './zones.ts';

/** A row of the facilities table, by its Chinese headers. Blank: unknown. */
export type FacilityRow = Partial<Record<(typeof FACILITY_HEADERS)[number], string | number>> & { site: Site };

export const FACILITY_HEADERS = [
  '编号',
  '设施名称',
  '设施类型',
  '状态',
  '建筑面积(㎡)',
  '用地面积(㎡)',
  '用地性质',
  '床位数',
  '护理型床位数',
  '入住数',
  '启用日期',
  '租期至',
  '取得方式',
  '服务小区',
  '统筹组',
  '楼栋',
  '楼层',
  '性质',
  '公益性',
  '等级',
  '运营单位',
  '地址',
  '电话',
  '服务时间',
  '服务内容',
  '数据日期',
  '依据材料',
] as const;

const TYPE = {
  station: '社区养老服务站',
  dayCare: '日间照料中心',
  mutualAid: '农村互助幸福院',
  neighbours: '睦邻点',
  meal: '老年助餐点',
  centre: '街道综合养老服务中心',
  townCentre: '乡镇综合养老服务中心',
  institution: '养老机构',
  county: '县级特困人员供养服务机构',
  other: '其他',
} as const;

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

interface World {
  readonly residences: readonly Residence[];
  readonly pools: ReadonlyMap<string, readonly Residence[]>;
  readonly communities: readonly Community[];
  readonly communityName: (community: Community) => string;
}

/** 130 facilities: where a town would have them, and as incomplete as a real list. */
export function buildFacilities(world: World, chance: Chance): FacilityRow[] {
  const maker = new Maker(world, chance);
  maker.centres();
  maker.poolRooms();
  maker.estateRooms();
  maker.servingStations();
  maker.oldTownStations();
  maker.dayCare();
  maker.mutualAid();
  maker.meals();
  maker.institutions();
  maker.others();
  maker.fillUp(130);
  return maker.rows.map((row, i) => ({ ...row, 编号: `SS${String(i + 1).padStart(3, '0')}`, 电话: phone(row, i) }));
}

/** No area code and no exchange begins so: nobody is rung by mistake. */
function phone(row: FacilityRow, i: number): string {
  return row.状态 === '规划' || i % 9 === 4 ? '' : `0000-0000${String(1000 + i * 7).slice(-4)}`;
}

class Maker {
  readonly rows: FacilityRow[] = [];
  private readonly usedBlocks = new Set<Block>();
  private readonly served = new Set<Residence>();
  private readonly names = new Map<string, number>();
  private readonly world: World;
  private readonly chance: Chance;

  constructor(world: World, chance: Chance) {
    this.world = world;
    this.chance = chance;
  }

  /** One centre in nearly every subdistrict; one is being built, one only planned. */
  centres(): void {
    for (const { name, rural } of SUBDISTRICTS) {
      if (name === '白荡镇') continue;
      const site = this.ownGround(name, ['offices', 'shops', 'vacant'], rural);
      if (!site) continue;
      const status = name === '锦帆街道' ? '在建' : name === '云港街道' ? '规划' : '运营';
      this.add(site, `${name.slice(0, -2)}${rural ? '镇' : '街道'}综合养老服务中心`.replace('镇镇', '镇'), {
        设施类型: rural ? TYPE.townCentre : TYPE.centre,
        状态: status,
        '建筑面积(㎡)': this.round(this.chance.between(rural ? 1500 : 3000, rural ? 2600 : 5400), 10),
        '用地面积(㎡)': this.round(this.chance.between(1600, 4200), 10),
        用地性质: '独立用地',
        床位数: 30,
        护理型床位数: 24,
        入住数: status === '运营' ? this.chance.whole(11, 29) : '',
        启用日期: status === '运营' ? this.day(2019, 2023) : '',
        取得方式: '调剂',
        性质: '公建民营',
        公益性: '是',
        等级: status === '运营' ? this.chance.pick(['三级', '四级', '']) : '',
      });
    }
  }

  /** Most pools have their rooms, some open, some on the way; four have none yet. */
  poolRooms(): void {
    for (const [n, [pool, members]] of [...this.world.pools].entries()) {
      if (n % 4 === 3) continue;
      const households = members.reduce((sum, one) => sum + one.households, 0);
      const need = households * 0.3;
      const host = members[0]!;
      const size = n % 4 === 2 ? need * 0.72 : Math.max(610, need * this.chance.between(1, 1.15));
      const status = n % 4 === 1 ? '在建' : '运营';
      this.add(siteInEstate(host, this.chance), `${host.name}养老服务站`, {
        设施类型: TYPE.station,
        状态: status,
        '建筑面积(㎡)': this.round(size, 5),
        启用日期: status === '运营' ? this.day(2023, 2026) : '',
        取得方式: '配建',
        统筹组: pool,
        性质: this.chance.pick(['公办', '公建民营']),
        公益性: '是',
        依据材料: '土地出让合同附件（规划条件）',
      });
      for (const member of members) this.served.add(member);
    }
  }

  /** Rooms that came with new housing: some large enough, some too small, two in one building, some not handed over. */
  estateRooms(): void {
    const estates = this.chance
      .shuffled(this.world.residences)
      .filter((one) => one.class === 'new' && one.pool === undefined)
      .sort((a, b) => b.households - a.households);
    for (const [n, estate] of estates.slice(0, 20).entries()) {
      const need = estate.households * 0.3;
      const share = [1.06, 1.02, 0.7, 1.1, 0.55][n % 5]!;
      const size = this.round(Math.max(n % 5 === 4 ? 280 : 605, need * share), 5);
      const status = n % 5 === 3 ? '在建' : n % 7 === 6 ? '规划' : '运营';
      const row = {
        设施类型: n % 3 === 2 ? TYPE.dayCare : TYPE.station,
        状态: status,
        '建筑面积(㎡)': size,
        启用日期: status === '运营' ? this.day(2022, 2026) : '',
        取得方式: '配建',
        性质: '公办',
        公益性: '是',
        依据材料: '规划条件、移交协议',
      };
      const site = siteInEstate(estate, this.chance);
      if (n === 5 || n === 11) {
        // Two rooms in one building are one unit.
        const first = this.round(size * 0.55, 5);
        this.add(site, `${estate.name}养老服务站`, {
          ...row,
          '建筑面积(㎡)': first,
          楼栋: `${estate.name}3号楼`,
          楼层: '一层',
        });
        this.add(site, `${estate.name}日间照料中心`, {
          ...row,
          设施类型: TYPE.dayCare,
          '建筑面积(㎡)': size - first,
          楼栋: `${estate.name}3号楼`,
          楼层: '二层',
        });
      } else this.add(site, `${estate.name}${n % 3 === 2 ? '日间照料中心' : '养老服务站'}`, row);
      this.served.add(estate);
    }
  }

  /** Rented, converted and handed-over rooms in the built town, shared by whoever walks to them. */
  oldTownStations(): void {
    const homes = this.world.residences.filter((one) => one.class !== 'new' && !one.rural);
    const hosts = this.whereMostNeeded(homes, 23, 480);
    for (const [n, host] of hosts.entries()) {
      const how = ['租赁', '改造', '调剂', '回购', '租赁', '改造'][n % 6]!;
      const lease = how === '租赁';
      const ends = [
        '2023-12-31',
        '2026-12-31',
        '2024-06-30',
        '2027-05-31',
        '2025-09-30',
        '2028-12-31',
        '2026-03-31',
        '2027-12-31',
      ];
      this.add(siteInEstate(host, this.chance), `${this.short(host)}社区养老服务站`, {
        设施类型: TYPE.station,
        状态: n % 19 === 8 ? '暂停' : n % 11 === 7 ? '关闭' : n % 7 === 5 ? '' : n % 17 === 3 ? '在建' : '运营',
        '建筑面积(㎡)': n % 14 === 9 ? '' : this.round(this.chance.between(420, 1500), 5),
        启用日期: n % 10 === 6 ? '' : n % 17 === 3 ? '' : this.day(2016, 2022),
        租期至: lease ? ends[Math.floor(n / 2) % ends.length]! : n % 11 === 7 ? '2024-10-31' : '',
        取得方式: how,
        性质: this.chance.pick(['公办', '公建民营', '公建民营', '民办']),
        公益性: '是',
        楼层: this.chance.pick(['一层', '一层', '一至二层', '二层']),
        依据材料: lease ? '房屋租赁合同' : '',
      });
    }
  }

  /** Stations whose space is assigned by name, with and without square metres. */
  servingStations(): void {
    const homes = this.world.residences.filter(
      (one) => one.class !== 'new' && !one.rural && !one.hides.has('households'),
    );
    const hosts = this.spread(
      homes.filter((one) => !this.served.has(one)),
      11,
      900,
    );
    for (const [n, host] of hosts.entries()) {
      const near = homes
        .filter((one) => one !== host && this.gap(one, host) < 420 && !this.served.has(one))
        .sort((a, b) => this.gap(a, host) - this.gap(b, host))
        .slice(0, 1 + (n % 3));
      const group = [host, ...near];
      const need = group.reduce((sum, one) => sum + one.households * 0.2, 0);
      const size = this.round(need * this.chance.between(0.85, 1.35), 5);
      // A third says how much goes where; one of them leaves a few metres unassigned.
      const stated = group.map(
        (one) => `${one.id}:${Math.floor((size * one.households * 0.2) / need / 5) * 5 - (n === 1 ? 20 : 0)}`,
      );
      const serves =
        n % 3 === 1 ? (n === 1 ? stated : [...stated.slice(0, -1), group.at(-1)!.id]) : group.map(({ id }) => id);
      this.add(siteInEstate(host, this.chance), `${this.short(host)}社区居家养老服务站`, {
        设施类型: TYPE.station,
        状态: n % 5 === 4 ? '在建' : '运营',
        '建筑面积(㎡)': size,
        启用日期: n % 5 === 4 ? '' : this.day(2018, 2024),
        租期至: n % 4 === 3 ? '2027-06-30' : '',
        取得方式: n % 4 === 3 ? '租赁' : this.chance.pick(['回购', '调剂']),
        服务小区: serves.join(';'),
        性质: '公建民营',
        公益性: '是',
        依据材料: '服务协议',
      });
      for (const one of group) this.served.add(one);
    }
  }

  dayCare(): void {
    const homes = this.world.residences.filter((one) => one.class !== 'new' && !one.rural);
    for (const [n, host] of this.whereMostNeeded(homes, 12, 480).entries()) {
      this.add(siteInEstate(host, this.chance), `${this.short(host)}日间照料中心`, {
        设施类型: TYPE.dayCare,
        状态: n === 4 ? '规划' : n === 8 ? '停用' : '运营',
        '建筑面积(㎡)': this.round(this.chance.between(560, 1500), 5),
        启用日期: n === 4 ? '' : this.day(2017, 2024),
        租期至: n === 2 ? '2025-12-31' : n === 8 ? '2025-03-31' : '',
        取得方式: n === 2 ? '租赁' : this.chance.pick(['改造', '调剂', '回购']),
        性质: this.chance.pick(['公建民营', '民办']),
        公益性: n === 6 ? '否' : '是',
      });
    }
  }

  mutualAid(): void {
    const villages = this.world.residences.filter(({ rural }) => rural);
    for (const [n, host] of this.spread(villages, 16, 900).entries()) {
      this.add(siteInEstate(host, this.chance), `${host.name}幸福院`, {
        设施类型: TYPE.mutualAid,
        状态: n === 3 ? '' : n === 7 ? '暂停' : '运营',
        '建筑面积(㎡)': this.round(this.chance.between(110, 360), 5),
        '用地面积(㎡)': n % 3 === 0 ? this.round(this.chance.between(300, 800), 10) : '',
        用地性质: n % 3 === 0 ? '独立用地' : '',
        启用日期: n === 5 ? '' : this.day(2015, 2023),
        取得方式: '改造',
        性质: '公办',
        公益性: '是',
      });
    }
    const quarters = this.world.residences.filter(({ zone }) => zone === 'old');
    for (const host of this.spread(quarters, 2, 500)) {
      this.add(siteInEstate(host, this.chance), `${this.short(host)}睦邻点`, {
        设施类型: TYPE.neighbours,
        状态: '运营',
        '建筑面积(㎡)': this.round(this.chance.between(80, 190), 5),
        启用日期: this.day(2020, 2024),
        取得方式: '调剂',
        性质: '公办',
        公益性: '是',
      });
    }
  }

  meals(): void {
    const homes = this.world.residences.filter(({ rural }) => !rural);
    for (const [n, host] of this.spread(homes, 5, 1300).entries()) {
      this.add(siteInEstate(host, this.chance), `${this.short(host)}长者食堂`, {
        设施类型: TYPE.meal,
        状态: n === 5 ? '' : '运营',
        '建筑面积(㎡)': this.round(this.chance.between(90, 260), 5),
        启用日期: this.day(2021, 2025),
        租期至: n % 2 === 0 ? '2026-08-31' : '',
        取得方式: n % 2 === 0 ? '租赁' : '改造',
        性质: this.chance.pick(['民办', '公建民营']),
      });
    }
  }

  institutions(): void {
    const list: readonly [SubdistrictName, string, number, '公办' | '公建民营' | '民办', string][] = [
      ['鼓台街道', '澄塘护理院', 120, '民办', '运营'],
      ['莲荡街道', '莲荡颐养院', 210, '民办', '运营'],
      ['杏桥街道', '杏桥敬老院', 160, '公办', '运营'],
      ['柏墩街道', '柏墩医养护理院', 260, '民办', '运营'],
      ['柏墩街道', '站北养老院', 140, '民办', '关闭'],
      ['西圩镇', '西圩镇敬老院', 90, '公办', '运营'],
      ['新漾街道', '东漾颐乐养老社区', 480, '民办', '运营'],
      ['锦帆街道', '锦帆护理院', 300, '公建民营', '在建'],
      ['桑浦镇', '桑浦镇敬老院', 80, '公办', '运营'],
      ['芦城街道', '芦城福寿养老院', 180, '民办', '运营'],
      ['芦城街道', '南岸护理院', 220, '公建民营', '运营'],
      ['荻滩镇', '荻滩镇敬老院', 70, '公办', '运营'],
      ['白荡镇', '白荡镇光荣院', 60, '公办', ''],
    ];
    for (const [n, [subdistrict, name, beds, ownership, status]] of list.entries()) {
      const site = this.ownGround(subdistrict, ['offices', 'park', 'vacant', 'shops', 'wood', 'farm'], true);
      if (!site) continue;
      const nursing = Math.round(beds * [0.85, 0.55, 0.5, 0.95, 0.4, 0.3, 0.7, 0.9, 0.35, 0.8, 0.92, 0.6, 0.2][n]!);
      this.add(site, name, {
        设施类型: name.endsWith('护理院')
          ? '护理院'
          : name.endsWith('敬老院')
            ? '敬老院'
            : name.endsWith('光荣院')
              ? '光荣院'
              : TYPE.institution,
        状态: status,
        '建筑面积(㎡)': beds * this.chance.whole(30, 42),
        '用地面积(㎡)': n === 9 ? '' : beds * this.chance.whole(28, 55),
        用地性质: '独立用地',
        床位数: beds,
        护理型床位数: n === 12 ? '' : nursing,
        入住数: status === '运营' ? Math.round(beds * this.chance.between(0.45, 0.93)) : '',
        启用日期: status === '在建' ? '' : this.day(2008, 2023),
        租期至: n === 4 ? '2025-02-28' : '',
        取得方式: n === 4 ? '租赁' : '其他',
        性质: ownership,
        等级: this.chance.pick(['二级', '三级', '四级', '']),
      });
    }
    const counties: readonly [SubdistrictName, string, string][] = [
      ['杏桥街道', '澄塘区特困人员供养服务中心', '运营'],
      ['桑浦镇', '东漾区特困人员供养服务中心', '在建'],
      ['荻滩镇', '芦汀县特困人员供养服务中心', '运营'],
    ];
    for (const [n, [subdistrict, name, status]] of counties.entries()) {
      const site = this.ownGround(subdistrict, ['offices', 'vacant', 'works', 'wood', 'farm'], true);
      if (!site) continue;
      const beds = [240, 200, 180][n]!;
      this.add(site, name, {
        设施类型: TYPE.county,
        状态: status,
        '建筑面积(㎡)': beds * 38,
        '用地面积(㎡)': beds * [48, 70, 95][n]!,
        用地性质: '独立用地',
        床位数: beds,
        护理型床位数: Math.round(beds * [0.82, 0.9, 0.7][n]!),
        入住数: status === '运营' ? Math.round(beds * this.chance.between(0.6, 0.85)) : '',
        启用日期: status === '运营' ? this.day(2014, 2021) : '',
        取得方式: '其他',
        性质: '公办',
        公益性: '是',
      });
    }
  }

  others(): void {
    for (const [name, subdistrict] of [['云渚市老年大学', '鼓台街道']] as const) {
      const site = this.ownGround(subdistrict, ['offices', 'shops', 'school', 'park'], false);
      if (!site) continue;
      this.add(site, name, {
        设施类型: TYPE.other,
        状态: '运营',
        '建筑面积(㎡)': this.round(this.chance.between(2500, 6000), 10),
        启用日期: this.day(2010, 2020),
        取得方式: '其他',
        性质: '公办',
      });
    }
  }

  /** More stations where the list is still short of its number. */
  fillUp(count: number): void {
    const homes = this.world.residences.filter((one) => one.class !== 'new' && !one.rural);
    const missing = count - this.rows.length;
    if (missing < 0) throw new Error(`${this.rows.length} facilities, ${count} wanted`);
    for (const [n, host] of this.spread(homes, missing, 900).entries()) {
      this.add(siteInEstate(host, this.chance), `${this.short(host)}居家养老服务站`, {
        设施类型: TYPE.station,
        状态: n % 4 === 3 ? '规划' : '运营',
        '建筑面积(㎡)': this.round(this.chance.between(220, 640), 5),
        启用日期: n % 4 === 3 ? '' : this.day(2017, 2025),
        取得方式: this.chance.pick(['改造', '调剂']),
        性质: '公建民营',
        公益性: '是',
      });
    }
  }

  /** Homes far from one another and from what is already there for them; the distance shrinks until there are enough. */
  private spread(from: readonly Residence[], count: number, apartM: number): Residence[] {
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
  private whereMostNeeded(from: readonly Residence[], count: number, nearM: number): Residence[] {
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

  private gap(one: Residence, other: Residence): number {
    return distance(doorOf(one), doorOf(other));
  }

  /** A block of its own in a subdistrict, nearest to where its people live. */
  private ownGround(name: SubdistrictName, uses: readonly Use[], rural: boolean): Site | null {
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

  private add(site: Site, name: string, row: Omit<FacilityRow, 'site'>): void {
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

  private short({ name }: Residence): string {
    return name.replace(/片区$/, '');
  }

  private round(value: number, step: number): number {
    return Math.round(value / step) * step;
  }

  private day(from: number, to: number): string {
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
