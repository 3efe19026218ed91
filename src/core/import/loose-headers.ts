import type { TableRole } from './table.ts';

/**
 * Headers under which offices keep a column without calling it by its name: statistical offices' codes, other words,
 * traditional characters, English. They only make proposals that a person confirms; see `columns.ts` for what is taken
 * as it is. Compared with the reduced header (`plainHeader`).
 */
type Loose = Readonly<Record<string, RegExp>>;

const UNIT_NAMES: Loose = {
  community:
    /^(?:所属|所在)?(?:社区|社區|村|里|村里|居委会|居委|村居)(?:名称|名稱|名)?$|^(?:village|v_?name|community)(?:_?name)?$/,
  subdistrict:
    /^(?:所属|所在)?(?:街道|街镇|镇街|乡镇|鄉鎮|镇)(?:名称|名稱|名|办事处)?$|^(?:street|subdistrict|township)(?:_?name)?$/,
  county:
    /^(?:所属|所在)?(?:区县|县区|区|区别|區別|区域别|區域別|行政区|行政區|县市区|区县市)(?:名称|名稱|名)?$|^(?:district|county|town|tname)(?:_?name)?$/,
  city: /^(?:所属|所在)?(?:城市|地市|市名|設市|县市|縣市)(?:名称|名稱)?$|^(?:city|pname|municipality)(?:_?name)?$/,
};

const PLACE: Loose = {
  lon: /^(?:lng|lon|long|longitude|x_?lon|经度|經度|百度经度|高德经度|gps经度|lon_.*|lng_.*|wgs84?_?(?:lng|lon)|bd_?(?:lng|lon)|gcj_?(?:lng|lon))$/,
  lat: /^(?:lat|latitude|y_?lat|纬度|緯度|百度纬度|高德纬度|gps纬度|lat_.*|wgs84?_?lat|bd_?lat|gcj_?lat)$/,
  x: /^(?:x|x坐标|x_?coord.*|point_x|横坐标|东坐标|easting|svy21_?x|x_.*)$/,
  y: /^(?:y|y坐标|y_?coord.*|point_y|纵坐标|北坐标|northing|svy21_?y|y_.*)$/,
  wkt: /^(?:wkt|geom|geometry|the_geom|shape_?wkt|空间|边界)$/,
};

const ID =
  /^(?:[a-z]{0,6}_?(?:id|code|no)|编号|編號|序号|序號|代码|代碼|编码|編碼|唯一(?:标识|码)|.*(?:编号|編號|编码|代码))$/;
const NAME = /^(?:.*(?:名称|名稱|小区名|楼盘|院名|站名)|name|.*_name|社區|小区|village|vname|title)$/;
const RESIDENTS =
  /(?:常住|户籍|戶籍)?(?:总人口|總人口|人口数|人口數|人口总数|人口總數|居民数|人数|人數)$|^(?:pop(?:ulation)?|residents?|people|p_cnt|tot_?pop)$/;
const ELDERS = /(?:60|65)(?:岁|歲|\+|up|_?以上|周岁|_?and|_?plus)|老年人(?:口|数|數)|老人(?:数|數|口)|^elder/;

