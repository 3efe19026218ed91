import type { Chance } from './chance.ts';

// Words that names are made of. Whole names are put together by chance: a likeness to a real place is one.

const SURNAMES = Array.from('陆沈顾朱徐吴钱潘蒋严薛邵曹孙费庄秦汤华尤许戴冯姚金谢翁柳杭凌');
const TREES = Array.from('桂榆柳槐枫杏梅桃桑竹枣樟柏松荷菱芦荻蒲兰');
const GOOD = [
  '和',
  '丰',
  '康',
  '宁',
  '安',
  '福',
  '泰',
  '祥',
  '德',
  '义',
  '仁',
  '善',
  '兴',
  '裕',
  '永',
  '长',
  '新',
  '同',
];
const OLD_FIRST = [
  '米市',
  '染坊',
  '铁局',
  '石幢',
  '双井',
  '书院',
  '文昌',
  '县学',
  '打索',
  '竹行',
  '箍桶',
  '绣衣',
  '鱼行',
  '油车',
  '马医',
  '更楼',
  '关帝',
  '水关',
  '碧霞',
  '茶亭',
  '仓场',
  '盐栈',
  '酒坊',
  '锡器',
];
const ESTATE_FIRST = [
  '云锦',
  '澜悦',
  '清荷',
  '望澄',
  '听澜',
  '栖云',
  '枕水',
  '芳汀',
  '锦澜',
  '明漾',
  '悦湖',
  '翠微',
  '星河',
  '逸景',
  '华庭',
  '丽泽',
  '沁园',
  '雅颂',
  '天澄',
  '碧漪',
  '泊云',
  '观澜',
  '凤栖',
  '紫荆',
  '银杏',
  '香樟',
  '玉兰',
  '海棠',
  '金桂',
  '江枫',
  '映月',
  '朗润',
];
const ESTATE_LAST = ['苑', '府', '花园', '雅居', '名邸', '湾', '佳园', '家园', '公馆', '里'];
const WORKER_FIRST = [
  '纺织',
  '建设',
  '机械',
  '化肥',
  '丝绸',
  '红旗',
  '东风',
  '友谊',
  '光明',
  '胜利',
  '新生',
  '解放',
  '向阳',
  '运河',
  '油泵',
  '钟表',
  '印染',
  '邮电',
  '农机',
  '供销',
];
const WORKER_LAST = ['新村', '小区', '公寓', '宿舍', '一村', '二村', '三村'];
const HAMLET_LAST = ['家浜', '家埭', '家桥', '家圩', '家湾', '家角', '家荡', '巷', '家泾', '家舍'];
const STREET_FIRST = [
  '文汇',
  '锦绣',
  '丰泽',
  '长兴',
  '和谐',
  '振兴',
  '观景',
  '学苑',
  '双塔',
  '南塘',
  '菱湖',
  '青荷',
  '云帆',
  '海棠',
  '银杏',
  '香樟',
  '百花',
  '望江',
  '春申',
  '澄清',
  '平湖',
  '紫竹',
  '碧桃',
  '雁荡',
  '金鸡',
  '白鹭',
  '鹤鸣',
  '松涛',
  '晨曦',
  '安康',
  '同心',
  '崇文',
  '明德',
  '至善',
  '博雅',
  '星湖',
  '虹桥',
  '龙吟',
  '凤鸣',
  '玉带',
];

const STREET_ONE = Array.from('文锦丰长和振学青云望春澄平紫碧白鹤松晨同崇明博星凤玉瑞景秀兰翠华清仁德惠兴迎');
const STREET_TWO = Array.from('汇泽兴谐苑荷帆江申湖竹桃鹭鸣涛曦心文德雅虹昌泰庆盛阳月泉秀峰远达宁康源安');

/** Makes names that are not yet taken. */
export class Namer {
  private readonly taken = new Set<string>();
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  private fresh(make: () => string): string {
    for (let n = 0; n < 500; n++) {
      const name = make();
      if (!this.taken.has(name)) {
        this.taken.add(name);
        return name;
      }
    }
    throw new Error(`no name left, the last tried being ${make()}`);
  }

  street(kind: 'road' | 'street' | 'lane'): string {
    const { chance } = this;
    if (kind === 'lane') {
      return this.fresh(
        () =>
          `${chance.odds(0.6) ? chance.pick(OLD_FIRST) : chance.pick(SURNAMES) + '家'}${chance.pick(['巷', '弄', '街', '里'])}`,
      );
    }
    const first = () =>
      chance.odds(0.25)
        ? chance.pick(STREET_FIRST)
        : chance.odds(0.6)
          ? `${chance.pick(STREET_ONE)}${chance.pick(STREET_TWO)}`
          : `${chance.pick(TREES)}${chance.pick(['园', '林', '溪', '塘', '浦', '湾', '苑', '泾'])}`;
    return this.fresh(() => `${first()}${kind === 'road' ? '路' : chance.pick(['街', '路', '路', '支路'])}`);
  }

  oldQuarter(): string {
    return this.fresh(() => `${this.chance.pick(OLD_FIRST)}${this.chance.pick(['巷', '街', '弄', '桥', '里'])}片区`);
  }

  workersEstate(): string {
    const { chance } = this;
    return this.fresh(
      () =>
        `${chance.odds(0.55) ? chance.pick(WORKER_FIRST) : `${chance.pick(TREES)}${chance.pick(['园', '香', '塘', '泾', '苑', '溪'])}`}${chance.pick(WORKER_LAST)}`,
    );
  }

  newEstate(): string {
    const { chance } = this;
    return this.fresh(() => `${chance.pick(ESTATE_FIRST)}${chance.pick(ESTATE_LAST)}`);
  }

  hamlet(): string {
    const { chance } = this;
    return this.fresh(() => `${chance.pick(SURNAMES)}${chance.pick(HAMLET_LAST)}`);
  }

  community(rural: boolean): string {
    const { chance } = this;
    const stem = () =>
      chance.odds(0.5)
        ? chance.shuffled(GOOD).slice(0, 2).join('')
        : `${chance.pick(TREES)}${chance.pick(['园', '桥', '塘', '泾', '溪', '苑', '亭', '墩', '浦', '湾'])}`;
    return this.fresh(() => `${stem()}${rural ? '村' : '社区'}`);
  }

  park(): string {
    const { chance } = this;
    return this.fresh(() => `${chance.pick(STREET_ONE)}${chance.pick(STREET_TWO)}公园`);
  }
}
