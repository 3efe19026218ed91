import type { Settings } from '../../core/plan/settings.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';

/** A setting's value in words; undefined: as it comes. */
export function settingText(
  setting: keyof Settings,
  value: Settings[keyof Settings] | undefined,
  { facilities, settings, workspace }: Texts,
): string {
  if (value === undefined) return settings.reset;
  if (value === null) return setting === 'persons_per_household' ? settings.noEstimate : settings.fromStandard;
  if (typeof value === 'boolean') return value ? facilities.yes : facilities.no;
  if (typeof value === 'number') return setting === 'circle_share' ? formatShare(value) : formatNumber(value);
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = settings.options;
  return options[setting]?.[value] ?? workspace.unknown;
}
