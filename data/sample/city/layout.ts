import { arrange, type Stroke } from './arrangement.ts';
import type { Face, Line, Road } from './face.ts';
import { beside, smooth, toLine, type Point } from './plane.ts';

// The city's bones, drawn by hand: what a made-up town of the Yangtze delta might have grown along.

/** Half the extent of the whole, metres. */
export const EXTENT: Point = [8000, 7000];

export type CorridorId =
  | 'river'
  | 'moat'
  | 'eastCanal'
  | 'westCanal'
  | 'northCanal'
  | 'southGate'
  | 'eastMarket'
  | 'townCanal'
  | 'southCanal'
  | 'southBranch'
  | 'westDyke'
  | 'eastDyke'
  | 'ringExpressway'
  | 'eastExpressway'
  | 'railway';

/** Water, rails or an expressway: a strip that only some roads cross. */
export interface Corridor {
  readonly id: CorridorId;
  readonly kind: 'river' | 'canal' | 'expressway' | 'railway';
  readonly name: string;
  readonly widthM: number;
  readonly course: readonly Point[];
}

function corridor(
  id: CorridorId,
  kind: Corridor['kind'],
  name: string,
  widthM: number,
  points: readonly Point[],
): Corridor {
  return { id, kind, name, widthM, course: smooth(points, kind === 'river' ? 150 : 180) };
}

function ellipse([cx, cy]: Point, [rx, ry]: Point): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= 28; i++) {
    const turn = (i % 28) * ((2 * Math.PI) / 28);
    const wobble = 1 + 0.05 * Math.sin(3 * turn + 0.6) + 0.03 * Math.cos(5 * turn);
    points.push([cx + Math.cos(turn) * rx * wobble, cy + Math.sin(turn) * ry * wobble]);
  }
  return points;
}

/** The wider first: where two run into each other, the first one's banks stand. */
export const CORRIDORS: readonly Corridor[] = [
  corridor('river', 'river', '云水河', 170, [
    [-8000, -1500],
    [-5600, -1950],
    [-3600, -2550],
    [-1600, -2450],
    [400, -1950],
    [2500, -2250],
    [4500, -3000],
    [6400, -3250],
    [8000, -2900],
  ]),
  corridor('moat', 'canal', '城河', 34, ellipse([0, 0], [1080, 900])),
  corridor('eastCanal', 'canal', '东运河', 52, [
    [2420, -2200],
    [2330, -1000],
    [2480, 500],
    [2280, 2000],
    [2480, 3600],
    [2880, 5200],
    [2700, 7000],
  ]),
  corridor('westCanal', 'canal', '西漊河', 36, [
    [-3180, -2560],
    [-3120, -1000],
    [-2820, 600],
    [-3040, 2200],
    [-3420, 4200],
    [-3300, 7000],
  ]),
  corridor('northCanal', 'canal', '北横河', 28, [
    [-2960, 1760],
    [-1600, 1560],
    [0, 1720],
    [2310, 1640],
  ]),
  corridor('southGate', 'canal', '南门港', 28, [
    [330, -860],
    [260, -1400],
    [450, -1900],
  ]),
  corridor('eastMarket', 'canal', '东市河', 24, [
    [1060, 60],
    [1800, 260],
    [2450, 180],
  ]),
  corridor('townCanal', 'canal', '市心河', 16, [
    [-1040, -330],
    [-360, -450],
    [420, -340],
    [1000, -420],
  ]),
  corridor('southCanal', 'canal', '南横港', 30, [
    [-8000, -4750],
    [-4000, -4500],
    [-500, -4420],
    [2500, -4700],
    [5500, -5000],
    [8000, -4820],
  ]),
  corridor('southBranch', 'canal', '荻塘', 28, [
    [-1830, -2400],
    [-1900, -4460],
    [-2150, -7000],
  ]),
  corridor('westDyke', 'canal', '西圩港', 24, [
    [-5650, -1900],
    [-5500, 1500],
    [-5820, 4500],
    [-5600, 7000],
  ]),
  corridor('eastDyke', 'canal', '桑泾', 24, [
    [6620, -3260],
    [6740, -500],
    [6500, 2500],
    [6720, 7000],
  ]),
  corridor('ringExpressway', 'expressway', '北绕城快速路', 64, [
    [-8000, 4050],
    [-4000, 4330],
    [0, 4480],
    [4000, 4280],
    [8000, 4480],
  ]),
  corridor('eastExpressway', 'expressway', '东绕城高速', 64, [
    [4480, 7000],
    [4640, 4280],
    [4760, 1500],
    [4700, -1500],
    [4860, -3050],
    [4800, -7000],
  ]),
  corridor('railway', 'railway', '云渚铁路', 44, [
    [-8000, 2650],
    [-4500, 3000],
    [0, 3260],
    [4500, 3060],
    [8000, 3320],
  ]),
];

export function corridorOf(id: CorridorId): Corridor {
  return CORRIDORS.find((one) => one.id === id)!;
}

