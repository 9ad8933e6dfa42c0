import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { SecondFactor } from '../api/types.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { ownFactorsQuery } from './second-factor-queries.js';
import { useFreshly } from './use-freshly.js';

const path = '/api/v1/account/second-factors/{id}';

/** Renames a factor, or takes it away after a question. */
export function useChangeFactor({ id, name }: SecondFactor, isLast: boolean) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const freshly = useFreshly();
  const showProblem = useShowProblem();
  const reload = () => queries.invalidateQueries({ queryKey: ownFactorsQuery.queryKey });

  const rename = useMutation({
    mutationFn: async (next: string) => {
      await client.PUT(path, { params: { path: { id } }, body: { name: next } });
    },
    onError: showProblem,
    onSettled: reload,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const isSure = await confirm({
        title: t('secondFactor.account.removeQuestion', { name }),
        text: isLast ? t('secondFactor.account.removeLastText') : t('secondFactor.account.removeText'),
        confirm: t('secondFactor.account.remove'),
        dangerous: true,
      });
      if (isSure) {
        await freshly(() => client.DELETE(path, { params: { path: { id } } }));
      }
    },
    onError: showProblem,
    onSettled: reload,
  });
  return { rename, remove };
}
