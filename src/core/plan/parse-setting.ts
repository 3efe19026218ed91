import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

type SettingKey = keyof Settings;
type NumberKey = { [K in SettingKey]: Extract<Settings[K], number> extends never ? never : K }[SettingKey];
type ChoiceKey = 'single_unit' | 'per_hundred' | 'land_per';

/** What a setting that is a number may be. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Whether `min` itself is out of range. */
  readonly above?: boolean;
  readonly whole?: boolean;
}

/** Walks of more than four hours or above 10 km/h are no walks of older people: a slip of the hand, or another unit. */
export const SETTING_RANGES: Readonly<Record<NumberKey, NumberRange>> = {
  speed_km_h: { min: 0, max: 10, above: true },
  minutes: { min: 0, max: 240, above: true },
  circle_share: { min: 0, max: 1, above: true },
  detour_factor: { min: 1, max: 5 },
  snap_m: { min: 0, max: 5000 },
  elder_age: { min: 40, max: 100, whole: true },
  persons_per_household: { min: 0, max: 20, above: true },
  pool_minutes: { min: 0, max: 240, above: true },
  pool_small_households: { min: 0, max: 1_000_000, whole: true },
};

/** The values that a setting which is a choice may take. */
export const SETTING_CHOICES: { readonly [K in ChoiceKey]: readonly Settings[K][] } = {
  single_unit: ['each_unit', 'at_least_one'],
  per_hundred: ['pro_rata', 'started'],
  land_per: ['residents', 'elders'],
};

/** What a setting may be, in signs that need no language: `0 < x ≤ 10`, `each_unit | at_least_one`. */
export function settingExpects(key: SettingKey): string {
  if (isChoice(key)) return SETTING_CHOICES[key].join(' | ');
  if (!isNumber(key)) return 'true | false';
  const { min, max, above, whole } = SETTING_RANGES[key];
  const range = `${min} ${above ? '<' : '≤'} x ≤ ${max}${whole ? ', x ∈ ℤ' : ''}`;
  return DEFAULT_SETTINGS[key] === null ? `${range} | null` : range;
}

/** A setting read from text, or why it was not: there is none of that name, or it cannot be that. */
export type ParsedSetting =
  | { readonly setting: Partial<Settings> }
  | {
      readonly refused: 'setting_unknown' | 'setting_invalid';
      readonly found: string;
      readonly expected: string;
    };

/** Reads one setting as a person types it. `null` takes a figure back to the standard's own, where there is one. */
export function parseSetting(key: string, text: string): ParsedSetting {
  if (!isSetting(key)) {
    return { refused: 'setting_unknown', found: key, expected: Object.keys(DEFAULT_SETTINGS).join(', ') };
  }
  const value = valueOf(key, text.trim());
  if (value === undefined) return { refused: 'setting_invalid', found: text, expected: settingExpects(key) };
  return { setting: { [key]: value } };
}

function valueOf(key: SettingKey, text: string): Settings[SettingKey] | undefined {
  if (isChoice(key)) return (SETTING_CHOICES[key] as readonly Settings[SettingKey][]).find((one) => one === text);
  if (!isNumber(key)) return text === 'true' ? true : text === 'false' ? false : undefined;
  if (text === 'null') return DEFAULT_SETTINGS[key] === null ? null : undefined;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  return inRange(Number(text), SETTING_RANGES[key]) ? Number(text) : undefined;
}

function inRange(value: number, { min, max, above, whole }: NumberRange): boolean {
  return (above ? value > min : value >= min) && value <= max && (!whole || Number.isInteger(value));
}

function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(DEFAULT_SETTINGS, key);
}
function isChoice(key: SettingKey): key is ChoiceKey {
  return Object.hasOwn(SETTING_CHOICES, key);
}
function isNumber(key: SettingKey): key is NumberKey {
  return Object.hasOwn(SETTING_RANGES, key);
}
