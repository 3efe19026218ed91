import type { FacilityList } from './facility-list.ts';
import { TYPE } from './facility-row.ts';
import { siteInEstate } from './places.ts';

/** Most pools have their rooms, some open, some on the way; four have none yet. */
export function poolRooms(list: FacilityList): void {
  for (const [n, [pool, members]] of [...list.world.pools].entries()) {
    if (n % 4 === 3) continue;
    const households = members.reduce((sum, one) => sum + one.households, 0);
    const need = households * 0.3;
    const host = members[0]!;
    const size = n % 4 === 2 ? need * 0.72 : Math.max(610, need * list.chance.between(1, 1.15));
    const status = n % 4 === 1 ? '在建' : '运营';
    list.add(siteInEstate(host, list.chance), `${host.name}养老服务站`, {
      设施类型: TYPE.station,
      状态: status,
      '建筑面积(㎡)': list.round(size, 5),
      启用日期: status === '运营' ? list.day(2023, 2026) : '',
      取得方式: '配建',
      统筹组: pool,
      性质: list.chance.pick(['公办', '公建民营']),
      公益性: '是',
      依据材料: '土地出让合同附件（规划条件）',
    });
    for (const member of members) list.served.add(member);
  }
}

/** Rooms that came with new housing: some large enough, some too small, two in one building, some not handed over. */
export function estateRooms(list: FacilityList): void {
  const estates = list.chance
    .shuffled(list.world.residences)
    .filter((one) => one.class === 'new' && one.pool === undefined)
    .sort((a, b) => b.households - a.households);
  for (const [n, estate] of estates.slice(0, 20).entries()) {
    const need = estate.households * 0.3;
    const share = [1.06, 1.02, 0.7, 1.1, 0.55][n % 5]!;
    const size = list.round(Math.max(n % 5 === 4 ? 280 : 605, need * share), 5);
    const status = n % 5 === 3 ? '在建' : n % 7 === 6 ? '规划' : '运营';
    const row = {
      设施类型: n % 3 === 2 ? TYPE.dayCare : TYPE.station,
      状态: status,
      '建筑面积(㎡)': size,
      启用日期: status === '运营' ? list.day(2022, 2026) : '',
      取得方式: '配建',
      性质: '公办',
      公益性: '是',
      依据材料: '规划条件、移交协议',
    };
    const site = siteInEstate(estate, list.chance);
    if (n === 5 || n === 11) {
      // Two rooms in one building are one unit.
      const first = list.round(size * 0.55, 5);
      list.add(site, `${estate.name}养老服务站`, {
        ...row,
        '建筑面积(㎡)': first,
        楼栋: `${estate.name}3号楼`,
        楼层: '一层',
      });
      list.add(site, `${estate.name}日间照料中心`, {
        ...row,
        设施类型: TYPE.dayCare,
        '建筑面积(㎡)': size - first,
        楼栋: `${estate.name}3号楼`,
        楼层: '二层',
      });
    } else list.add(site, `${estate.name}${n % 3 === 2 ? '日间照料中心' : '养老服务站'}`, row);
    list.served.add(estate);
  }
}

/** Stations whose space is assigned by name, with and without square metres. */
export function servingStations(list: FacilityList): void {
  const homes = list.world.residences.filter(
    (one) => one.class !== 'new' && !one.rural && !one.hides.has('households'),
  );
  const hosts = list.spread(
    homes.filter((one) => !list.served.has(one)),
    11,
    900,
  );
  for (const [n, host] of hosts.entries()) {
    const near = homes
      .filter((one) => one !== host && list.gap(one, host) < 420 && !list.served.has(one))
      .sort((a, b) => list.gap(a, host) - list.gap(b, host))
      .slice(0, 1 + (n % 3));
    const group = [host, ...near];
    const need = group.reduce((sum, one) => sum + one.households * 0.2, 0);
    const size = list.round(need * list.chance.between(0.85, 1.35), 5);
    // A third says how much goes where; one of them leaves a few metres unassigned.
    const stated = group.map(
      (one) => `${one.id}:${Math.floor((size * one.households * 0.2) / need / 5) * 5 - (n === 1 ? 20 : 0)}`,
    );
    const serves =
      n % 3 === 1 ? (n === 1 ? stated : [...stated.slice(0, -1), group.at(-1)!.id]) : group.map(({ id }) => id);
    list.add(siteInEstate(host, list.chance), `${list.short(host)}社区居家养老服务站`, {
      设施类型: TYPE.station,
      状态: n % 5 === 4 ? '在建' : '运营',
      '建筑面积(㎡)': size,
      启用日期: n % 5 === 4 ? '' : list.day(2018, 2024),
      租期至: n % 4 === 3 ? '2027-06-30' : '',
      取得方式: n % 4 === 3 ? '租赁' : list.chance.pick(['回购', '调剂']),
      服务小区: serves.join(';'),
      性质: '公建民营',
      公益性: '是',
      依据材料: '服务协议',
    });
    for (const one of group) list.served.add(one);
  }
}

/** Rented, converted and handed-over rooms in the built town, shared by whoever walks to them. */
export function oldTownStations(list: FacilityList): void {
  const homes = list.world.residences.filter((one) => one.class !== 'new' && !one.rural);
  const hosts = list.whereMostNeeded(homes, 23, 480);
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
    list.add(siteInEstate(host, list.chance), `${list.short(host)}社区养老服务站`, {
      设施类型: TYPE.station,
      状态: n % 19 === 8 ? '暂停' : n % 11 === 7 ? '关闭' : n % 7 === 5 ? '' : n % 17 === 3 ? '在建' : '运营',
      '建筑面积(㎡)': n % 14 === 9 ? '' : list.round(list.chance.between(420, 1500), 5),
      启用日期: n % 10 === 6 ? '' : n % 17 === 3 ? '' : list.day(2016, 2022),
      租期至: lease ? ends[Math.floor(n / 2) % ends.length]! : n % 11 === 7 ? '2024-10-31' : '',
      取得方式: how,
      性质: list.chance.pick(['公办', '公建民营', '公建民营', '民办']),
      公益性: '是',
      楼层: list.chance.pick(['一层', '一层', '一至二层', '二层']),
      依据材料: lease ? '房屋租赁合同' : '',
    });
  }
}

/** More stations where the list is still short of its number. */
export function fillUp(list: FacilityList, count: number): void {
  const homes = list.world.residences.filter((one) => one.class !== 'new' && !one.rural);
  const missing = count - list.rows.length;
  if (missing < 0) throw new Error(`${list.rows.length} facilities, ${count} wanted`);
  for (const [n, host] of list.spread(homes, missing, 900).entries()) {
    list.add(siteInEstate(host, list.chance), `${list.short(host)}居家养老服务站`, {
      设施类型: TYPE.station,
      状态: n % 4 === 3 ? '规划' : '运营',
      '建筑面积(㎡)': list.round(list.chance.between(220, 640), 5),
      启用日期: n % 4 === 3 ? '' : list.day(2017, 2025),
      取得方式: list.chance.pick(['改造', '调剂']),
      性质: '公建民营',
      公益性: '是',
    });
  }
}
