import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { Section } from '../ui/facts.js';
import { formatDay, formatMoment } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './account-page.module.css';

/** The accounts elsewhere that open this one; nothing where there are none. */
export function LinkedIdentities() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const query = useQuery({
    queryKey: ['linked-identities'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/linked-identities', { signal })),
  });
  const unlink = useMutation({
    mutationFn: async (id: string) => {
      const isSure = await confirm({
        title: t('account.unlinkTitle'),
        text: t('account.unlinkText'),
        confirm: t('account.unlink'),
      });
      if (isSure) {
        await client.DELETE('/api/v1/linked-identities/{id}', { params: { path: { id } } });
      }
    },
    onError: useShowProblem(),
    onSettled: () => queries.invalidateQueries({ queryKey: ['linked-identities'] }),
  });
  const items = query.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <Section title={t('account.linked')}>
      <p className={classes.lead}>{t('account.linkedText')}</p>
      <ul className={classes.list} aria-label={t('account.linked')}>
        {items.map(({ id, issuer, linkedAt, lastUsedAt }) => (
          <li key={id} className={classes.session}>
            <span className={classes.words}>
              <span className={classes.what}>{new URL(issuer).host}</span>
              <br />
              <span className={classes.when}>
                {t('account.linkedWhen', { since: formatDay(linkedAt), used: formatMoment(lastUsedAt) })}
              </span>
            </span>
            <Button variant="default" size="xs" loading={unlink.isPending} onClick={() => unlink.mutate(id)}>
              {t('account.unlink')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
