import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessEncoding } from '../../../src/core/import/guess-encoding.ts';
import { encodeText } from '../../builders/encode-text.ts';

/** Words as tables have them: places, facilities, surnames. */
const SIMPLIFIED =
  '学田新村 和平花园 濠河里 崇川区 钟秀街道 狼山镇 幸福苑二期 虹桥路社区 日间照料中心 养老服务站 敬老院 光荣院 通州湾 姜灶 唐闸 观音山 任港路 张謇 顾维钧 濮阳'.split(
    ' ',
  );
const TRADITIONAL =
  '松山區 信義路 臺北市 萬華區 龍山寺 老人長期照顧中心 養護之家 復盛里 東勢里 鄰長 戶數 敦化南路 國語實小 錫口 艋舺 大稻埕 蘆洲 鶯歌 淡水'.split(
    ' ',
  );

function someOf(words: readonly string[]) {
  return fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 30 }).map((some) => some.join(','));
}

describe('the encoding is told by frequent characters', () => {
  it.each([
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
  ] as const)('%s', (encoding, words) => {
    fc.assert(
      fc.property(someOf(words), (text) => {
        expect(guessEncoding(encodeText(text, encoding)).used).toBe(encoding);
      }),
    );
  });

  it('a page of either is beyond doubt', () => {
    expect(guessEncoding(encodeText(SIMPLIFIED.join(','), 'gb18030'))).toMatchObject({
      used: 'gb18030',
      certain: true,
    });
    expect(guessEncoding(encodeText(TRADITIONAL.join(','), 'big5'))).toMatchObject({ used: 'big5', certain: true });
  });

  it('UTF-8 is never taken for anything else, and ASCII is no question', () => {
    fc.assert(
      fc.property(someOf([...SIMPLIFIED, ...TRADITIONAL]), (text) => {
        expect(guessEncoding(new TextEncoder().encode(text))).toEqual({ used: 'utf-8', certain: true, others: [] });
      }),
    );
    expect(guessEncoding(new TextEncoder().encode('id,name'))).toEqual({ used: 'utf-8', certain: true, others: [] });
  });

  it('Japanese is told by its kana', () => {
    expect(guessEncoding(encodeText('ひたちなか市', 'shift_jis')).used).toBe('shift_jis');
    expect(guessEncoding(encodeText('ひたちなか市', 'euc-jp')).used).toBe('euc-jp');
  });

  it('a single character proves nothing: it is uncertain, with what else it may be', () => {
    const { used, certain, others } = guessEncoding(encodeText('区', 'gb18030'));
    expect({ used, certain }).toEqual({ used: 'gb18030', certain: false });
    expect(others).toContain('big5');
  });

  it('random bytes never throw, and name only encodings that can be decoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { used, others } = guessEncoding(bytes);
        for (const name of [used, ...others]) expect(new TextDecoder(name).decode(bytes)).toBeTypeOf('string');
        expect(others).not.toContain(used);
      }),
    );
  });
});
