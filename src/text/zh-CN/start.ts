import type { InputRole } from '../../core/issue.ts';

const roleHelp: Record<InputRole, string> = {
  areas: '编号、类别（新建或已建成）、户数、常住人口、老年人口；面、点或无位置均可',
  facilities: '类型、建筑面积、用地面积、床位、状态、取得方式、服务小区；点或面',
  units: '市、区县、街道、社区的名称与人口；可选',
  population: '老年人口格网（中心点或 GeoTIFF 栅格）；可选，用于服务圈内人口加权',
  streets: 'OpenStreetMap 数据（.osm.pbf、.osm、.osm.gz）或 GeoJSON 线；可选，用于真实步行距离',
  candidates: '编号、类型（闲置用房或空闲地块）、原用途、建筑面积、用地面积、权属、费用；点或面；可选，用于选址',
};

export const start = {
  heading: '每个居住区，都有该有的养老用房和 15 分钟服务圈吗？',
  lead: '拖入居住区和养老设施表，逐条对照标准核查：缺多少、逾期多久、为什么，地图和清单一起给出。',
  dropTitle: '把文件拖到这里',
  dropHint:
    'Excel、CSV、Shapefile、GeoPackage、GeoJSON、KML、OpenStreetMap、项目文件（.yiquan）等，可一次拖入多个；列名、编码、坐标系不一致时会逐项核对',
  choose: '选择文件',
  dropAnywhere: '松开鼠标即可打开',
  whatTitle: '可以放入的表',
  required: '必需',
  optional: '可选',
  recommended: '建议',
  roleHelp,
  template: '空白模板',
  privacyTitle: '数据不离开这台电脑',
  privacy: '全部计算在浏览器内完成，不上传、不联网，也没有底图请求。',
  files: {
    title: '已打开的文件',
    pendingTitle: '等待核对的文件',
    pendingHelp: '这些文件还没有导入。核对后再导入，原文件不会改动。',
    rows: (rows: string) => `${rows} 行`,
    issues: (count: string) => `${count} 条问题`,
    remove: (file: string) => `移除 ${file}`,
    discard: (file: string) => `不再读取 ${file}`,
    streets: (km: string, components: string) => `${km} 千米，${components} 个连通片`,
    more: (count: string) => `另有 ${count} 条`,
  },
  crs: {
    'EPSG:4326': 'WGS84 经纬度',
    'EPSG:4490': 'CGCS2000 经纬度',
    'GCJ-02': 'GCJ-02（高德、腾讯）',
    'BD-09': 'BD-09（百度）',
    withZone: (code: string, zone: string) => `${code}（CGCS2000 3 度带第 ${zone} 带，带号在坐标内）`,
    withMeridian: (code: string, degrees: string) => `${code}（CGCS2000 3 度带，中央经线 ${degrees}°）`,
  },
};
