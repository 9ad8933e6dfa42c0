import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';
import { AssigneeSelect } from './assign-dialog.js';

interface Props {
  readonly arrival: ArrivalView;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (toPostId: string) => void;
}

/** The leader who gets a document to distribute; the one of last time stands there already. */
export function SubmitDialog({ arrival, isPending, onClose, onSubmit }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(() =>
    arrival.submission === null
      ? null
      : {
          postId: arrival.submission.postId,
          name: `${arrival.submission.fullName}, ${arrival.submission.position}`,
        },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('handling.submit.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <span>{t('handling.submit.text', { symbol: arrival.symbol, name: arrival.subject })}</span>
        <AssigneeSelect
          label={t('handling.submit.leader')}
          taken={chosen === null ? [] : [chosen.postId]}
          leadersOnly
          onChoose={({ postId, name, position }) =>
            postId !== null && setChosen({ postId, name: position === null ? name : `${name}, ${position}` })
          }
        />
        {chosen !== null && <b>{chosen.name}</b>}
        <Button
          loading={isPending}
          disabled={chosen === null}
          onClick={() => {
            if (chosen !== null) {
              onSubmit(chosen.postId);
            }
          }}
        >
          {t('handling.act.submit')}
        </Button>
      </Stack>
    </Modal>
  );
}
