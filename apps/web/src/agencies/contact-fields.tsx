import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgencyContact } from '../api/types.js';

interface Props {
  readonly value: Required<AgencyContact>;
  readonly onChange: (changed: Partial<AgencyContact>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly focused?: boolean;
}

/** The lengths of the contract. */
const longest = { address: 300, email: 200, phone: 50 } as const;

export function ContactFields({ value, onChange, errors, focused = false }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('agencies.address')}
        maxLength={longest.address}
        data-autofocus={focused || undefined}
        value={value.address}
        error={errors['address']}
        onChange={(event) => onChange({ address: event.currentTarget.value })}
      />
      <TextInput
        label={t('agencies.email')}
        type="email"
        maxLength={longest.email}
        value={value.email}
        error={errors['email']}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        label={t('agencies.phone')}
        type="tel"
        maxLength={longest.phone}
        value={value.phone}
        error={errors['phone']}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
    </>
  );
}
