import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { client, read } from '../api/client.js';
import type { MailboxDocument } from '../api/types.js';

interface Props {
  readonly documentKey: string;
  readonly kind: 'accept' | 'refuse';
  readonly onClose: () => void;
  readonly onDone: (document: MailboxDocument) => void;
}

/** Who answers, and with what: their arrival number, or why they send it back. */
export function AnswerDialog({ documentKey: key, kind, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [arrivalNumber, setArrivalNumber] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const answer = useMutation({
    mutationFn: () =>
      kind === 'accept'
        ? read(client.POST('/api/v1/mailbox-links/accept', { body: { key, name: name.trim(), arrivalNumber } }))
        : read(
            client.POST('/api/v1/mailbox-links/refuse', { body: { key, name: name.trim(), reason: reason.trim() } }),
          ),
    onSuccess: onDone,
  });
  const noName = name.trim() === '';
  const noReason = kind === 'refuse' && reason.trim() === '';
  return (
    <FormDialog
      title={t(`mailbox.${kind}Title`)}
      save={t(`mailbox.${kind}`)}
      error={answer.error}
      isPending={answer.isPending}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!noName && !noReason) {
          answer.mutate();
        }
      }}
    >
      <TextInput
        required
        data-autofocus
        label={t('mailbox.name')}
        autoComplete="name"
        maxLength={100}
        value={name}
        error={tried && noName && t('mailbox.nameMissing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {kind === 'accept' ? (
        <NumberInput
          label={t('mailbox.arrivalNumber')}
          description={t('mailbox.arrivalNumberHint')}
          min={1}
          max={999_999}
          allowDecimal={false}
          hideControls
          value={arrivalNumber ?? ''}
          onChange={(value) => setArrivalNumber(typeof value === 'number' ? value : null)}
        />
      ) : (
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={500}
          label={t('mailbox.reason')}
          value={reason}
          error={tried && noReason && t('mailbox.reasonMissing')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
