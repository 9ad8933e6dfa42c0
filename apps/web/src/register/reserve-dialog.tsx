import { Select, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { FormDialog } from '../people/form-dialog.js';
import { numberingQuery } from './register-queries.js';
import { useReserveNumber } from './use-register-actions.js';

interface Props {
  readonly onClose: () => void;
  readonly onReserved: (number: string) => void;
}

export function ReserveDialog({ onClose, onReserved }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [typeCode, setTypeCode] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const types = useQuery(documentTypesQuery);
  const isPerType = useQuery(numberingQuery).data?.mode === 'per-type';
  const reserve = useReserveNumber();

  const submit = () => {
    setTried(true);
    if (reason.trim() !== '' && (!isPerType || typeCode !== null)) {
      const wish = { reason: reason.trim(), typeCode: isPerType ? typeCode : null };
      reserve.mutate(wish, { onSuccess: ({ words }) => onReserved(words) });
    }
  };

  return (
    <FormDialog
      title={t('register.reserveTitle')}
      confirm={t('register.reserve')}
      isPending={reserve.isPending}
      error={reserve.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Text size="sm">{t('register.reserveText')}</Text>
      {isPerType && (
        <Select
          label={t('register.type')}
          required
          searchable
          data={(types.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={typeCode}
          onChange={setTypeCode}
          error={tried && typeCode === null && t('register.missing')}
        />
      )}
      <Textarea
        data-autofocus
        label={t('register.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('register.missing')}
      />
    </FormDialog>
  );
}
