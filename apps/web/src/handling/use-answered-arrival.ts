import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';
import { useArrivalAction } from '../incoming/use-arrival-action.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';

/** Once an answer is issued: asks whether the work on what it answers has ended with it. Nothing ends by itself. */
export function useAnsweredArrival(): (document: DocumentView) => Promise<void> {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const action = useArrivalAction();
  return async ({ relations, symbol }) => {
    for (const { kind, target } of relations) {
      if (kind !== 'replies-to' || target.type !== 'arrival') {
        continue;
      }
      // Whoever may not read it is not asked.
      const arrival = await queries.fetchQuery({ ...arrivalQuery(target.id), staleTime: 0 }).catch(() => undefined);
      if (arrival === undefined || !arrival.actions.includes('complete')) {
        continue;
      }
      const isDone = await confirm({
        title: t('handling.answered.title'),
        text: t('handling.answered.text', { symbol: symbol ?? '', answered: arrival.symbol, name: arrival.subject }),
        confirm: t('handling.answered.confirm'),
        cancel: t('handling.answered.notYet'),
      });
      if (isDone) {
        action.mutate(
          { id: arrival.id, action: 'complete' },
          {
            onError: showProblem,
            onSuccess: () =>
              notifications.show({ message: t('incoming.done.complete'), color: 'accent', role: 'status' }),
          },
        );
      }
    }
  };
}
