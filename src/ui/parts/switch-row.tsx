import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components';

/** A switch with its label; the label may be spoken only. */
export function SwitchRow({
  selected,
  label,
  children,
  onChange,
}: {
  readonly selected: boolean;
  readonly label?: string;
  readonly children?: ReactNode;
  readonly onChange: (selected: boolean) => void;
}) {
  return (
    <SwitchField isSelected={selected} onChange={onChange} {...(label === undefined ? {} : { 'aria-label': label })}>
      <SwitchButton className="switch">
        <span className="track" />
        {children}
      </SwitchButton>
    </SwitchField>
  );
}