/** Which strips a place lies in. */
export function stripsAt(at: Point, slackM = 1): Corridor[] {
  return CORRIDORS.filter(({ course, widthM }) => toLine(at, course) < widthM / 2 - slackM);
}

export function isWater({ kind }: Corridor): boolean {
  return kind === 'river' || kind === 'canal';
}

interface MainRoad {
  readonly name: string;
  readonly road: Road;
  readonly points: readonly Point[];
  /** What it crosses; everything else stops it. */
  readonly crosses: readonly CorridorId[];
}

const ALL_NORTH: readonly CorridorId[] = ['railway', 'ringExpressway'];

const MAIN_ROADS: readonly MainRoad[] = [
  // North to south
  main(
    '西环路',
    'primary',
    ['river', 'southCanal', ...ALL_NORTH],
    [
      [-4250, 7000],
      [-4380, 4330],
      [-4300, 1000],
      [-4420, -2300],
      [-4300, -4500],
      [-4450, -7000],
    ],
  ),
  main(
    '杏桥路',
    'secondary',
    ['northCanal', ...ALL_NORTH],
    [
      [-2150, 5700],
      [-2050, 3100],
      [-1950, 600],
      [-2050, -2520],
    ],
  ),
  main(
    '鼓台路',
    'primary',
    ['moat', 'townCanal', 'northCanal', 'river', 'southCanal', ...ALL_NORTH],
    [
      [150, 7000],
      [60, 4480],
      [120, 1700],
      [-60, 0],
      [-160, -1200],
      [-220, -2050],
      [-120, -4430],
      [-250, -7000],
    ],
  ),
  main(
    '莲荡路',
    'secondary',
    ['eastMarket', 'northCanal', 'railway', 'ringExpressway'],
    [
      [1500, 5700],
      [1420, 3150],
      [1500, 1650],
      [1440, -2050],
    ],
  ),
  main(
    '云东大道',
    'primary',
    ['river', 'southCanal', ...ALL_NORTH],
    [
      [3600, 7000],
      [3520, 4290],
      [3560, 1000],
      [3480, -2600],
      [3380, -4800],
      [3500, -7000],
    ],
  ),
  main(
    '港城路',
    'secondary',
    ['railway', 'ringExpressway'],
    [
      [5750, 5700],
      [5680, 1100],
      [5720, -3150],
    ],
  ),
  main(
    '东桑路',
    'tertiary',
    ['ringExpressway', 'railway'],
    [
      [7350, 7000],
      [7250, 3200],
      [7400, -3050],
    ],
  ),
  main(
    '西圩路',
    'tertiary',
    ['railway', 'ringExpressway'],
    [
      [-6900, 7000],
      [-6750, 2700],
      [-6850, -1700],
    ],
  ),
  main(
    '荻滩路',
    'tertiary',
    ['southCanal'],
    [
      [-6350, -1900],
      [-6200, -4600],
      [-6350, -7000],
    ],
  ),
  main(
    '芦城路',
    'secondary',
    ['southCanal'],
    [
      [1560, -2050],
      [1500, -4550],
      [1600, -7000],
    ],
  ),
  main(
    '白荡路',
    'tertiary',
    ['southCanal'],
    [
      [6300, -3250],
      [6250, -5000],
      [6450, -7000],
    ],
  ),
  main(
    '西河路',
    'secondary',
    ['railway'],
    [
      [-3560, 4300],
      [-3500, 2000],
      [-3640, -2600],
    ],
  ),
  main(
    '新漾路',
    'tertiary',
    ['railway'],
    [
      [2960, 4300],
      [2920, 1500],
      [2900, -2350],
    ],
  ),
  main(
    '锦帆路',
    'tertiary',
    ['railway'],
    [
      [4150, 4300],
      [4160, 1500],
      [4120, -2850],
    ],
  ),
  // West to east
  main(
    '北环路',
    'tertiary',
    ['westDyke', 'westCanal', 'eastCanal', 'eastExpressway', 'eastDyke'],
    [
      [-8000, 5600],
      [-3300, 5750],
      [0, 5650],
      [4500, 5760],
      [8000, 5650],
    ],
  ),
  main(
    '站前路',
    'primary',
    ['westCanal', 'eastCanal', 'eastExpressway', 'eastDyke', 'westDyke'],
    [
      [-8000, 2150],
      [-4300, 2550],
      [0, 2820],
      [4600, 2620],
      [8000, 2820],
    ],
  ),
  main(
    '柏墩路',
    'secondary',
    [],
    [
      [-3030, 2120],
      [0, 2240],
      [2300, 2150],
    ],
  ),
  main(
    '城北路',
    'tertiary',
    [],
    [
      [-2880, 1120],
      [-1500, 1090],
      [0, 1230],
      [1400, 1120],
      [2420, 1080],
    ],
  ),
  main(
    '莲荡北路',
    'secondary',
    ['eastCanal', 'eastExpressway'],
    [
      [1490, 1120],
      [2420, 1090],
      [4750, 1160],
      [6590, 1120],
    ],
  ),
  main(
    '云渚大道',
    'primary',
    ['westDyke', 'westCanal', 'moat', 'eastCanal', 'eastExpressway', 'eastDyke'],
    [
      [-8000, -250],
      [-4300, -60],
      [-1100, -130],
      [0, 30],
      [1080, -150],
      [2400, -180],
      [4740, -80],
      [8000, -200],
    ],
  ),
  main(
    '南埠路',
    'secondary',
    ['westCanal', 'southGate'],
    [
      [-4340, -1150],
      [-2000, -1220],
      [0, -1330],
      [1440, -1280],
      [2340, -1260],
    ],
  ),
  main(
    '锦帆南路',
    'secondary',
    ['eastExpressway'],
    [
      [2340, -1180],
      [3500, -1220],
      [4710, -1300],
      [6690, -1250],
    ],
  ),
  main(
    '芦城大道',
    'primary',
    ['southBranch', 'eastExpressway'],
    [
      [-8000, -3300],
      [-4300, -3420],
      [-1860, -3380],
      [0, -3250],
      [1530, -3300],
      [3430, -3500],
      [6300, -3950],
      [8000, -3900],
    ],
  ),
  main(
    '芦南路',
    'tertiary',
    ['southBranch', 'eastExpressway'],
    [
      [-8000, -5900],
      [-2030, -5750],
      [1550, -5700],
      [4800, -5900],
      [8000, -5800],
    ],
  ),
];

