import { Button, Input, SearchField } from 'react-aria-components';
import { Icon } from './icon.tsx';

/** Text that narrows a list as it is typed. */
export function SearchInput({
  label,
  clearLabel,
  value,
  onChange,
}: {
  readonly label: string;
  readonly clearLabel: string;
  /** Absent: what surrounds it keeps the text. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}) {
  return (
    <SearchField
      className="text-input search"
      aria-label={label}
      {...(value === undefined ? {} : { value })}
      {...(onChange === undefined ? {} : { onChange })}
    >
      <Icon name="search" size={14} />
      <Input placeholder={label} />
      <Button className="button quiet" aria-label={clearLabel}>
        <Icon name="close" size={12} />
      </Button>
    </SearchField>
  );
}
