import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionLostError, ProblemError } from '../api/problem.js';

interface Sentences {
  readonly title: string;
  readonly detail: string;
}

/** What to tell a person about an error: the API's own sentences, or ours when no answer came. */
export function useSentences(): (error: unknown) => Sentences {
  const { t } = useTranslation();
  return useCallback(
    (error: unknown) => {
      if (error instanceof ConnectionLostError) {
        return { title: t('common.problem.offlineTitle'), detail: t('common.problem.offline') };
      }
      if (error instanceof ProblemError && error.problem.title !== '') {
        return { title: error.problem.title, detail: error.problem.detail };
      }
      const status = error instanceof ProblemError ? String(error.problem.status) : '–';
      return { title: t('common.problem.unknownTitle'), detail: t('common.problem.unknown', { status }) };
    },
    [t],
  );
}

export function useShowProblem(): (error: unknown) => void {
  const sentences = useSentences();
  return useCallback(
    (error: unknown) => {
      const { title, detail } = sentences(error);
      notifications.show({ title, message: detail, color: 'red', autoClose: 12_000, role: 'alert' });
    },
    [sentences],
  );
}
