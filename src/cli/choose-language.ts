import { LANGUAGES, type Language } from '../text/language.ts';

/** The language to speak, looked for before anything else is: `--lang`, else the environment's, else English. */
export function chooseLanguage(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  const named = LANGUAGES.find((language) => language === asked);
  if (named) return named;
  // POSIX: the first of these that is set and not empty counts.
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}
