import type { PlaceRefusal } from '../../core/plan/place-refusal.ts';

const kind = {
  facilities: '养老服务设施',
  areas: '居住区',
  candidates: '备选场地',
  parcels: '规划养老用地',
  streetEdits: '路网修改',
};
const refused: Record<PlaceRefusal, string> = {
  record_unknown: '这一项已经不在数据里了。',
  not_located: '这一项还没有位置，不能移动。',
  outside_world: '位置超出了经纬度范围，请画在地图以内。',
  too_few_positions: '点太少：面至少要 3 个不同的点，线至少要 2 个。',
  self_intersecting: '边线自相交，没有采用。请移动或删除交叉处的顶点。',
};

export const mapTools = {
  label: '绘图工具',
  kind,
  refused,
  tool: {
    select: '选择',
    facility: '新增设施',
    area: '画居住区',
    candidate: '新增备选场地',
    parcel: '画规划养老用地',
    barrier: '画步行障碍',
    link: '画连接通道',
    shape: '编辑形状',
  },
  hint: {
    facility: '点一下地图，放置设施',
    candidate: '点一下地图，放置备选场地',
    polygonFirst: '沿边界逐点单击，吸附到相邻边界',
    polygonNext: '继续单击加点，再点两处即可围成面',
    polygonLast: '双击或点起点完成',
    barrierFirst: '沿围墙、河道等逐点单击',
    linkFirst: '从路上起点单击，吸附到路网',
    lineNext: '继续单击加点，双击完成',
    shape: '拖顶点改形，点边中点加点，右键或长按删点，拖内部整体移动',
    keys: '键盘：方向键移动地图，空格落点，Enter 完成',
  },
  finish: '完成',
  leave: '退出',
  corners: (count: string) => `${count} 个点`,
  handle: (name: string) => `${name}：拖动可移动；聚焦后方向键每次 10 m，Shift 加方向键每次 100 m`,
  held: (step: string) => `${step}（试算中）`,
  heldHelp: '松开或按 Enter 移到这里，Esc 放回原处',
  metres: (metres: string) => `${metres} m`,
  step: {
    add: (what: string, name: string) => `新增${what} ${name}`,
    reshape: (name: string) => `修改 ${name} 的形状`,
    move: (name: string, metres: string) => `移动 ${name} ${metres} m`,
  },
};
