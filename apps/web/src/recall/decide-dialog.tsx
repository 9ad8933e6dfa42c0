import { Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import type { ArrivalRequest } from '../api/types.js';
import { useDecideRequest } from './request-queries.js';

interface Props {
  readonly arrivalId: string;
  readonly request: ArrivalRequest;
  readonly agrees: boolean;
  readonly onClose: () => void;
}

/** Agreeing says what follows from it; refusing takes a reason. */
export function DecideDialog({ arrivalId, request: { id: requestId, kind }, agrees, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecideRequest(arrivalId);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = !agrees && note.trim() === '';
  return (
    <FormDialog
      title={t(agrees ? `recall.agreeTitle.${kind}` : 'recall.refuseTitle')}
      save={t(agrees ? 'recall.agree' : 'recall.refuse')}
      error={decide.error}
      isPending={decide.isPending}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!isMissing) {
          decide.mutate(
            { requestId, agrees, note: note.trim() },
            {
              onSuccess: () => {
                const message = t(agrees ? 'recall.agreed' : 'recall.refusedDone');
                notifications.show({ message, color: 'accent', role: 'status' });
                onClose();
              },
            },
          );
        }
      }}
    >
      <span>{t(agrees ? `recall.notice.${kind}AskedText` : 'recall.refuseText')}</span>
      {!agrees && (
        <Textarea
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          label={t('recall.refuseReason')}
          value={note}
          error={tried && isMissing && t('recall.refuseReasonMissing')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
