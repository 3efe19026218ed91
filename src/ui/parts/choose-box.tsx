import type { MouseEvent } from 'react';
import { Icon } from './icon.tsx';

/** A box in a grid that has the keyboard as a whole: pressed with the pointer, it leaves the focus where it is. */
export function ChooseBox({
  checked,
  label,
  onPress,
}: {
  readonly checked: boolean | 'mixed';
  readonly label: string;
  readonly onPress: (event: MouseEvent) => void;
}) {
  return (
    <button
      type="button"
      className="choose-box"
      // An input would take the focus from the grid, and knows no third state without a script.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onPress(event);
      }}
    >
      <span className="check-box">
        {checked === 'mixed' ? <span className="dash" /> : <Icon name="tick" size={12} />}
      </span>
    </button>
  );
}