function main(name: string, road: Road, crosses: readonly CorridorId[], points: readonly Point[]): MainRoad {
  return { name, road, crosses, points: smooth(points, 260) };
}

/** What runs on the banks and along the fences. */
function bankLine({ id, kind, name }: Corridor, left: boolean, [x, y]: Point): Line {
  const inTown = x > -4350 && x < 4700 && y > -4450 && y < 4250;
  if (kind === 'railway' || kind === 'expressway') return { road: null };
  if (id === 'moat') return left ? { road: 'footway', name: '城河步道' } : { road: 'tertiary', name: '环城路' };
  if (id === 'river') {
    if (!inTown) return { road: null };
    return left ? { road: 'tertiary', name: '滨河北路' } : { road: 'footway', name: '滨河步道' };
  }
  if (id === 'townCanal') return { road: 'pedestrian', name: left ? '市心河北岸' : '市心河南岸' };
  if (!inTown) return left ? { road: 'track' } : { road: null };
  return left ? { road: 'residential', name: `${name}路` } : { road: 'footway', name: `${name}步道` };
}

const NOTHING: Line = { road: null };

/** The ground between the bones: land, and the pieces of the strips. */
export function layOut(): Face[] {
  const [ex, ey] = EXTENT;
  const frame: Point[] = [
    [-ex, -ey],
    [ex, -ey],
    [ex, ey],
    [-ex, ey],
    [-ex, -ey],
  ];
  const banks = new Map<Stroke, { corridor: Corridor; left: boolean }>();
  const roads = new Map<Stroke, MainRoad>();
  const strokes: Stroke[] = [{ points: frame, line: NOTHING }];
  for (const one of CORRIDORS) {
    for (const left of [true, false]) {
      const points = beside(one.course, (left ? 1 : -1) * (one.widthM / 2));
      const stroke = { points: points.map(onFrame), line: NOTHING };
      banks.set(stroke, { corridor: one, left });
      strokes.push(stroke);
    }
  }
  strokes.push({ points: corridorOf('river').course, line: NOTHING });
  for (const one of MAIN_ROADS) {
    const stroke = { points: one.points, line: { road: one.road, name: one.name } };
    roads.set(stroke, one);
    strokes.push(stroke);
  }
  return arrange(strokes, (middle, line, stroke) => {
    const strips = stripsAt(middle);
    const bank = banks.get(stroke);
    if (bank) {
      // Water that runs into wider water has no banks there; what crosses it keeps its edges, but nobody walks on them.
      const wider = strips.filter((one) => CORRIDORS.indexOf(one) < CORRIDORS.indexOf(bank.corridor));
      if (isWater(bank.corridor) && wider.some(isWater)) return undefined;
      if (strips.some((one) => one !== bank.corridor)) return NOTHING;
      return bankLine(bank.corridor, bank.left, middle);
    }
    const road = roads.get(stroke);
    if (!road || strips.length === 0) return line;
    if (strips.some(({ id }) => !road.crosses.includes(id))) return undefined;
    return { ...line, over: strips.some(({ kind }) => kind !== 'railway') ? 'bridge' : 'tunnel' };
  });
}

/** Ends at the frame stay on it. */
function onFrame([x, y]: Point): Point {
  const [ex, ey] = EXTENT;
  return [
    Math.abs(Math.abs(x) - ex) < 60 ? Math.sign(x) * ex : x,
    Math.abs(Math.abs(y) - ey) < 60 ? Math.sign(y) * ey : y,
  ];
}
