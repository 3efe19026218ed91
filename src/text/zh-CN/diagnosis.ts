import type { ReasonCode } from '../../core/checks/result.ts';

const state: Partial<Record<ReasonCode, string>> = {
  work_under_way: '正在建设',
  planned_only: '仍在规划',
  opens_later: '尚未启用',
};

/** Why an area or a pool falls short, and what would close the gap. Names come as links in the places given. */
export const diagnosis = {
  why: '为什么不够',
  how: '怎样补上',
  waiting: '正在分析原因和补法',
  separator: '、',
  and: '，并',
  self: '本区',
  selfPool: '本统筹组',
  state,
  cause: {
    nobodyNear: '步行走不到任何开放的设施',
    noneWithinCircle: (minutes: string) => `${minutes} 分钟服务圈内没有开放的设施`,
    nearest: (facility: string, metres: string, minutes: string, over: string) =>
      `最近的${facility}步行 ${metres} 米、${minutes} 分钟，超出 ${over} 米`,
    partly: (share: string) => `${share}的老人在服务圈外`,
    farthest: (facility: string, minutes: string, over: string) =>
      `其中最远的走到${facility}要 ${minutes} 分钟，超出 ${over} 分钟`,
    nothingBooked: (self: string) => `没有已开放的用房计入${self}`,
    unitTooSmall: (facilities: string, size: string, least: string) => `${facilities}单体 ${size} m²，不足 ${least} m²`,
    closed: (facility: string, since: string | null) =>
      `${facility}${since === null ? '已关闭' : `已于 ${since} 关闭`}`,
    suspended: (facility: string, since: string | null) =>
      `${facility}${since === null ? '已暂停' : `自 ${since} 起暂停`}`,
    leaseEnded: (facility: string, on: string) => `${facility}租约已于 ${on} 到期`,
    ended: (facility: string, on: string) => `${facility}可计入期已于 ${on} 结束`,
    underWay: (facility: string, stage: string) => `${facility}${stage}`,
    opening: (from: string) => `，预计 ${from} 启用`,
    openingMissed: (from: string) => `，原定 ${from} 启用，已过期`,
    wasM2: (m2: string) => `（可计 ${m2} m²）`,
    elsewhere: (facility: string, m2: string) => `${facility}在服务圈内，但其 ${m2} m²`,
    elsewhereUnknown: (facility: string) => `${facility}在服务圈内，但其用房`,
    toAreas: (areas: string) => `计入${areas}`,
    toPool: (pool: string) => `计入统筹组 ${pool}`,
    toNobody: (reason: string) => `没有计入任何居住区：${reason}`,
    moreAreas: (count: string) => `等 ${count} 个居住区`,
    notPublic: (facility: string) => `${facility}不是公益性设施，面积不计`,
    shared: (facility: string, whole: string, part: string, self: string) =>
      `${facility}共 ${whole} m²，${self}只分到 ${part} m²，其余`,
  },
  remedy: {
    extend: (facility: string, m2: string) => `${facility}扩建 ${m2} m²`,
    extendShared: (facility: string, m2: string, arrives: string, share: string) =>
      `${facility}扩建 ${m2} m²（按分摊规则，其中 ${share} 即 ${arrives} m² 计入）`,
    newSpace: (m2: string, metres: string, self: string) =>
      `在步行 ${metres} 米内新增一处 ${m2} m² 用房，指定服务${self}`,
    open: (facility: string) => `${facility}建成启用`,
    renewLease: (facility: string, on: string) => `续租${facility}（租约 ${on} 到期）`,
    renew: (facility: string, on: string) => `延长${facility}的使用期（${on} 到期）`,
    reopen: (facility: string) => `恢复${facility}运营`,
    pool: (areas: string) => `与${areas}统筹设置，现有用房合计即可满足`,
    poolAndBuild: (areas: string, m2: string, need: string) =>
      `与${areas}统筹设置，合建一处 ${m2} m²（合计需求 ${need} m²），`,
    newFacility: (share: string) => `新设一处社区养老服务设施，服务圈覆盖可达 ${share}，`,
    place: '看位置',
    outcome: {
      left: (m2: string) => `，之后仍缺 ${m2} m²`,
      leftShare: '，之后仍不达标',
    },
    none: '单靠一项措施补不上，需要几项并举。',
  },
};
