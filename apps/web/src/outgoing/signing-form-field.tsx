import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Signer } from '../api/types.js';
import type { DraftFields } from './draft-fields.js';

interface Props {
  readonly signer: Signer | undefined;
  readonly fields: DraftFields;
  readonly change: (part: Partial<DraftFields>) => void;
}

/** In whose place or name the signer signs; asked only where the signer’s post allows a form. */
export function SigningFormField({ signer, fields: { signingForm }, change }: Props) {
  const { t } = useTranslation();
  const allowed = signer?.signingForms ?? [];
  if (allowed.length === 0) {
    return null;
  }
  return (
    <Select
      label={t('outgoing.draft.signingForm')}
      description={t('outgoing.draft.signingFormHint')}
      placeholder={t('outgoing.draft.signingFormNone')}
      clearable
      clearButtonProps={{ 'aria-label': t('outgoing.draft.signingFormNone') }}
      data={allowed.map((form) => ({ value: form, label: t(`people.form.${form}`) }))}
      value={signingForm}
      onChange={(form) => change({ signingForm: allowed.find((known) => known === form) ?? null })}
    />
  );
}
