import type { Bilingual } from '../../core/standards/standard.ts';
import type { Language } from '../../text/language.ts';

/** A document's own words in the person's language. */
export function inLanguage(words: Bilingual, language: Language): string {
  return language === 'en' ? words.en : words.zh;
}
