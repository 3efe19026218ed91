import type { IssueCode, IssueDetail, IssuePlace } from '../../core/issue.ts';
import { formatNumber } from '../numbers.ts';

type Sentence = (where: IssuePlace, detail: IssueDetail) => string;

/** What tables call the values of closed lists, so that a reader knows what to type. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['new', '新建'],
  ['built', '已建成'],
  ['unknown', '未知'],
  ['urban', '城镇'],
  ['rural', '农村'],
  ['station', '社区养老服务站'],
  ['day_care', '日间照料中心'],
  ['mutual_aid', '互助点、幸福院'],
  ['meal', '助餐点'],
  ['centre', '综合养老服务中心'],
  ['institution', '养老机构'],
  ['county_institution', '县级特困人员供养服务机构'],
  ['other', '其他'],
  ['open', '运营'],
  ['building', '在建'],
  ['planned', '规划'],
  ['suspended', '暂停'],
  ['closed', '关闭'],
  ['own', '独立用地'],
  ['apportioned', '分摊用地'],
  ['built_with_housing', '配建'],
  ['buy_back', '回购'],
  ['lease', '租赁'],
  ['reallocated', '调剂'],
  ['converted', '改造'],
  ['public', '公办'],
  ['public_private', '公建民营'],
  ['private', '民办'],
  ['city', '市'],
  ['county', '区县'],
  ['subdistrict', '街道或乡镇'],
  ['community', '社区或村'],
  ['residents', '常住人口'],
  ['elders', '老年人口'],
  ['beds', '床位数'],
  ['Point', '点'],
  ['Polygon', '面'],
  ['MultiPolygon', '多面'],
]);

/** Why control points give no local grid. */
const LOCAL_GRID_REASONS: ReadonlyMap<string, string> = new Map([
  ['malformed', '格式不符'],
  ['system_unsuitable', '控制点须用经纬度、GCJ-02、BD-09 或有 EPSG 编号的坐标系给出'],
  ['too_few_points', '至少需要两个控制点'],
  ['points_coincide', '有控制点重合'],
  ['point_outside_system', '有控制点超出其坐标系的范围'],
]);

/** Longer lists are cut short: a sentence is no table. */
const MOST_NAMED = 12;

function say(value: IssueDetail[string] | undefined): string {
  if (value === undefined || value === null || value === '') return '（空）';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  const named = value.slice(0, MOST_NAMED).join('、');
  return value.length > MOST_NAMED ? `${named} 等 ${value.length} 项` : named || '（无）';
}

function quote(value: IssueDetail[string] | undefined): string {
  return `“${say(value)}”`;
}

/** A size as people know it. */
function bytes(value: IssueDetail[string] | undefined): string {
  return typeof value === 'number' ? `${formatNumber(Math.round(value / 1e5) / 10)} MB` : say(value);
}

/** What a parcel measures, where that is known. */
function land(m2: IssueDetail[string] | undefined): string {
  return typeof m2 === 'number' ? `（用地 ${say(m2)} 平方米）` : '';
}

/** The values of a closed list with the words for them. */
function options(value: IssueDetail[string] | undefined): string {
  const values = typeof value === 'object' && value !== null ? value : [say(value)];
  return values.map((one) => (WORDS.has(one) ? `${WORDS.get(one)}（${one}）` : one)).join('、');
}

function word(value: IssueDetail[string] | undefined): string {
  return typeof value === 'string' ? (WORDS.get(value) ?? value) : say(value);
}

function digits(value: IssueDetail[string] | undefined, most: number): string {
  return typeof value === 'number' ? formatNumber(value, most) : say(value);
}

function column(where: IssuePlace): string {
  return where.column === undefined ? '该列' : `“${where.column}”列`;
}

/** For which of an area's starting points something holds; a facility has but one place. */
function startingPoints(count: IssueDetail[string] | undefined, of: IssueDetail[string] | undefined): string {
  return count === undefined || count === of ? '' : `${say(of)} 个起点中有 ${say(count)} 个：`;
}

