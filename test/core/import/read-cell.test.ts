import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNumber, readAmount, readCount, readDay, readFlag } from '../../../src/core/import/read-cell.ts';

const grouped = (n: number, separator: string): string => {
  const [whole = '', decimals] = Math.abs(n).toString().split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return `${n < 0 ? '-' : ''}${groups}${decimals === undefined ? '' : `.${decimals}`}`;
};

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe('a number', () => {
  test.each([
    ['1234', 1234],
    ['1,234', 1234],
    ['12,345,678.9', 12345678.9],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['１，２３４．５', 1234.5],
    ['-3', -3],
    ['\u22123', -3],
    ['.5', 0.5],
    ['1e3', 1000],
    ['007', 7],
  ])('%j is %d', (text, number) => {
    expect(parseNumber(text)).toBe(number);
  });

  test.each([
    '',
    'abc',
    '1,23',
    '1,2345',
    '12,34,567',
    '1.2万',
    '约100',
    '1-2',
    '0x10',
    '1 2',
    '٣',
    'Infinity',
    '1,234 567',
  ])('%j is none', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });

  test('comes back from every way of writing it', () => {
    const hundredths = fc.integer({ min: -1e10, max: 1e10 }).map((n) => n / 100);
    fc.assert(
      fc.property(hundredths, fc.constantFrom(',', ' ', '\u00a0', '\u202f', "'"), (n, separator) => {
        expect(parseNumber(String(n)) - n).toBe(0);
        expect(parseNumber(grouped(n, separator)) - n).toBe(0);
        expect(parseNumber(fullWidth(grouped(n, ','))) - n).toBe(0);
      }),
    );
  });
});

describe('an amount', () => {
  test.each([
    ['120㎡', 120],
    ['1,200 平方米', 1200],
    ['120.5m²', 120.5],
    ['0', 0],
    ['-0', 0],
  ])('%j is %d m²', (text, value) => {
    expect(readAmount(text, 'm2')).toEqual({ value });
  });

  test.each([
    ['120亩', 'number_invalid'],
    ['-1', 'number_negative'],
    ['1e13', 'number_too_large'],
    ['1e999', 'number_too_large'],
    [true, 'number_invalid'],
    [{ a: 1 }, 'number_invalid'],
  ])('%j: %s', (cell, code) => {
    const reading = readAmount(cell, 'm2');
    expect(reading.fault?.code).toBe(code);
    expect(reading.value).toBeUndefined();
  });

  test('counts are whole, with the unit they are counted in', () => {
    expect(readCount('1200户', 'households')).toEqual({ value: 1200 });
    expect(readCount('35张', 'beds')).toEqual({ value: 35 });
    expect(readCount('12.0', 'beds')).toEqual({ value: 12 });
    expect(readCount('12.5', 'beds').fault?.code).toBe('number_not_whole');
    expect(readCount('35张', 'households').fault?.code).toBe('number_invalid');
  });
});

describe('a day', () => {
  test.each([
    '2024-05-31',
    '2024/5/31',
    '2024.5.31',
    '2024年5月31日',
    '2024年05月31号',
    '20240531',
    '２０２４-０５-３１',
    '2024-05-31T00:00:00Z',
    '2024/5/31 0:00:00',
  ])('%s', (text) => {
    expect(readDay(text)).toEqual({ value: '2024-05-31' });
  });

  test('may be a number of eight digits', () => {
    expect(readDay(20240531)).toEqual({ value: '2024-05-31' });
  });

  test.each([
    '2024-02-30',
    '2023-02-29',
    '31/5/2024',
    '2024-5',
    '2024/5-31',
    '45443',
    '长期',
    '20241301',
    '0000-00-00',
  ])('%s is none', (text) => {
    expect(readDay(text).fault).toMatchObject({ code: 'date_invalid', detail: { found: text } });
  });
});

describe('yes or no', () => {
  test.each([
    ['TRUE', true],
    ['1', true],
    ['是', true],
    [true, true],
    [1, true],
    ['no', false],
    ['否', false],
    [0, false],
    ['', undefined],
    ['-', undefined],
  ])('%j is %s', (cell, value) => {
    expect(readFlag(cell)).toEqual({ value });
  });
});
