import type { InputRole, Issue, IssuePlace } from '../core/issue.ts';
import { issues as issuesEn } from './en/issues.ts';
import type { Language } from './language.ts';
import { issues as issuesZh } from './zh-CN/issues.ts';

const INPUT: Record<Language, Record<InputRole, string>> = {
  'zh-CN': {
    areas: '居住区',
    facilities: '设施',
    units: '行政单元',
    population: '人口',
    streets: '街道',
    candidates: '备选场地',
  },
  en: {
    areas: 'areas',
    facilities: 'facilities',
    units: 'units',
    population: 'population',
    streets: 'streets',
    candidates: 'candidates',
  },
};

/** Where a problem is, in words: file (or input), row, column, id. Empty when it is nowhere in particular. */
function describePlace(language: Language, { input, file, row, column, id }: IssuePlace): string {
  const zh = language === 'zh-CN';
  const parts: string[] = [];
  if (file !== undefined) parts.push(file);
  else if (input !== undefined) parts.push(INPUT[language][input]);
  if (row !== undefined) parts.push(zh ? `第 ${row} 行` : `row ${row}`);
  if (column !== undefined) parts.push(zh ? `“${column}”列` : `column “${column}”`);
  if (id !== undefined) parts.push(id);
  return parts.join(zh ? '，' : ', ');
}

/** A problem as one line in a language: where it is, what is wrong, what to do. */
export function describeIssue(language: Language, issue: Issue): string {
  const sentence = issueSentence(language, issue);
  const place = describePlace(language, issue.where);
  return place === '' ? sentence : `${place}${language === 'zh-CN' ? '：' : ': '}${sentence}`;
}

/** The same where it is plain which record is spoken of: what is wrong, what to do. */
export function issueSentence(language: Language, { code, where, detail }: Issue): string {
  return (language === 'zh-CN' ? issuesZh : issuesEn)[code](where, detail);
}
