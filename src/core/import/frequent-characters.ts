/**
 * Characters that Chinese tables of places and facilities are full of: the most frequent ones of running text, those of
 * place names and those of the tables' own words, simplified and traditional. What they tell is the encoding.
 */
const SIMPLIFIED =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔城镇乡村街县州省居民委组户养老服务站床护理助餐幢楼层号巷弄坊里园苑庭湾桥江河湖田石龙福兴华庆祥永康宁丰和顺景园花香松竹梅兰府第备注面积编名称类型状态数据日期简语繁字';
const TRADITIONAL =
  '這個們來為國說時會對於著過發後種經麼學現當沒動樣還進開無與長機從實軍關點業將兩間問應戰頭體見產給話內門兒東聲員論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬術領確傳師觀讓識帶導爭運筆鎮鄉縣養護層號園灣橋龍興華慶寧豐順蘭備註編稱狀態簡語繁體臺灣鄰戶積';

/** Punctuation of Chinese text counts as frequent too: it is in no other script. */
const PUNCTUATION = '，。、；：？！（）《》“”【】—…·　';

export const FREQUENT_CHARACTERS: ReadonlySet<string> = new Set(SIMPLIFIED + TRADITIONAL + PUNCTUATION);
