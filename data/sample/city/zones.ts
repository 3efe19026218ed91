import { corridorOf } from './layout.ts';
import { holds, type Point } from './plane.ts';

/** What kind of town (or country) a place is in. */
export type Zone = 'old' | 'port' | 'mid' | 'new' | 'works' | 'rural';

export const SUBDISTRICTS = [
  { name: '鼓台街道', county: '澄塘区', communities: 11, rural: false },
  { name: '莲荡街道', county: '澄塘区', communities: 9, rural: false },
  { name: '杏桥街道', county: '澄塘区', communities: 10, rural: false },
  { name: '柏墩街道', county: '澄塘区', communities: 9, rural: false },
  { name: '西圩镇', county: '澄塘区', communities: 8, rural: true },
  { name: '新漾街道', county: '东漾区', communities: 7, rural: false },
  { name: '锦帆街道', county: '东漾区', communities: 8, rural: false },
  { name: '云港街道', county: '东漾区', communities: 5, rural: false },
  { name: '桑浦镇', county: '东漾区', communities: 6, rural: true },
  { name: '芦城街道', county: '芦汀县', communities: 9, rural: false },
  { name: '荻滩镇', county: '芦汀县', communities: 4, rural: true },
  { name: '白荡镇', county: '芦汀县', communities: 4, rural: true },
] as const;
export type Subdistrict = (typeof SUBDISTRICTS)[number];
export type SubdistrictName = Subdistrict['name'];

export const CITY = '云渚市';

/** The other coordinate of a strip's course at one coordinate, by straight lines between its points. */
function courseAt(points: readonly Point[], value: number, along: 0 | 1): number {
  const across = along === 0 ? 1 : 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    if ((a[along] - value) * (b[along] - value) > 0 || a[along] === b[along]) continue;
    return a[across] + ((b[across] - a[across]) * (value - a[along])) / (b[along] - a[along]);
  }
  const end =
    Math.abs(points[0]![along] - value) < Math.abs(points.at(-1)![along] - value) ? points[0]! : points.at(-1)!;
  return end[across];
}

const river = corridorOf('river').course;
const moat = corridorOf('moat').course.slice(1);
const eastCanal = corridorOf('eastCanal').course;
const westCanal = corridorOf('westCanal').course;
const railway = corridorOf('railway').course;
const ringExpressway = corridorOf('ringExpressway').course;
const eastExpressway = corridorOf('eastExpressway').course;
const southCanal = corridorOf('southCanal').course;
const southBranch = corridorOf('southBranch').course;

export function isSouthBank([x, y]: Point): boolean {
  return y < courseAt(river, x, 0);
}

/** Whether the town has grown out to a place: further along some ways out than along others. */
function isBuiltUp([x, y]: Point): boolean {
  const [dx, dy] = [(x - 250) / 4650, (y + 250) / 4050];
  const bearing = Math.atan2(dy, dx);
  return Math.hypot(dx, dy) < 1.0 + 0.07 * Math.sin(3 * bearing + 1) + 0.06 * Math.cos(7 * bearing);
}

export function zoneAt(at: Point): Zone {
  const zone = plannedZoneAt(at);
  return (zone === 'new' || zone === 'mid') && !isBuiltUp(at) ? 'rural' : zone;
}

function plannedZoneAt(at: Point): Zone {
  const [x, y] = at;
  const eastX = courseAt(eastCanal, y, 1);
  const expresswayX = courseAt(eastExpressway, y, 1);
  if (isSouthBank(at)) {
    if (y < courseAt(southCanal, x, 0) || x > expresswayX) return 'rural';
    if (x < courseAt(southBranch, y, 1)) return x > -3400 && y > -3420 ? 'new' : 'rural';
    return x > 300 && x < 3400 && y < -2850 ? 'mid' : 'new';
  }
  if (holds(moat, at)) return 'old';
  if (y > courseAt(ringExpressway, x, 0)) return 'rural';
  if (x > expresswayX)
    return x < 6650 && y > -2900 && y < 3200 ? (x < 5720 && y > 0 && y < 1150 ? 'new' : 'works') : 'rural';
  if (x < -4350) return x > -5580 && y > -1150 && y < 2500 ? 'works' : 'rural';
  if (y > courseAt(railway, x, 0)) return x < -2050 ? 'works' : 'new';
  if (x > eastX) return 'new';
  if (y < -950 && x > -1000 && x < 950) return 'port';
  return 'mid';
}

export function subdistrictAt(at: Point): SubdistrictName {
  const [x, y] = at;
  const expresswayX = courseAt(eastExpressway, y, 1);
  const railY = courseAt(railway, x, 0);
  const ringY = courseAt(ringExpressway, x, 0);
  if (isSouthBank(at)) {
    if (x < courseAt(southBranch, y, 1)) return '荻滩镇';
    return x < expresswayX && y > courseAt(southCanal, x, 0) ? '芦城街道' : '白荡镇';
  }
  if (x > courseAt(eastCanal, y, 1)) {
    if (y > ringY || (x > expresswayX && y > railY) || x > 6650) return '桑浦镇';
    if (x > expresswayX) return '云港街道';
    return y > 1100 ? '新漾街道' : '锦帆街道';
  }
  if (holds(moat, at) || (y < -950 && x > -1000 && x < 950)) return '鼓台街道';
  if (y > railY && x > courseAt(westCanal, y, 1)) return '柏墩街道';
  if (x < courseAt(westCanal, y, 1)) return '西圩镇';
  if (y > 1650) return '柏墩街道';
  return x < -100 ? '杏桥街道' : '莲荡街道';
}
