import type { FacilityList } from './facility-list.ts';
import { TYPE } from './facility-row.ts';
import type { SubdistrictName } from './zones.ts';

export function institutions(list: FacilityList): void {
  const homes: readonly [SubdistrictName, string, number, '公办' | '公建民营' | '民办', string][] = [
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
  for (const [n, [subdistrict, name, beds, ownership, status]] of homes.entries()) {
    const site = list.ownGround(subdistrict, ['offices', 'park', 'vacant', 'shops', 'wood', 'farm'], true);
    if (!site) continue;
    const nursing = Math.round(beds * [0.85, 0.55, 0.5, 0.95, 0.4, 0.3, 0.7, 0.9, 0.35, 0.8, 0.92, 0.6, 0.2][n]!);
    list.add(site, name, {
      设施类型: name.endsWith('护理院')
        ? '护理院'
        : name.endsWith('敬老院')
          ? '敬老院'
          : name.endsWith('光荣院')
            ? '光荣院'
            : TYPE.institution,
      状态: status,
      '建筑面积(㎡)': beds * list.chance.whole(30, 42),
      '用地面积(㎡)': n === 9 ? '' : beds * list.chance.whole(28, 55),
      用地性质: '独立用地',
      床位数: beds,
      护理型床位数: n === 12 ? '' : nursing,
      入住数: status === '运营' ? Math.round(beds * list.chance.between(0.45, 0.93)) : '',
      启用日期: status === '在建' ? '' : list.day(2008, 2023),
      租期至: n === 4 ? '2025-02-28' : '',
      取得方式: n === 4 ? '租赁' : '其他',
      性质: ownership,
      等级: list.chance.pick(['二级', '三级', '四级', '']),
    });
  }
  const counties: readonly [SubdistrictName, string, string][] = [
    ['杏桥街道', '澄塘区特困人员供养服务中心', '运营'],
    ['桑浦镇', '东漾区特困人员供养服务中心', '在建'],
    ['荻滩镇', '芦汀县特困人员供养服务中心', '运营'],
  ];
  for (const [n, [subdistrict, name, status]] of counties.entries()) {
    const site = list.ownGround(subdistrict, ['offices', 'vacant', 'works', 'wood', 'farm'], true);
    if (!site) continue;
    const beds = [240, 200, 180][n]!;
    list.add(site, name, {
      设施类型: TYPE.county,
      状态: status,
      '建筑面积(㎡)': beds * 38,
      '用地面积(㎡)': beds * [48, 70, 95][n]!,
      用地性质: '独立用地',
      床位数: beds,
      护理型床位数: Math.round(beds * [0.82, 0.9, 0.7][n]!),
      入住数: status === '运营' ? Math.round(beds * list.chance.between(0.6, 0.85)) : '',
      启用日期: status === '运营' ? list.day(2014, 2021) : '',
      取得方式: '其他',
      性质: '公办',
      公益性: '是',
    });
  }
}
