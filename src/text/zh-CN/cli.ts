import type { StandardStatus } from '../../core/standards/standard.ts';
import type { Severity } from '../../core/issue.ts';
import type { ProgressStage } from '../../core/progress.ts';

const status: Record<StandardStatus, string> = { draft: '征求意见稿', in_force: '现行有效', superseded: '已废止' };
const severity: Record<Severity, string> = { error: '错误', warning: '警告', info: '提示' };
const stage: Record<ProgressStage, string> = {
  reading: '读取',
  origins: '布置步行起点',
  reach: '计算步行可达',
  catchments: '划分服务范围',
  booking: '分配用房面积',
  judging: '逐条核查',
  solving: '求解',
  comparing: '逐项比较',
  spreading: '分摊人口',
  units: '汇总单元',
  years: '逐年核查',
  writing: '写出',
};

/** What the command line says. */
export const cli = {
  status,
  severity,
  stage,
  usage: `yiquan（颐圈）：每个居住区都有该有的养老用房和 15 分钟养老服务圈吗？

  yiquan audit          按标准核查居住区
  yiquan accessibility  供需比：共用设施的老年人人均床位或建筑面积
  yiquan reach          沿街道从点到点的步行分钟数
  yiquan isochrone      若干分钟内能步行到达的范围
  yiquan convert        把数据表转存为 GeoJSON、CSV、XLSX、GeoPackage 或 Shapefile，可换坐标系
  yiquan standards      列出、查看或检查标准

  yiquan <命令> --help   某个命令的用法
  yiquan --version       版本

每个命令都可加 --lang zh-CN|en（不加则看 LANG）。
退出码：0 完成；1 程序出错；2 输入无法使用，或选项有误。`,
  auditUsage: `yiquan audit --areas F [选项]
yiquan audit --project F [--scenario S] [选项]

  --areas F          居住区：GeoJSON 或 CSV（必需）
  --facilities F     养老服务设施
  --units F          行政单元
  --streets F        街道：.osm.pbf、.osm、.osm.gz 或 GeoJSON 线；不写则步行距离按直线估算
  --population F     人口格网
  --project F        项目文件（.yiquan），代替以上各项：街道、标准、基准日和设置都用文件里的，
                     除非下面的选项另行给出
  --scenario S       采用项目中的哪个方案，写名称或编号；baseline 表示现状（默认为项目当前显示的）
  --standards S      标准的编号，或一个标准文件（默认 nantong-draft-2023）
  --as-of DATE       基准日，YYYY-MM-DD（默认今天）
  --speed KM_H       步行速度，公里/小时（默认 3）
  --minutes N        服务圈分钟数（默认按标准）
  --set KEY=VALUE    方法的一项设置；可多次
  --crs INPUT=CRS    某个输入的坐标系，如 facilities=GCJ-02、areas=EPSG:4528；可多次
  --layer INPUT=NAME        含多个工作表或图层时采用哪一个，如 areas=Sheet2；可多次
  --header-row INPUT=N      表头在工作表或 CSV 的第几行，如 areas=3；可多次
  --encoding INPUT=NAME     CSV、DBF 或 Shapefile 的文字编码，如 areas=GBK；可多次
  --out FILE         .json、.geojson 或 .csv；不写则 JSON 输出到标准输出
  --strict           只要有“错误”级的问题就以退出码 2 结束，不写出结果
  --lang LANGUAGE    zh-CN 或 en

设置项、默认值与可取的值：`,
  accessibilityUsage: `yiquan accessibility --areas F --facilities F [选项]

  --areas F          居住区：GeoJSON 或 CSV（必需）
  --facilities F     养老服务设施
  --units F          行政单元
  --streets F        街道：.osm.pbf、.osm、.osm.gz 或 GeoJSON 线；不写则步行距离按直线估算
  --population F     人口格网
  --supply S         供给：beds 床位、nursing_beds 护理型床位（均指养老机构），或 floor_area 计入的建筑面积；默认 beds
  --demand D         需求：elders 老年人口，或 elders_80 80 岁及以上人口；默认 elders
  --minutes N        共用一处设施的最长步行时间，含上限（默认 15）
  --decay D          距离衰减：none 无；gaussian 高斯；zones 等宽三级（权重 1、0.68、0.22）；或“分钟:权重”，
                     如 5:1,10:0.68,15:0.22（默认 none）
  --as-of DATE       基准日，当日运营的设施才计入，YYYY-MM-DD（默认今天）
  --speed KM_H       步行速度，公里/小时（默认 3）
  --set KEY=VALUE    方法的一项设置，同 yiquan audit；可多次
  --crs INPUT=CRS    某个输入的坐标系，如 facilities=GCJ-02、areas=EPSG:4528；可多次
  --layer INPUT=NAME        含多个工作表或图层时采用哪一个，如 areas=Sheet2；可多次
  --header-row INPUT=N      表头在工作表或 CSV 的第几行，如 areas=3；可多次
  --encoding INPUT=NAME     CSV、DBF 或 Shapefile 的文字编码，如 areas=GBK；可多次
  --out FILE         .json 或 .csv；不写则 JSON 输出到标准输出
  --strict           只要有“错误”级的问题就以退出码 2 结束，不写出结果
  --lang LANGUAGE    zh-CN 或 en

两步移动搜索法（Luo & Wang 2003；有衰减时为 Luo & Qi 2009）：先把每处设施的供给按能步行到达的人数分摊，再把每个居住区
分得的人均供给相加。未计入的设施和居住区逐一列出原因。`,
  reachUsage: `yiquan reach --streets F --from F --to F [选项]

  --streets F        街道：.osm.pbf、.osm、.osm.gz 或 GeoJSON 线（必需）
  --from F           步行起点：GeoJSON，或含 id、lon、lat 的 CSV；居住区表、设施表也可（必需）
  --to F             步行终点（必需）
  --minutes N        步行时间上限，含上限（默认 15）
  --speed KM_H       步行速度，公里/小时（默认 3）
  --snap METRES      点离最近街道最远多少米（默认 300）
  --crs INPUT=CRS    某个输入的坐标系，如 from=GCJ-02；可多次
  --layer INPUT=NAME        含多个工作表或图层时采用哪一个，如 from=Sheet2；可多次
  --header-row INPUT=N      表头在工作表或 CSV 的第几行，如 from=3；可多次
  --encoding INPUT=NAME     CSV、DBF 或 Shapefile 的文字编码，如 from=GBK；可多次
  --out FILE         .csv 或 .json；不写则 CSV 输出到标准输出
  --strict           只要有“错误”级的问题就以退出码 2 结束，不写出结果
  --lang LANGUAGE    zh-CN 或 en

上限之内每对点一行：from_id、to_id、minutes（不取整），含两端到街道的直线步行。
离街道太远的点连同距离列在标准错误输出。`,
  isochroneUsage: `yiquan isochrone --streets F --from F [选项]

  --streets F        街道：.osm.pbf、.osm、.osm.gz 或 GeoJSON 线（必需）
  --from F           点：GeoJSON，或含 id、lon、lat 的 CSV；居住区表、设施表也可（必需）
  --minutes LIST     各范围的分钟数（默认 5,10,15）
  --speed KM_H       步行速度，公里/小时（默认 3）
  --snap METRES      点离最近街道最远多少米（默认 300）
  --crs INPUT=CRS    某个输入的坐标系，如 from=GCJ-02；可多次
  --layer INPUT=NAME        含多个工作表或图层时采用哪一个，如 from=Sheet2；可多次
  --header-row INPUT=N      表头在工作表或 CSV 的第几行，如 from=3；可多次
  --encoding INPUT=NAME     CSV、DBF 或 Shapefile 的文字编码，如 from=GBK；可多次
  --out FILE         .geojson；不写则 GeoJSON 输出到标准输出
  --strict           只要有“错误”级的问题就以退出码 2 结束，不写出结果
  --lang LANGUAGE    zh-CN 或 en

每个点、每个分钟数一个范围，带 id、minutes、metres、speed_km_h。
离街道太远的点没有范围，连同距离列在标准错误输出。`,
  convertUsage: `yiquan convert [--areas F] [--facilities F] [--units F] [--candidates F] [--population F] --to FILE [选项]

  --areas F          居住区表，能读取的格式均可
  --facilities F     养老服务设施表
  --units F          行政单元表
  --candidates F     备选场地表
  --population F     人口格网
  --to FILE          .xlsx、.gpkg 或 .zip（Shapefile）可容纳全部表；.csv、.geojson 只容纳一张表（必需）
  --crs-out CRS      写出所用的坐标系，须有 EPSG 代码，如 EPSG:4490、EPSG:4528（默认 EPSG:4326）
  --headers en|zh    表头与选项用标准英文名还是中文（默认 en）
  --crs INPUT=CRS    某个输入的坐标系，如 facilities=GCJ-02、areas=EPSG:4528；可多次
  --layer INPUT=NAME        含多个工作表或图层时采用哪一个，如 areas=Sheet2；可多次
  --header-row INPUT=N      表头在工作表或 CSV 的第几行，如 areas=3；可多次
  --encoding INPUT=NAME     CSV、DBF 或 Shapefile 的文字编码，如 areas=GBK；可多次
  --strict           只要有“错误”级的问题就以退出码 2 结束，不写出结果
  --lang LANGUAGE    zh-CN 或 en

写出的文件可由其他各命令读回。CSV、XLSX 中，经纬度的点写在 lon、lat 两列，其余位置写在 wkt 列；不是经纬度时 wkt 自带
坐标系（SRID=4528;…）。CSV 中会被电子表格当作公式执行的文字前加一个撇号，读入时自动去掉。一个 Shapefile 只能存点或面，
两者都有的表拆成两个；字段名不超过十个字节，缩短的名称在 fields.txt 中对照。`,
  standardsUsage: `yiquan standards [list]
yiquan standards show ID|FILE [--json]
yiquan standards check FILE …

  list    自带的标准：编号、版本、状态、适用地区、名称
  show    其中一份的全部数值、条款、原文与期限；--json：文件原样
  check   检查标准文件能否加载；逐条指出问题在 JSON 中的位置
  --lang LANGUAGE    zh-CN 或 en`,
  noCommand: (commands: string) => `缺少命令；可用的命令：${commands}。用法见 yiquan --help`,
  commandUnknown: (found: string, commands: string) => `没有“${found}”这个命令；可用的命令：${commands}`,
  optionUnknown: (found: string, command: string) => `没有 ${found} 这个选项；用法见 yiquan ${command} --help`,
  optionRepeated: (option: string) => `${option} 重复`,
  optionNeedsValue: (option: string) => `${option} 后面要有值`,
  optionTakesNoValue: (option: string, found: string) => `${option} 不带值：此处是“${found}”`,
  optionMissing: (option: string) => `必须给出 ${option}`,
  optionInvalid: (option: string, found: string, expected: string) => `${option}：此处是“${found}”，应为 ${expected}`,
  besideProject: (option: string) => `${option} 不能与 --project 同用：项目文件里已有`,
  withoutProject: (option: string) => `${option}：没有给出 --project`,
  scenarioConflicts: (name: string, count: number) =>
    `警告：方案“${name}”有 ${count} 处改动与现状不再相符，未计入；请在应用中处理`,
  argumentUnexpected: (found: string) => `多余的参数“${found}”`,
  settingTwice: (key: string) => `设置项 ${key} 给了两次，值不同`,
  withoutInput: (option: string, role: string) => `--${option} ${role}=…：没有给出 --${role}`,
  formatUnsupported: (option: string, found: string, expected: string) =>
    `${option}：本版本还不支持 ${found}；应为 ${expected}`,
  standardNotFound: (found: string, ids: string) => `--standards：“${found}”既不是文件，也不是自带的标准：${ids}`,
  standardUnknown: (found: string, ids: string) => `“${found}”既不是文件，也不是自带的标准：${ids}`,
  standardProblem: (file: string, path: string, sentence: string) =>
    path === '' ? `${file}：${sentence}` : `${file}：${path}：${sentence}`,
  standardGood: (file: string, id: string, version: string, values: number) =>
    `${file}：可用（${id}，版本 ${version}，${values} 个数值）`,
  pointsWithoutPlace: (file: string) => `${file}：没有一行有位置；没有坐标，应有 lon 和 lat，或几何图形`,
  notUtf8: (file: string) => `${file}：不是 UTF-8 文本`,
  fileNotFound: (file: string) => `${file}：没有这个文件`,
  fileUnreadable: (file: string, reason: string) => `${file}：无法读取（${reason}）`,
  outputUnwritable: (option: string, file: string, reason: string) => `${option} ${file}：无法写入（${reason}）`,
  outputIsInput: (option: string, file: string) => `${option} ${file}：是输入文件之一，会被覆盖`,
  issue: (severity: string, sentence: string, code: string) => `${severity}：${sentence} [${code}]`,
  moreIssues: (count: number) => `……另有 ${count} 条；全部都在 JSON 结果的 issues[] 里`,
  moreUnusable: (count: number) => `……另有 ${count} 条`,
  strict: (count: number) => `--strict：有 ${count} 个“错误”级的问题，没有写出结果`,
  summary: (areas: number, verdicts: string, standard: string, status: string, asOf: string) =>
    `${areas} 个居住区：${verdicts || '无'}。标准 ${standard}（${status}），基准日 ${asOf}。`,
  accessibilitySummary: (facilities: number, supply: number, demand: number, without: number, areas: number) =>
    `${facilities} 处设施的供给共 ${supply}，由 ${demand} 名老年人共用；未计入：设施 ${without} 处、居住区 ${areas} 个。`,
  reachSummary: (from: number, to: number, pairs: number, minutes: number, speed: number) =>
    `${from} 个起点、${to} 个终点：以 ${speed} 公里/小时步行 ${minutes} 分钟以内的有 ${pairs} 对。`,
  isochroneSummary: (points: number, polygons: number, minutes: string, speed: number) =>
    `${points} 个点：以 ${speed} 公里/小时步行 ${minutes} 分钟的范围共 ${polygons} 个。`,
  inputsMissing: (options: string) => `${options} 至少要给出一个`,
  oneTable: (option: string, found: string, formats: string) =>
    `${option}：${found} 只能容纳一张表；请只给一个输入，或改用 ${formats}`,
  convertSummary: (file: string, rows: string, crs: string) => `${file}：${rows}，坐标系 ${crs}。`,
  fault: (message: string) => `程序出错：${message}`,
  show: {
    status: '状态',
    number: '文号',
    none: '无',
    issuer: '发文机关',
    jurisdiction: '适用地区',
    issued: '印发',
    effective: '有效期',
    certainty: '可信度',
    source: '来源',
    note: '说明',
    clause: '条款',
    quote: '原文',
    noQuote: '未见原文',
    deadline: '期限',
    version: '版本',
  },
};
