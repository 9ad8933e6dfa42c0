import { modals } from '@mantine/modals';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly cancel?: string;
  readonly dangerous?: boolean;
}

/** Asks in plain words, naming the thing, before what can't be undone. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation();
  return useCallback(
    ({ title, text, confirm, cancel, dangerous = false }) =>
      new Promise((resolve) => {
        modals.openConfirmModal({
          title,
          children: text,
          labels: { confirm, cancel: cancel ?? t('common.cancel') },
          confirmProps: { ...(dangerous ? { color: 'red' } : {}), 'data-autofocus': true },
          closeButtonProps: { 'aria-label': t('common.close') },
          onConfirm: () => {
            resolve(true);
          },
          onCancel: () => {
            resolve(false);
          },
          onClose: () => {
            resolve(false);
          },
        });
      }),
    [t],
  );
}
