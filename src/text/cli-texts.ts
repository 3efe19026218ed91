import { checks as checksEn } from './en/checks.ts';
import { cli as cliEn } from './en/cli.ts';
import { standards as standardsEn } from './en/standards.ts';
import type { Language } from './language.ts';
import { checks } from './zh-CN/checks.ts';
import { cli } from './zh-CN/cli.ts';
import { standards } from './zh-CN/standards.ts';

const chinese = { checks, cli, standards };

/** Everything the command line says. Another language has the same shape. */
export type CliTexts = typeof chinese;

const english: CliTexts = { checks: checksEn, cli: cliEn, standards: standardsEn };

/** The command line's sentences of one language. Issues of the data have `describeIssue`. */
export function cliTextsFor(language: Language): CliTexts {
  return language === 'en' ? english : chinese;
}
