import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Changed, Difference, Side } from '../../core/counties/merge-returned.ts';
import { fieldLabel, fieldText } from '../../state/field-text.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { useTexts } from '../workspace-context.tsx';

/** Differences shown at once: whoever has more settles them in one go, or in the file. */
const MOST_SHOWN = 300;

const FIRST: readonly Changed[] = ['both', 'theirs', 'mine'];

/** What differs, side by side with what was sent; conflicts first, each with a choice. */
export function DifferenceTable({
  differences,
  sentOn,
  savedOn,
  onChoose,
}: {
  readonly differences: readonly Difference[];
  readonly sentOn: string;
  readonly savedOn: string;
  readonly onChoose: (key: string, side: Side) => void;
}) {
  const texts = useTexts();
  const t = texts.counties;
  const sorted = FIRST.flatMap((changed) => differences.filter((one) => one.changed === changed));
  const titles = [t.what, t.sent(sentOn), t.mine, t.theirs(savedOn), t.take];
  const left = sorted.length - MOST_SHOWN;
  return (
    <>
      <table className="health-table county-table" aria-label={t.list}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_SHOWN).map((one) => (
            <tr key={one.key} data-changed={one.changed}>
              <td data-title={titles[0]}>
                <div>
                  <strong>{one.name ?? one.id}</strong> {labelOf(texts, one)}
                  <div className="muted">{t.changed[one.changed]}</div>
                </div>
              </td>
              <td data-title={titles[1]}>
                <div>{valueText(texts, one, one.sent)}</div>
              </td>
              <td data-title={titles[2]}>
                <div>{valueText(texts, one, one.mine)}</div>
              </td>
              <td data-title={titles[3]}>
                <div>{valueText(texts, one, one.theirs)}</div>
              </td>
              <td data-title={titles[4]}>
                <SideChoice one={one} onChoose={(side) => onChoose(one.key, side)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? <p className="muted">{t.more(formatNumber(left))}</p> : null}
    </>
  );
}

function SideChoice({ one, onChoose }: { readonly one: Difference; readonly onChoose: (side: Side) => void }) {
  const texts = useTexts();
  const t = texts.counties;
  return (
    <ToggleButtonGroup
      className="county-sides"
      aria-label={`${t.take} ${one.name ?? one.id} ${labelOf(texts, one)}`}
      selectedKeys={one.taken === null ? [] : [one.taken]}
      onSelectionChange={(keys) => {
        const side = (['mine', 'theirs'] as const).find((each) => keys.has(each));
        if (side !== undefined) onChoose(side);
      }}
    >
      {(['mine', 'theirs'] as const).map((side) => (
        <ToggleButton key={side} id={side} className="chip">
          {t.sides[side]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function labelOf(texts: Texts, { field }: Difference): string {
  return field === null ? texts.counties.wholeRow : fieldLabel(texts, field);
}

/** A value as the workbook shows it. */
function valueText(texts: Texts, { field }: Difference, value: unknown): string {
  const { counties: t } = texts;
  if (field === null) return value === undefined ? t.absent : t.present;
  if (value === undefined) return t.blank;
  if (typeof value === 'object' && value !== null && 'coordinates' in value) return String(value.coordinates);
  return fieldText(texts, field, value) ?? JSON.stringify(value);
}
