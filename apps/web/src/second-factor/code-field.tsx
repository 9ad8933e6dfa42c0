import { TextInput } from '@mantine/core';
import { useFocusHere } from './use-focus-here.js';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | false;
}

/** Six digits, which phones and browsers offer to fill in by themselves. */
export function CodeField({ label, description, value, onChange, error }: Props) {
  const field = useFocusHere();
  return (
    <TextInput
      label={label}
      description={description}
      size="md"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={10}
      data-autofocus
      ref={field}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.25em' } }}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      error={error}
    />
  );
}

export function isCode(text: string): boolean {
  return /^\d{6}$/.test(text.replaceAll(/[\s-]/g, ''));
}
