import { expect, it } from 'vitest';
import type { StepName } from '../../src/state/step-name.ts';
import { textsFor } from '../../src/text/texts.ts';
import { stepText } from '../../src/ui/step-text.ts';

const STEPS: readonly (readonly [StepName, string, string])[] = [
  [
    { kind: 'set-field', table: 'facilities', name: '幸福里站', column: 'floor_area', from: 300, to: 600 },
    '幸福里站 建筑面积 300 → 600 m²',
    '幸福里站: Floor area 300 → 600 m²',
  ],
  [
    { kind: 'set-field', table: 'facilities', name: '幸福里站', column: 'status', from: 'open', to: undefined },
    '幸福里站 状态 运营 → 未知',
    '幸福里站: Status open → Unknown',
  ],
  [
    { kind: 'set-field', table: 'areas', name: '甲', column: 'name', from: '甲'.repeat(30), to: '乙'.repeat(30) },
    '修改甲的名称',
    '甲: change Name',
  ],
  [
    { kind: 'set-column', table: 'areas', column: 'class', to: 'built', records: 12 },
    '12 个居住区 类别（新建 / 已建成） → 已建成',
    '12 areas: Class (new / built) → built',
  ],
  [
    { kind: 'withdraw-edit', table: 'facilities', name: '幸福里站', field: 'floorAreaM2' },
    '收回方案改动：幸福里站 建筑面积',
    'Take back the scenario’s edit of 幸福里站, Floor area',
  ],
  [{ kind: 'close-facility', name: '幸福里站' }, '关闭 幸福里站', 'Close 幸福里站'],
  [{ kind: 'delete', table: 'areas', name: '甲', records: 1 }, '删除 甲', 'Delete 甲'],
  [{ kind: 'delete', table: 'areas', name: '甲', records: 3 }, '删除 甲 等 3 个居住区', 'Delete 3 areas (甲, …)'],
  [
    {
      kind: 'remedy',
      act: { kind: 'extend', facilities: [{ facility: 'F', addM2: 10, arrivesM2: 10, bookingShare: 1 }] },
      of: { kind: 'area', name: '甲' },
      names: { F: '幸福里站' },
    },
    '幸福里站扩建 10 m²',
    '10 m² more at 幸福里站',
  ],
  [
    {
      kind: 'remedy',
      act: { kind: 'new_facility', at: [120, 32], share: 1 },
      of: { kind: 'pool', name: 'P' },
      names: {},
    },
    '新设一处社区养老服务设施，服务圈覆盖可达 100%',
    'One more community facility would bring coverage to 100%',
  ],
];

it.each(STEPS)('%j', (step, chinese, english) => {
  expect(stepText(textsFor('zh-CN'), step)).toBe(chinese);
  expect(stepText(textsFor('en'), step)).toBe(english);
});
