import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { Icon } from './icon.tsx';

export interface Option<K extends string> {
  readonly id: K;
  readonly text: string;
  readonly mark?: ReactNode;
  readonly note?: string;
}

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly placeholder?: string;
  readonly className?: string;
  readonly onChange: (value: K) => void;
}

/** One of a few: a labelled button that opens a list. */
export function Choice<K extends string>(props: ChoiceProps<K>) {
  const { label, options, value, onChange } = props;
  const chosen = options.find(({ id }) => id === value);
  return (
    <Select
      className={`choice ${props.className ?? ''}`}
      value={value}
      onChange={(key) => {
        const next = options.find(({ id }) => id === key);
        if (next !== undefined) onChange(next.id);
      }}
      {...(props.labelHidden === true ? { 'aria-label': label } : {})}
    >
      {props.labelHidden === true ? null : <Label className="label">{label}</Label>}
      <Button className="button">
        <SelectValue className="value">
          {chosen === undefined ? (
            <span className="muted">{props.placeholder ?? label}</span>
          ) : (
            <>
              <span className="chosen">{chosen.text}</span>
              {chosen.mark}
            </>
          )}
        </SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className="option">
              <Text slot="label">{option.text}</Text>
              {option.mark}
              {option.note === undefined ? null : <Text slot="description">{option.note}</Text>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
