import { describe, expect, it } from 'vitest';
import { EDIT_REFUSALS, refuse } from '../../../src/core/plan/edit-refusal.ts';
import { LANGUAGES } from '../../../src/text/language.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { refusalText } from '../../../src/ui/forms/refusal-text.ts';

describe.each(LANGUAGES)('every refusal has a sentence in %s', (language) => {
  it.each(EDIT_REFUSALS)('%s, and says what to do', (code) => {
    const texts = textsFor(language);
    for (const refusal of [refuse(code), refuse(code, { found: ['a', 'b'], expected: 3 }, 'floor_area')]) {
      const sentence = refusalText(texts, refusal);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
      expect(sentence).toMatch(language === 'zh-CN' ? /。$/ : /\.$/);
      expect(sentence.split(language === 'zh-CN' ? '。' : '. ').length).toBeGreaterThan(1);
    }
  });
});
