/** Encodings that any host can decode (WHATWG Encoding), by the standard's own names. GB 18030 includes GBK and GB 2312. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
] as const;

export type TextEncodingName = (typeof TEXT_ENCODINGS)[number];

/** Names without dashes, by the numbers and words that other programs use (Windows code pages, ESRI's and GDAL's `.cpg`). */
const ALIASES: Readonly<Record<string, TextEncodingName>> = {
  '65001': 'utf-8',
  '936': 'gb18030',
  '54936': 'gb18030',
  '20936': 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  euccn: 'gb18030',
  '950': 'big5',
  big5hkscs: 'big5',
  '1200': 'utf-16le',
  '1201': 'utf-16be',
  utf16: 'utf-16le',
  ucs2: 'utf-16le',
  '932': 'shift_jis',
  sjis: 'shift_jis',
  windows31j: 'shift_jis',
  '20932': 'euc-jp',
  '51932': 'euc-jp',
  '949': 'euc-kr',
  ksc5601: 'euc-kr',
  '874': 'windows-874',
  tis620: 'windows-874',
  '20866': 'koi8-r',
  '21866': 'koi8-u',
  '866': 'ibm866',
  '10000': 'macintosh',
  latin1: 'windows-1252',
  '88591': 'windows-1252',
  '28591': 'windows-1252',
  latin2: 'iso-8859-2',
  latin3: 'iso-8859-3',
  latin4: 'iso-8859-4',
  '88599': 'windows-1254',
  latin5: 'windows-1254',
  '885911': 'windows-874',
};

/** The encoding that a name or code page number means (`GBK`, `cp936`, `ISO-8859-1`, `1251`); null: none that can be decoded. */
export function parseEncodingName(name: string): TextEncodingName | null {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const bare = plain.replace(/^(windows|win|cp|ansi|ms|ibm|xgbk|iso(?=8859|2))/, '');
  for (const key of [plain, bare]) {
    const known = TEXT_ENCODINGS.find((one) => one.replace(/[^a-z0-9]/g, '') === key);
    if (known !== undefined) return known;
    if (Object.hasOwn(ALIASES, key)) return ALIASES[key]!;
    const windows = TEXT_ENCODINGS.find((one) => one === `windows-${key}`);
    if (windows !== undefined) return windows;
    const iso = /^8859(\d{1,2})$/.exec(key);
    const found = iso && TEXT_ENCODINGS.find((one) => one === `iso-8859-${iso[1]}`);
    if (found) return found;
  }
  return null;
}
