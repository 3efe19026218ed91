import { centres, dayCare, meals, mutualAid, others } from './centres.ts';
import type { Chance } from './chance.ts';
import { FacilityList, type World } from './facility-list.ts';
import type { FacilityRow } from './facility-row.ts';
import { institutions } from './institutions.ts';
import { estateRooms, fillUp, oldTownStations, poolRooms, servingStations } from './stations.ts';

const FACILITIES = 130;

/** All facilities: where a town would have them, and as incomplete as a real list. */
export function buildFacilities(world: World, chance: Chance): FacilityRow[] {
  const list = new FacilityList(world, chance);
  centres(list);
  poolRooms(list);
  estateRooms(list);
  servingStations(list);
  oldTownStations(list);
  dayCare(list);
  mutualAid(list);
  meals(list);
  institutions(list);
  others(list);
  fillUp(list, FACILITIES);
  return list.rows.map((row, i) => ({ ...row, 编号: `SS${String(i + 1).padStart(3, '0')}`, 电话: phone(row, i) }));
}

/** No area code and no exchange begins so: nobody is rung by mistake. */
function phone(row: FacilityRow, i: number): string {
  return row.状态 === '规划' || i % 9 === 4 ? '' : `0000-0000${String(1000 + i * 7).slice(-4)}`;
}