const LOOSE: Readonly<Record<TableRole, Loose>> = {
  areas: {
    id: ID,
    name: NAME,
    class: /(?:新旧|新老|建成|建设)(?:类型|类别|年代类|情况)|小区(?:类型|类别|性质)|^(?:type|class)$/,
    households: /(?:户|戶|套)(?:数|數)|(?:户|戶)\)$|住宅套|^(?:households?|hh|dwellings?|units)$/,
    residents: RESIDENTS,
    elders: ELDERS,
    elders_80: /80(?:岁|歲|\+|up|_?以上|周岁)|高龄/,
    settlement: /城乡|城鄉|urban/,
    ...UNIT_NAMES,
    pool: /统筹(?:组|单元|片)/,
    condition_date: /规划条件|出让|land_?sale/,
  },
  facilities: {
    id: ID,
    name: NAME,
    type: /(?:设施|机构|機構|服务)?(?:类型|类别|類型|類別|种类|性质类)$|^(?:type|category|kind)$/,
    floor_area: /建筑(?:总)?面积|建築面積|房屋面积|使用面积|^(?:floor_?area|gfa|area_?m2)$/,
    land_area: /(?:用地|占地|土地)面积|^(?:land_?area|site_?area)$/,
    land_basis: /用地(?:方式|性质)/,
    beds: /(?:总|總|核定|设置|登记|机构)?.*(?:总床|總床|床位(?:总)?(?:数|數)|床数|床數)|^beds?$/,
    nursing_beds: /护理.*床|護理.*床|长照.*床|養護.*床|^nursing_?beds?$/,
    occupied_beds: /(?:入住|在住|实住|收住)(?:老人)?(?:人)?(?:数|數|人数)?$|^occupied/,
    status: /(?:运营|营运|使用|经营|建设)?(?:状态|狀態|情况)$|^status$/,
    valid_from: /(?:启用|开业|投入使用|成立|运营|投用)(?:日期|时间)|^(?:open(?:ed|ing)?_?date|valid_?from)$/,
    valid_to: /(?:租期|合同|到期|有效期).*(?:至|止|日期|时间)$|^(?:valid_?to|expir.*)$/,
    acquisition: /(?:取得|来源|获得)方式|房屋来源/,
    serves: /服务(?:小区|范围|对象小区)/,
    pool: /统筹(?:组|单元|片)/,
    building: /楼栋|楼号|幢号/,
    ownership: /(?:经营|举办|机构|所有制|权属)?(?:性质|属性|屬性|权属)$|^(?:owner(?:ship)?|sector)$/,
    public_benefit: /公益|非营利/,
    updated: /(?:更新|数据|统计|填报)(?:日期|时间)|^(?:updated?(?:_at)?|as_?of)$/,
    ...UNIT_NAMES,
    address: /地址|住址|位置|^addr(?:ess)?$/,
    phone: /电话|電話|手机|联系方式|^(?:phone|tel(?:ephone)?)$/,
    hours: /(?:服务|营业|开放)时间|^(?:opening_?)?hours$/,
    services: /服务(?:内容|项目)|收容對象|^services?$/,
    operator: /(?:运营|经营|举办|管理)(?:单位|主体|方|机构)|^operator$/,
    grade: /等级|星级|^grade$/,
    entrance: /出?入口(?:坐标)?/,
    evidence: /依据|证明|佐证|^evidence$/,
    storey: /楼层|层数|所在层|^(?:storey|floor)$/,
  },
  units: {
    level: /级别|層級|层级|^level$/,
    name: NAME,
    code: /区划|代码|代碼|编码|^(?:code|adcode|[a-z]{0,6}_?id)$/,
    parent: /上级|上級|隶属|^parent/,
    settlement: /城乡|城鄉|urban/,
    residents: RESIDENTS,
    elders: ELDERS,
  },
  population: { elders: ELDERS, residents: RESIDENTS },
  candidates: {
    id: ID,
    name: NAME,
    kind: /(?:场地|地块|房源|资产)(?:类型|类别)|^(?:type|kind)$/,
    former_use: /(?:原|现状|现|目前)(?:用途|使用)/,
    floor_area: /建筑(?:总)?面积|可用面积|房屋面积|^(?:floor_?area|gfa)$/,
    land_area: /(?:用地|占地|土地|地块)面积|^(?:land_?area|site_?area)$/,
    storey: /楼层|层数|所在层|^(?:storey|floor)$/,
    tenure: /权属|产权|权利人|^(?:tenure|owner)$/,
    cost: /(?:费用|造价|租金|投资|价款|成本)|^cost$/,
    ...UNIT_NAMES,
    address: /地址|位置|坐落|^addr(?:ess)?$/,
  },
};

/** Patterns of a table's columns, with those of places where rows have no geometries of their own. */
export function looseHeaders(role: TableRole, hasGeometries: boolean): Loose {
  return hasGeometries ? LOOSE[role] : { ...LOOSE[role], ...PLACE };
}