/** One sentence a code: what is wrong, and what to do next. */
export const issues: Record<IssueCode, Sentence> = {
  file_empty: () => '文件是空的。请检查导出是否完成，换一份有内容的文件。',
  file_unreadable: (_, { found }) => `文件无法读取：${say(found)}。请确认文件存在且未被占用，再重新打开。`,
  format_unknown: (_, { found, expected }) =>
    `不认识的文件格式（${say(found)}）。请另存为以下格式之一后再导入：${say(expected)}。`,
  file_too_large: (_, { found, limit }) =>
    `内容有 ${bytes(found)}，超过可打开的上限 ${bytes(limit)}。请只保留本市或本县范围、删去用不到的列，或拆成几个文件后再导入。`,
  file_damaged: (_, { found, format }) =>
    `${say(format)} 文件已损坏或不完整（${say(found)}），全部未采用。请重新导出或重新下载，再导入。`,
  file_incomplete: (_, { found, expected }) =>
    `文件不完整：只读到 ${say(found)} 行${typeof expected === 'number' ? `，应有 ${say(expected)} 行` : ''}，其余缺失。请重新导出或重新下载完整的文件。`,
  file_locked: () => '文件设有打开密码，无法读取。请在原程序中打开并去掉密码，另存后再导入。',
  file_unsupported: (_, { found }) =>
    `文件用到“${say(found)}”，这里无法读取。请在原程序中另存为常用的格式（如 GeoJSON、GeoPackage、XLSX）后再导入。`,
  zip_nothing_readable: (_, { found }) =>
    `压缩包中没有可读取的表格或图层（其中有：${say(found)}）。请放入 Shapefile、GeoJSON、CSV、XLSX 等文件后重新压缩。`,
  zip_too_many: (_, { found, limit }) =>
    `压缩包中有 ${say(found)} 个文件，超过上限 ${say(limit)} 个。请只压缩需要导入的文件。`,
  layer_unknown: (_, { found, expected }) =>
    `没有名为${quote(found)}的工作表或图层。请从以下名称中选择：${say(expected)}。`,
  layer_assumed: (_, { used, found }) =>
    `文件中有多个工作表或图层（${say(found)}），采用了第一个有数据的${quote(used)}。若不是这一个，请在导入时另选。`,
  layers_missing: () => '文件中没有矢量图层，也没有属性表。请检查导出内容，换一份文件。',
  rows_too_many: (_, { found, limit }) =>
    `数据有${typeof found === 'number' ? ` ${say(found)} ` : '太多'}行，超过可打开的上限 ${say(limit)} 行。请先截取本市或本县范围，再导入。`,
  rows_deleted: (_, { count }) =>
    `有 ${say(count)} 行已在原程序中标记为删除，未采用。如仍需要，请在原程序中恢复后重新导出。`,
  attributes_missing: () => '只有图形，没有属性表（.dbf）。请把同名的 .dbf、.prj 等文件一并选中后再导入。',
  shapes_unmatched: (_, { shapes, rows }) =>
    `图形有 ${say(shapes)} 个，属性有 ${say(rows)} 行，两者对不上，多出的部分缺图形或缺属性。请从原程序重新导出整套 Shapefile。`,
  column_unreadable: (where, { found }) =>
    `${column(where)}的类型（${say(found)}）无法读取，按空白处理。请在原程序中改为文本或数字列后重新导出。`,
  header_row_invalid: (_, { found, limit }) =>
    `指定的表头行 ${say(found)} 不存在，这张表共有 ${say(limit)} 行。请另选表头所在的行。`,
  header_row_found: (_, { row }) => `第 ${say(row)} 行当作表头，其上的标题和说明未采用。若不是这一行，请在导入时另选。`,
  merged_numbers: (_, { count }) =>
    `有 ${say(count)} 个数字写在跨行的合并单元格里，只计入合并区域的第一行，以免重复计算。请取消合并，逐行填写。`,
  formulas_without_value: (_, { count }) =>
    `有 ${say(count)} 个公式没有保存计算结果，按空白处理。请用 Excel 或 WPS 打开、保存一次，再导入。`,
  kml_links: (_, { count }) =>
    `文件中有 ${say(count)} 处网络链接，其内容不在文件内，未读取。请在原程序中打开链接，把内容另存为 KML 或 KMZ。`,
  raster_bands: (_, { found }) =>
    `栅格有 ${say(found)} 个波段，只能读取单波段的每格人数。请先提取需要的那个波段，再导入。`,
  raster_too_large: (_, { found, limit }) =>
    `栅格有 ${say(found)} 个像元，超过上限 ${say(limit)} 个。请先按本市或本县范围裁剪，再导入。`,
  raster_not_located: () =>
    '栅格没有坐标信息，或带有旋转，无法确定各像元的位置。请在 GIS 软件中配准并重采样为正南北方向后导出。',
  raster_as_elders: (_, { cells, empty }) =>
    `栅格的 ${say(cells)} 个像元按老年人口读取，另有 ${say(empty)} 个像元无数据（不作 0 人）。若栅格是总人口，请换用老年人口栅格。`,
  raster_negative: (_, { count }) =>
    `有 ${say(count)} 个像元的值是负数，未采用。若负数表示无数据，请在栅格中设为无数据值（NoData）。`,
  role_unknown: (_, { found }) =>
    `看不出这是哪一类表（现有列：${say(found)}）。请在导入时指明是居住区、设施、行政单元还是人口，或补上户数、设施类型、级别等有代表性的列。`,
  encoding_damaged: () => '部分字节无法识别为文字，已用“\uFFFD”代替。请用 UTF-8 或 GB18030 编码重新导出。',
  encoding_unsure: (_, { used, others }) =>
    `文件没有注明文字编码，暂按 ${say(used)} 读取，也可能是 ${say(others)}。若显示为乱码，请在导入时另选编码。`,
  encoding_contradicted: (_, { stated, used }) =>
    `文件注明的文字编码 ${say(stated)} 与内容不符，已按 ${say(used)} 读取。若显示为乱码，请在导入时另选编码。`,
  encoding_unsupported: (_, { stated, used }) =>
    `文件注明的文字编码 ${say(stated)} 无法解读，已按 ${say(used)} 读取。若显示为乱码，请在导入时另选编码，或用 UTF-8 重新导出。`,
  json_invalid: (_, { found }) => `JSON 内容不完整或有语法错误（${say(found)}）。请重新导出 GeoJSON。`,
  geojson_not_collection: (_, { found }) =>
    `文件不是 GeoJSON 要素集合（顶层是 ${say(found)}）。请导出为 FeatureCollection。`,
  csv_malformed: () => '引号不配对，其后的内容可能错位。请检查这一行的英文双引号，成对后重新导入。',
  table_has_no_rows: () => '表中没有数据行。请检查导出的筛选条件，或换一份文件。',
  column_missing: (where, { expected, found }) =>
    `缺少必需的列 ${where.column ?? ''}。请增加一列，列名可用：${say(expected)}（现有列：${say(found)}）。`,
  column_duplicate: (_, { found, used }) =>
    `${quote(found)}与${quote(used)}是同一项，只采用${quote(used)}，另一列作为附加信息保留。请删去多余的一列或改名。`,
  column_unknown: (_, { found }) =>
    `以下列不参与计算，已原样保留：${say(found)}。若其中有应参与计算的，请按说明改列名。`,
  rows_left_out: (_, { rows }) => `导入时略去了 ${say(rows)} 行。如需恢复，请重新核对该文件。`,
  merge_unmatched: (_, { rows, found }) =>
    `${say(rows)} 行在现有数据中找不到对应记录，未并入：${say(found)}。请核对编号或名称，或选择“新增”。`,
  merge_ambiguous: (_, { rows, found }) =>
    `${say(rows)} 行对应不止一条现有记录，或编号已被占用，未并入：${say(found)}。请改按编号匹配，或补充所属单元。`,
  merge_present: (_, { rows, found }) => `${say(rows)} 行已有对应记录，按“只新增”略去：${say(found)}。`,
  county_book_unknown: () => '不是本工具发给区县的工作簿。请选择区县交回的原文件，其中的“yiquan”工作表不能删除。',
  county_sheet_missing: (_, { found }) => `工作表${quote(found)}不在了，这张表没有合并。请向区县索要完整的工作簿。`,
  county_sent_lost: () =>
    '发出时的底稿缺失或被改动，只能逐行判断是谁改的；两边都改过的行逐项列为冲突。请逐项选择，并提醒区县在原文件上填写。',
  elders_column_age: (_, { found, age }) =>
    `${quote(found)}按 ${say(age)} 岁及以上作为老年人口使用。请把“老年人起算年龄”设为 ${say(age)}，使各处标注一致。`,
  age_bands_inexact: (_, { why, band, age, from, count }) =>
    `${say(count)} 行的年龄段得不出 ${say(age)} 岁及以上人口：${why === 'straddles' ? `“${say(band)}”岁这一段跨过 ${say(age)} 岁` : `缺少从 ${say(from)} 岁起的一段，或该格为空`}。老年人口按未知处理。请补充分段，或把“老年人起算年龄”设为与分段一致。`,
  crs_assumed: (_, { crs }) =>
    `文件未注明坐标系，按经纬度 ${say(crs)} 读取。若实际为 GCJ-02、BD-09 等，请在导入时指明。`,
  crs_unresolved: (_, { found, expected }) =>
    `坐标系未注明，无法确定位置（坐标如 ${say(found)}）。请指明坐标系，可选：${say(expected)}。`,
  crs_unknown: (_, { found, expected }) => `不认识坐标系${quote(found)}。请改用：${say(expected)}。`,
  crs_not_degrees: (_, { found, rows, expected }) =>
    `坐标不是经纬度（如 ${say(found)}，共 ${say(rows)} 行超出范围）。请指明数据实际使用的坐标系，可选：${say(expected)}。`,
  crs_mismatch: (_, { found, crs, rows }) =>
    `坐标与所指明的 ${say(crs)} 不符（如 ${say(found)}，共 ${say(rows)} 行）。请核对坐标系和带号后重新指明。`,
  crs_without_datum_shift: (_, { crs }) =>
    `${say(crs)} 所用基准到 WGS84 没有已知的转换参数，位置可能偏差数十米至 100 米。请索取 CGCS2000 坐标的数据，或用控制点按地方坐标系拟合。`,
  local_grid_invalid: (_, { found, reason, points, expected }) =>
    `地方坐标系${quote(found)}无法使用：${LOCAL_GRID_REASONS.get(String(reason)) ?? say(reason)}${Array.isArray(points) && points.length > 0 ? `（第 ${say(points)} 点）` : ''}。请按以下格式改正：${quote(expected)}。`,
  local_grid_fitted: (_, { points, scale, rotation, rms, largest }) =>
    `地方坐标系已按 ${say(points)} 个控制点拟合：尺度 ${digits(scale, 6)}，旋转角 ${digits(rotation, 4)}°，残差中误差 ${digits(rms, 2)} 米，最大残差 ${digits(largest, 2)} 米。如超出允许误差，请核对控制点。`,
  local_grid_unchecked: (_, { scale, rotation }) =>
    `地方坐标系只有两个控制点（尺度 ${digits(scale, 6)}，旋转角 ${digits(rotation, 4)}°），无论对错残差都为零，无从检核。请补充第三个控制点。`,
  local_grid_swapped: (_, { rms }) =>
    `控制点拟合较差（残差中误差 ${digits(rms, 2)} 米），将地方坐标的 x、y 对调后可以吻合。请按先东后北的顺序填写控制点和数据。`,
  row_width: (_, { found, expected }) =>
    `这一行有 ${say(found)} 格，表头有 ${say(expected)} 列，已按现有内容读取。请检查是否多了或少了分隔符。`,
  id_missing: (where) => `${column(where)}为空，这一行未被采用。请填写唯一的编号或名称。`,
  id_duplicate: (_, { found }) => `编号${quote(found)}重复，只采用第一次出现的那一行。请改为唯一的编号。`,
  sum_incomplete: (where, { found }) =>
    `${column(where)}相加时有空值或非数字（${say(found)}），合计按未知处理。请补全各项。`,
  number_invalid: (where, { found }) =>
    `${column(where)}的${quote(found)}不是数字，按未知处理。请填写数字，如 120 或 1,200。`,
  number_negative: (where, { found }) => `${column(where)}的 ${say(found)} 是负数，按未知处理。请填写不小于 0 的数。`,
  number_not_whole: (where, { found }) => `${column(where)}的 ${say(found)} 不是整数，按未知处理。请填写整数。`,
  number_too_large: (where, { found }) =>
    `${column(where)}的 ${say(found)} 大得不合理，按未知处理。请检查是否多输了位数或粘连了其他内容。`,
  date_invalid: (where, { found }) =>
    `${column(where)}的${quote(found)}不是有效日期，按未知处理。请按 2024-05-31 的样式填写。`,
  value_unknown: (where, { found, expected, used }) =>
    `${column(where)}的${quote(found)}不在可用取值之内，${used === undefined ? '按未知处理' : `暂按“${word(used)}”处理`}。请改为：${options(expected)}。`,
  boolean_invalid: (where, { found }) =>
    `${column(where)}的${quote(found)}看不出是或否，按未知处理。请填写“是”或“否”。`,
  serves_malformed: (where, { found }) =>
    `${column(where)}中的${quote(found)}无法识别，这一项未被采用。请按“A1;A2”或“A1:200;A2:100”（平方米）填写，每个小区只写一次。`,
  dates_reversed: (_, { from, to }) =>
    `起始日期 ${say(from)} 晚于截止日期 ${say(to)}，该设施在任何一天都不计入。请核对两个日期。`,
  elders_exceed_residents: (where, { found, limit, of }) =>
    `${column(where)}的 ${say(found)} 大于${word(of)} ${say(limit)}。数字照原样使用，请核对两列的口径和年份。`,
  nursing_beds_exceed_beds: (_, { found, limit }) =>
    `护理型床位 ${say(found)} 张多于床位总数 ${say(limit)} 张。数字照原样使用，请核对。`,
  geometry_null: () => '没有图形，只能作与位置无关的判断。请补上点或面。',
  geometry_broken: (_, { found }) =>
    `图形残缺，未被采用（${say(found)}）。其余各列照常使用，请在制图软件中修复图形后重新导出。`,
  geometry_unclosed: (_, { rings }) => `有 ${say(rings)} 个环首尾不相接，已自动闭合。请核对边界是否完整。`,
  geometry_self_intersecting: (_, { found }) =>
    `边界自相交（交点约 ${say(found)}），面积和包含关系可能不准。请修正边界。`,
  geometry_wrong_type: (_, { found, expected }) =>
    `图形类型 ${say(found)} 不适用，未被采用。请改为：${options(expected)}。`,
  coordinates_missing: ({ row }, { rows }) =>
    row === undefined
      ? `${rows === undefined ? '各行' : ` ${say(rows)} 行`}都没有坐标，只能作与位置无关的判断。请补上经度、纬度两列，或改用带图形的 GeoJSON。`.trim()
      : '这一行没有坐标，只能作与位置无关的判断。请补上经度和纬度。',
  coordinates_invalid: (where, { found }) =>
    `${column(where)}的${quote(found)}不是坐标，位置未被采用。请填写数字，如 120.85（经度）、32.01（纬度）。`,
  coordinates_out_of_range: (_, { found, crs }) =>
    `坐标 ${say(found)} 超出 ${say(crs)} 的范围，位置未被采用。请核对坐标。`,
  coordinates_swapped: (_, { found, expected }) =>
    `坐标 ${say(found)} 像是经度与纬度（或东与北）写反了，位置未被采用。请对调两个数，应为 ${say(expected)}。`,
  unit_parent_unknown: (_, { found }) =>
    `上级单元${quote(found)}不在表中。请补上该单元的一行，或写成它的完整路径，如“某市/某区”。`,
  streets_too_large: (_, { found, limit }) =>
    `文件有 ${say(found)} 字节，超过可打开的上限 ${say(limit)} 字节。请先截取本市或本县范围（如用 osmium extract），再打开。`,
  streets_format_unknown: (_, { found, expected }) =>
    `无法判断“${say(found)}”是哪种道路文件。请选用以下格式之一：${say(expected)}。`,
  streets_damaged: (_, { found }) => `道路文件不完整或已损坏（${say(found)}），全部未采用。请重新下载或导出。`,
  streets_unsupported: (_, { found }) =>
    `道路文件用到“${say(found)}”，这里无法读取。请另存为普通的 .osm.pbf、.osm 或 GeoJSON 线文件。`,
  streets_without_ways: () => '文件中没有任何道路。请检查导出时的筛选条件。',
  streets_not_walkable: () => '文件中没有可以步行的道路。请检查导出内容是否包含道路和步道。',
  streets_incomplete: (_, { count, of }) =>
    `${say(of)} 条可步行道路中有 ${say(count)} 条的部分节点不在文件内，已在该处截断，边缘处步行距离可能偏长。如关注边缘地带，请换用范围更大的数据。`,
  streets_elsewhere: (_, { found }) =>
    `道路数据不是本地的：最近的道路也在 ${say(found)} 千米之外。请打开本市的道路文件。`,
  street_line_invalid: (_, { count, rows, found }) =>
    `有 ${say(count)} 条线的坐标不是数字（例如 ${say(found)}；要素 ${say(rows)}），未采用。请改正后重新导出。`,
  street_line_outside: (_, { count, rows, found }) =>
    `有 ${say(count)} 条线的坐标超出范围（例如 ${say(found)}；要素 ${say(rows)}），未采用。请核对坐标。`,
  street_line_short: (_, { count, rows }) =>
    `有 ${say(count)} 条线不足两个不同的点（要素 ${say(rows)}），未采用。请删除或补全。`,
  street_point_repeated: (_, { count, rows }) =>
    `有 ${say(count)} 条线含有重复的点（要素 ${say(rows)}），重复点已略去，长度不变。无需处理。`,
  street_not_a_line: (_, { count, rows, found }) =>
    `有 ${say(count)} 个要素不是线（例如 ${say(found)}；要素 ${say(rows)}），未作为道路采用。如有道路缺失，请另存为线要素。`,
  snapped_to_island: (_, { metres, count, of }) =>
    `${startingPoints(count, of)}附近（${say(metres)} 米处）只有一小片孤立道路，总长不到 1 千米，能走到的地方很少。请检查路网在此是否断开。`,
  too_far: (_, { metres, limit, count, of }) =>
    `${startingPoints(count, of)}离最近的道路 ${say(metres)} 米，超过 ${say(limit)} 米的上限，无法测算步行距离。请核对位置，或调大上限。`,
  walled_off: (_, { metres, limit, count, of }) =>
    `${startingPoints(count, of)}最近的道路在 ${say(metres)} 米处，但 ${say(limit)} 米内的道路都被所画的步行障碍隔开，无法测算步行距离。请核对步行障碍，或补画一条连接通道。`,
  street_edit_unjoined: (_, { ends, limit }) =>
    ends === 2
      ? `这条连接通道的两端 ${say(limit)} 米内都没有能走到的街道，因此不起作用。请把两端画到街道上。`
      : `这条连接通道有一端 ${say(limit)} 米内没有能走到的街道，因此走不通。请把这一端画到街道上。`,
  street_edits_without_streets: (_, { count }) =>
    `有 ${say(count)} 条路网修改，但没有路网，步行按直线估算，这些修改不起作用。请打开街道数据。`,
  project_unknown: () => '这不是颐圈的项目文件，没有打开任何内容。请选择保存为 .yiquan 的文件。',
  project_newer: (_, { found, expected }) =>
    `项目文件的格式版本为 ${say(found)}，当前程序最高只能读取版本 ${say(expected)}，没有打开任何内容。请更新颐圈后再打开。`,
  project_part_missing: (_, { part }) =>
    `项目文件缺少${quote(part)}，没有打开任何内容。请使用原文件或其他副本；项目文件不能解压后重新压缩。`,
  project_part_damaged: (_, { part }) =>
    `项目文件中的${quote(part)}与保存时不一致（校验值不符），没有打开任何内容。请重新复制或下载该文件，或使用较早的副本。`,
  project_content_invalid: (_, { part, at, found, expected }) =>
    `项目文件无法使用：${quote(part)}${at === '' ? '' : `的 ${say(at)} 处`}为 ${say(found)}，应为 ${say(expected)}；没有打开任何内容。请使用较早的副本，或在仍打开该项目的设备上重新保存。`,
  export_crs_unsupported: (_, { found, expected }) =>
    `数据表不能按 ${say(found)} 导出，其他软件无法识别。请改选有 EPSG 代码的坐标系：${say(expected)}。`,
  export_outside_crs: (_, { found, rows, crs }) =>
    `有 ${say(rows)} 行的位置超出 ${say(crs)} 的适用范围（如 ${say(found)}），未写出文件。请选择本市所在的分带，或改用经纬度。`,
  export_rows_too_many: (_, { found, limit }) =>
    `该表有 ${say(found)} 行，Excel 工作表最多 ${say(limit)} 行，未写出文件。请改用 CSV 或 GeoPackage。`,
  export_table_empty: () => '该表没有数据，未写出。如需导出，请先导入该表。',
  export_columns_renamed: (_, { found, used }) =>
    `文件格式不接受部分列名，已改名：${say(found)} → ${say(used)}。无需处理。`,
  export_text_cut: (_, { found, limit }) =>
    `文字长 ${say(found)} 字节，Shapefile 最多容纳 ${say(limit)} 字节，超出部分未写入。需要全文时请改用 GeoPackage 或 XLSX。`,
  export_cell_left_out: (_, { found, limit }) =>
    `单元格内容长 ${say(found)} 个字符，Excel 最多容纳 ${say(limit)} 个，该单元格留空。请对该表改用 GeoPackage 或 GeoJSON。`,
  serves_unknown_area: (_, { areas }) =>
    `服务小区 ${say(areas)} 不在居住区表中，未予计入。请核对编号，或补上这些居住区。`,
  serves_exceeds_floor_area: (_, { stated, floorArea }) =>
    `分配给各小区的面积合计 ${say(stated)} 平方米，超过设施建筑面积 ${say(floorArea)} 平方米，全部未计入。请核对分配数或建筑面积。`,
  serves_remainder_unbooked: (_, { m2 }) =>
    `有 ${say(m2)} 平方米没有分配给任何小区，未计入。请补写其服务的小区，或核对已分配的面积。`,
  pool_without_members: (_, { pool }) =>
    `统筹组${quote(pool)}没有居住区参加，其面积未计入。请在居住区表的“统筹组”列填写该组，或改正组名。`,
  pool_member_not_small: (_, { pool, households, limit }) =>
    `有 ${say(households)} 户，超过统筹组${quote(pool)}的小型居住区上限 ${say(limit)} 户。请核实能否统筹设置，或调整上限设置。`,
  pool_member_out_of_reach: (_, { pool }) =>
    `步行走不到统筹组${quote(pool)}的任何共享设施，已退出统筹组、单独计算。请调整分组或增设设施。`,
  unit_unresolved: (_, { names }) =>
    `无法确定所在行政单元${names === undefined ? '' : `（填写为：${say(names)}）`}。请填写完整的市、区县、街道、社区名称，或补上位置。`,
  unit_disagrees: (_, { found, expected, level, known, metres }) =>
    known === true
      ? `填写的${word(level)}${quote(found)}与位置不符：位置在${quote(expected)}内${metres === null ? '' : `，距填写单元的边界 ${say(metres)} 米`}。目前按填写的单元统计，请核对该列或坐标。`
      : `填写的${word(level)}${quote(found)}不在已知单元之列，位置在${quote(expected)}内，目前按位置统计。请改正名称或坐标。`,
  unit_without_areas: (_, { path }) => `行政单元${quote(path)}内没有居住区数据。请补充居住区，或确认该单元确无居住区。`,
  units_from_areas: () => '没有行政单元表，单元由居住区的所属列归纳，没有居住区的单元看不到。请导入行政单元表。',
  area_not_located: () => '没有位置，步行可达性无法判断。请补上点或面。',
  facility_not_located: () => '没有位置，不参与步行覆盖计算。请补上坐标。',
  status_blank: (_, { count }) => `有 ${say(count)} 处设施未填状态，按运营计。请核实后补填状态。`,
  population_estimated: (_, { residents, elders }) =>
    `有估算的人口数：常住人口 ${say(residents)} 个居住区，老年人口 ${say(elders)} 个居住区，由行政单元或格网的统计数分摊得出。如有小区实数，请填入居住区表后重新打开。`,
  straight_line_estimate: (_, { factor }) =>
    `没有路网，步行距离按直线距离 × ${say(factor)} 估算，结果仅供参考。请导入街道数据以得到准确距离。`,
  reserved_parcel_use_changed: (_, { name, m2 }) =>
    `规划养老用地${quote(name)}${land(m2)}已改作其他用途。请核实是否已按程序调整规划，并落实等量的替代用地，或改回养老用途。`,
  reserved_parcel_built_over: (_, { name, m2, by }) =>
    `规划养老用地${quote(name)}${land(m2)}上布置了${say(by)}。请调整其范围或位置，或修改该地块的规划用途。`,
};
