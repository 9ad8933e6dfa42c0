import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../people/form-dialog.js';

interface Props {
  readonly name: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onReplace: (overlapDays: number) => void;
}

const choices = ['7', '1', '30', '0'] as const;

export function ReplaceSecretDialog({ name, isPending, error, onClose, onReplace }: Props) {
  const { t } = useTranslation();
  const [days, setDays] = useState<(typeof choices)[number]>('7');
  return (
    <FormDialog
      title={t('apiClients.replaceTitle', { name })}
      confirm={t('apiClients.replaceSecret')}
      dangerous={days === '0'}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => onReplace(Number(days))}
    >
      <span>{t('apiClients.replaceText')}</span>
      <Select
        label={t('apiClients.overlap')}
        allowDeselect={false}
        data={choices.map((value) => ({ value, label: t(`apiClients.overlapDays.${value}`) }))}
        value={days}
        onChange={(value) => setDays(choices.find((known) => known === value) ?? '7')}
      />
    </FormDialog>
  );
}
