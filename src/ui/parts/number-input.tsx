import { OptionalNumber, type NumberProps } from './optional-number.tsx';

/** A figure with its unit, never blank; committed on Enter or on leaving the field. */
export function NumberInput({ onChange, ...props }: NumberProps & { readonly onChange: (value: number) => void }) {
  return (
    <OptionalNumber
      {...props}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
    />
  );
}
