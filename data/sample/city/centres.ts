import type { FacilityList } from './facility-list.ts';
import { TYPE } from './facility-row.ts';
import { siteInEstate } from './places.ts';
import { SUBDISTRICTS } from './zones.ts';

/** One centre in nearly every subdistrict; one is being built, one only planned. */
export function centres(list: FacilityList): void {
  for (const { name, rural } of SUBDISTRICTS) {
    if (name === '白荡镇') continue;
    const site = list.ownGround(name, ['offices', 'shops', 'vacant'], rural);
    if (!site) continue;
    const status = name === '锦帆街道' ? '在建' : name === '云港街道' ? '规划' : '运营';
    list.add(site, `${name.slice(0, -2)}${rural ? '镇' : '街道'}综合养老服务中心`.replace('镇镇', '镇'), {
      设施类型: rural ? TYPE.townCentre : TYPE.centre,
      状态: status,
      '建筑面积(㎡)': list.round(list.chance.between(rural ? 1500 : 3000, rural ? 2600 : 5400), 10),
      '用地面积(㎡)': list.round(list.chance.between(1600, 4200), 10),
      用地性质: '独立用地',
      床位数: 30,
      护理型床位数: 24,
      入住数: status === '运营' ? list.chance.whole(11, 29) : '',
      启用日期: status === '运营' ? list.day(2019, 2023) : '',
      取得方式: '调剂',
      性质: '公建民营',
      公益性: '是',
      等级: status === '运营' ? list.chance.pick(['三级', '四级', '']) : '',
    });
  }
}

export function dayCare(list: FacilityList): void {
  const homes = list.world.residences.filter((one) => one.class !== 'new' && !one.rural);
  for (const [n, host] of list.whereMostNeeded(homes, 12, 480).entries()) {
    list.add(siteInEstate(host, list.chance), `${list.short(host)}日间照料中心`, {
      设施类型: TYPE.dayCare,
      状态: n === 4 ? '规划' : n === 8 ? '停用' : '运营',
      '建筑面积(㎡)': list.round(list.chance.between(560, 1500), 5),
      启用日期: n === 4 ? '' : list.day(2017, 2024),
      租期至: n === 2 ? '2025-12-31' : n === 8 ? '2025-03-31' : '',
      取得方式: n === 2 ? '租赁' : list.chance.pick(['改造', '调剂', '回购']),
      性质: list.chance.pick(['公建民营', '民办']),
      公益性: n === 6 ? '否' : '是',
    });
  }
}

export function mutualAid(list: FacilityList): void {
  const villages = list.world.residences.filter(({ rural }) => rural);
  for (const [n, host] of list.spread(villages, 16, 900).entries()) {
    list.add(siteInEstate(host, list.chance), `${host.name}幸福院`, {
      设施类型: TYPE.mutualAid,
      状态: n === 3 ? '' : n === 7 ? '暂停' : '运营',
      '建筑面积(㎡)': list.round(list.chance.between(110, 360), 5),
      '用地面积(㎡)': n % 3 === 0 ? list.round(list.chance.between(300, 800), 10) : '',
      用地性质: n % 3 === 0 ? '独立用地' : '',
      启用日期: n === 5 ? '' : list.day(2015, 2023),
      取得方式: '改造',
      性质: '公办',
      公益性: '是',
    });
  }
  const quarters = list.world.residences.filter(({ zone }) => zone === 'old');
  for (const host of list.spread(quarters, 2, 500)) {
    list.add(siteInEstate(host, list.chance), `${list.short(host)}睦邻点`, {
      设施类型: TYPE.neighbours,
      状态: '运营',
      '建筑面积(㎡)': list.round(list.chance.between(80, 190), 5),
      启用日期: list.day(2020, 2024),
      取得方式: '调剂',
      性质: '公办',
      公益性: '是',
    });
  }
}

export function meals(list: FacilityList): void {
  const homes = list.world.residences.filter(({ rural }) => !rural);
  for (const [n, host] of list.spread(homes, 5, 1300).entries()) {
    list.add(siteInEstate(host, list.chance), `${list.short(host)}长者食堂`, {
      设施类型: TYPE.meal,
      状态: n === 5 ? '' : '运营',
      '建筑面积(㎡)': list.round(list.chance.between(90, 260), 5),
      启用日期: list.day(2021, 2025),
      租期至: n % 2 === 0 ? '2026-08-31' : '',
      取得方式: n % 2 === 0 ? '租赁' : '改造',
      性质: list.chance.pick(['民办', '公建民营']),
    });
  }
}

export function others(list: FacilityList): void {
  for (const [name, subdistrict] of [['云渚市老年大学', '鼓台街道']] as const) {
    const site = list.ownGround(subdistrict, ['offices', 'shops', 'school', 'park'], false);
    if (!site) continue;
    list.add(site, name, {
      设施类型: TYPE.other,
      状态: '运营',
      '建筑面积(㎡)': list.round(list.chance.between(2500, 6000), 10),
      启用日期: list.day(2010, 2020),
      取得方式: '其他',
      性质: '公办',
    });
  }
}
