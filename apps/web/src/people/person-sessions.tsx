import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SessionLines } from '../account/session-lines.js';
import { client } from '../api/client.js';
import { rowsOf } from '../api/paged.js';
import type { Person } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { personSessionsQuery } from './people-queries.js';
import classes from './people.module.css';

/** Where the person is signed in, and the way to end it all. */
export function PersonSessions({ person: { id, fullName } }: { readonly person: Person }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const query = useInfiniteQuery(personSessionsQuery(id));
  const end = useMutation({
    mutationFn: async () => {
      await client.DELETE('/api/v1/people/{id}/sessions', { params: { path: { id } } });
    },
    onSuccess: () => notifications.show({ message: t('people.sessionsEnded'), color: 'accent', role: 'status' }),
    onError: showProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people', 'sessions', id] }),
  });
  const ask = async () => {
    const text = t('people.endSessionsText', { name: fullName });
    const word = t('people.endSessions');
    if (await confirm({ title: word, text, confirm: word, dangerous: true })) {
      end.mutate();
    }
  };
  const isNowhere = query.data !== undefined && rowsOf(query.data).length === 0;

  return (
    <Section title={t('people.sessions')}>
      {isNowhere ? (
        <p className={classes.hint}>{t('people.noSessions')}</p>
      ) : (
        <>
          <SessionLines label={t('people.sessions')} query={query} />
          <Button
            variant="default"
            size="sm"
            leftSection={<IconLogout size={16} aria-hidden />}
            loading={end.isPending}
            onClick={() => void ask()}
          >
            {t('people.endSessions')}
          </Button>
        </>
      )}
    </Section>
  );
}
