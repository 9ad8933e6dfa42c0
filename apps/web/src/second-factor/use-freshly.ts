import { modals } from '@mantine/modals';
import { createElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/problem.js';
import { ConfirmIdentityForm } from './confirm-identity-form.js';

/**
 * Does something for which an open session is not enough: when the server wants the password once more, it is asked
 * for and the same is done again. Null when the person thought better of it.
 */
export function useFreshly(): <Answer>(act: () => Promise<Answer>) => Promise<Answer | null> {
  const { t } = useTranslation();
  const askForPassword = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        const id = modals.open({
          title: t('secondFactor.confirm.title'),
          closeButtonProps: { 'aria-label': t('common.close') },
          zIndex: 500,
          onClose: () => {
            resolve(false);
          },
          children: createElement(ConfirmIdentityForm, {
            onConfirmed: () => {
              resolve(true);
              modals.close(id);
            },
          }),
        });
      }),
    [t],
  );
  return useCallback(
    async (act) => {
      try {
        return await act();
      } catch (error) {
        if (!hasCode(error, 'session.confirmation-required')) {
          throw error;
        }
      }
      return (await askForPassword()) ? act() : null;
    },
    [askForPassword],
  );
}
