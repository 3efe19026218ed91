import { describe, expect, it } from 'vitest';
import { parseEncodingName, TEXT_ENCODINGS } from '../../../src/core/import/text-encoding.ts';

describe('names of encodings', () => {
  it.each([
    ['UTF-8', 'utf-8'],
    ['utf8', 'utf-8'],
    ['65001', 'utf-8'],
    ['GBK', 'gb18030'],
    ['GB2312', 'gb18030'],
    ['gb18030', 'gb18030'],
    ['cp936', 'gb18030'],
    ['936', 'gb18030'],
    ['ANSI 936', 'gb18030'],
    ['Big-5', 'big5'],
    ['CP950', 'big5'],
    ['shiftjis', 'shift_jis'],
    ['EUC-KR', 'euc-kr'],
    ['koi8r', 'koi8-r'],
    ['latin1', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['ISO 8859-2', 'iso-8859-2'],
    ['88592', 'iso-8859-2'],
    ['latin2', 'iso-8859-2'],
    ['1251', 'windows-1251'],
    ['windows-1251', 'windows-1251'],
    ['ANSI 1252', 'windows-1252'],
    ['874', 'windows-874'],
    ['UTF-16', 'utf-16le'],
    ['UTF-16BE', 'utf-16be'],
  ])('%s is %s', (name, encoding) => {
    expect(parseEncodingName(name)).toBe(encoding);
  });

  it.each(['', 'cp437', 'OEM', 'constructor', '__proto__'])('%j is none', (name) => {
    expect(parseEncodingName(name)).toBeNull();
  });

  it('each can be decoded, under its own name', () => {
    for (const name of TEXT_ENCODINGS) {
      expect(new TextDecoder(name).encoding).toBe(name);
      expect(parseEncodingName(name)).toBe(name);
    }
  });
});
