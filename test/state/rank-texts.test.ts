import { describe, expect, it } from 'vitest';
import { rankTexts } from '../../src/state/rank-texts.ts';

const { signal } = new AbortController();

describe('places of texts', () => {
  it('follow the order of the language, digits as numbers, equals sharing one', async () => {
    const texts = ['幸福里10', '安康里', '幸福里2', '安康里'];
    expect([...(await rankTexts(texts, 'zh-CN', signal))!]).toEqual([2, 0, 1, 0]);
  });

  it('agree with a plain sort over many', async () => {
    const texts = Array.from({ length: 5000 }, (_, i) => `Estate ${(i * 7919) % 5000}`);
    const ranks = (await rankTexts(texts, 'en', signal))!;
    expect([...ranks]).toEqual(texts.map((text) => Number(text.slice(7))));
  });

  it('stop when they are no longer wanted', async () => {
    const controller = new AbortController();
    controller.abort();
    const texts = Array.from({ length: 5000 }, (_, i) => String(i));
    expect(await rankTexts(texts, 'en', controller.signal)).toBeNull();
  });
});
