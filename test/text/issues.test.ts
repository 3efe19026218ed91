import { describe, expect, test } from 'vitest';
import { ISSUE_SEVERITY, issue, type IssueCode } from '../../src/core/issue.ts';
import { describeIssue } from '../../src/text/describe-issue.ts';
import { LANGUAGES } from '../../src/text/language.ts';

const CODES = Object.keys(ISSUE_SEVERITY) as IssueCode[];

describe.each(LANGUAGES)('every problem has a sentence in %s', (language) => {
  test.each(CODES)('%s, even with nothing to tell', (code) => {
    const sentence = describeIssue(language, issue(code, {}));
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    expect(sentence).toMatch(language === 'zh-CN' ? /[。]$/ : /\.$/);
    expect(sentence.split(language === 'zh-CN' ? '。' : '. ').length, 'says what to do next').toBeGreaterThan(1);
  });
});

test('the sentence says where, what and what to do', () => {
  const problem = issue(
    'number_negative',
    { input: 'areas', file: 'areas.csv', row: 7, id: 'A7', column: '户数' },
    { found: '-5', expected: '≥ 0' },
  );
  expect(describeIssue('zh-CN', problem)).toBe(
    'areas.csv，第 7 行，“户数”列，A7：“户数”列的 -5 是负数，按未知处理。请填写不小于 0 的数。',
  );
  expect(describeIssue('en', problem)).toBe(
    'areas.csv, row 7, column “户数”, A7: -5 in column “户数” is negative and counts as unknown. Enter a number that is not below 0.',
  );
});

test('long lists are cut short, figures grouped', () => {
  const areas = Array.from({ length: 20 }, (_, n) => `A${n}`);
  expect(describeIssue('zh-CN', issue('serves_unknown_area', { input: 'facilities', id: 'F1' }, { areas }))).toContain(
    'A11 等 20 项',
  );
  expect(describeIssue('en', issue('serves_remainder_unbooked', {}, { m2: 12345.5 }))).toContain('12\u202f345.5 m²');
});
