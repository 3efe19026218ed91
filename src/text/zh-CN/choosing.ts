export const choosing = {
  several: '多选',
  severalHelp: '多选：点一下选入，再点一下取消。不开多选时，按住 Shift 或 Ctrl 再点。',
  allListed: '选入清单中的全部居住区',
  choose: (name: string) => `选入 ${name}`,
  chooseListed: (count: string) => `选入清单中的 ${count} 个居住区`,
  label: '已选的各项',
  areas: (count: string) => `已选 ${count} 个居住区`,
  facilities: (count: string) => `已选 ${count} 处设施`,
  none: '逐个点选居住区或设施',
  clear: '取消已选',
};
