import type { StreetEditCause, StreetEditKind } from '../../core/plan/plan.ts';

const kind: Record<StreetEditKind, string> = { barrier: '步行障碍', link: '连接通道' };
const cause: Record<StreetEditCause, string> = {
  wall: '围墙',
  canal: '河道',
  expressway: '快速路',
  gate: '出入口',
  footbridge: '人行天桥',
  other: '其他',
};
export const streetEdits = {
  kind,
  cause,
  title: '路网修改',
  kindLabel: '类型',
  kindNote: { barrier: '步行不能穿过这条线', link: '可沿这条线步行，两端接到街道' } satisfies Record<
    StreetEditKind,
    string
  >,
  causeLabel: '原因',
  nameLabel: '名称',
  length: '长度',
  metres: (metres: string) => `${metres} m`,
  /** What a step did to it: `name` is its own name, or its kind and cause. */
  step: {
    add: (name: string) => `新增${name}`,
    remove: (name: string) => `删除${name}`,
    change: (name: string) => `修改${name}`,
  },
  named: (name: string) => `“${name}”`,
  unnamed: (kindText: string, causeText: string) => `${kindText}（${causeText}）`,
};
