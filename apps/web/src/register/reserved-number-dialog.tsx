import { Button, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doThen } from '../api/do-then.js';
import type { DocumentView } from '../api/types.js';
import { FormDialog } from '../people/form-dialog.js';
import { reservedQuery } from './register-queries.js';
import { numberOf } from './register-words.js';
import { useReservedNumber } from './use-register-actions.js';

/** Beside the next number: one that was held for this document. Shown only when there is one. */
export function UseReservedNumber({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const mayIssue = document.actions.includes('issue');
  const { data: reserved = [] } = useQuery({ ...reservedQuery, enabled: mayIssue });
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const use = useReservedNumber();
  if (!mayIssue || reserved.length === 0) {
    return null;
  }

  const submit = () => {
    if (chosen !== '') {
      doThen(
        use,
        { id: chosen, documentId: document.id },
        {
          onSuccess: ({ symbol }) => {
            setOpen(false);
            notifications.show({
              message: t('register.usedNow', { number: symbol ?? '' }),
              color: 'accent',
              role: 'status',
            });
          },
        },
      );
    }
  };

  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('register.use')}
      </Button>
      {isOpen && (
        <FormDialog
          title={t('register.use')}
          confirm={t('register.useConfirm')}
          isPending={use.isPending}
          error={use.error}
          onClose={() => setOpen(false)}
          onSubmit={submit}
        >
          <Text size="sm">{t('register.useText', { subject: document.subject })}</Text>
          <Radio.Group label={t('register.useWhich')} value={chosen} onChange={setChosen}>
            <Stack gap="xs" mt="xs">
              {reserved.map((entry) => (
                <Radio key={entry.id} value={entry.id} label={numberOf(entry)} description={entry.reason} />
              ))}
            </Stack>
          </Radio.Group>
        </FormDialog>
      )}
    </>
  );
}
