import { describe, expect, it } from 'vitest';
import { parseSetting, SETTING_CHOICES, SETTING_RANGES, settingExpects } from '../../../src/core/plan/parse-setting.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/plan/settings.ts';

describe('a setting as a person types it', () => {
  it.each([
    ['speed_km_h', '2.16', 2.16],
    ['speed_km_h', ' 4 ', 4],
    ['minutes', '10', 10],
    ['minutes', 'null', null],
    ['circle_share', '1', 1],
    ['circle_share', '.95', 0.95],
    ['detour_factor', '1', 1],
    ['elder_age', '65', 65],
    ['single_unit', 'at_least_one', 'at_least_one'],
    ['per_hundred', 'started', 'started'],
    ['land_per', 'elders', 'elders'],
    ['land_binds', 'true', true],
    ['land_binds', 'false', false],
    ['persons_per_household', '2.22', 2.22],
    ['persons_per_household', 'null', null],
    ['pool_small_households', '0', 0],
  ])('%s=%s is %s', (key, text, value) => {
    expect(parseSetting(key, text)).toEqual({ setting: { [key]: value } });
  });

  it.each([
    ['speed_km_h', '0'],
    ['speed_km_h', '-3'],
    ['speed_km_h', 'null'],
    ['speed_km_h', '3km/h'],
    ['speed_km_h', ''],
    ['speed_km_h', '1e1'],
    ['speed_km_h', 'Infinity'],
    ['speed_km_h', '50'],
    ['circle_share', '0'],
    ['circle_share', '95'],
    ['detour_factor', '0.9'],
    ['elder_age', '64.5'],
    ['single_unit', 'each'],
    ['land_binds', 'yes'],
    ['land_binds', '1'],
  ])('%s=%s is refused, saying what it may be', (key, text) => {
    expect(parseSetting(key, text)).toEqual({
      refused: 'setting_invalid',
      found: text,
      expected: settingExpects(key as keyof Settings),
    });
  });

  it.each(['colour', 'toString', '__proto__', ''])('there is no setting “%s”', (key) => {
    expect(parseSetting(key, '1')).toMatchObject({ refused: 'setting_unknown', found: key });
  });
});

describe('what settings may be', () => {
  it('is known for every one, and every default keeps to it', () => {
    for (const [key, value] of Object.entries(DEFAULT_SETTINGS)) {
      expect(parseSetting(key, String(value))).toEqual({ setting: { [key]: value } });
      const known = key in SETTING_RANGES || key in SETTING_CHOICES || typeof value === 'boolean';
      expect(known).toBe(true);
    }
  });

  it.each([
    ['circle_share', '0 < x ≤ 1'],
    ['minutes', '0 < x ≤ 240 | null'],
    ['elder_age', '40 ≤ x ≤ 100, x ∈ ℤ'],
    ['single_unit', 'each_unit | at_least_one'],
    ['land_binds', 'true | false'],
  ] as const)('%s: %s', (key, text) => {
    expect(settingExpects(key)).toBe(text);
  });
});
