import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { hasCode } from '../api/problem.js';
import { pagedQuery, rowsOf, rowsPerPage } from '../api/paged.js';
import type { SessionSummary } from '../api/types.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './account-page.module.css';
import { SessionLines } from './session-lines.js';

const ownSessions = pagedQuery<SessionSummary>(['sessions'], (after, signal) =>
  read(client.GET('/api/v1/sessions', { params: { query: { limit: rowsPerPage, after } }, signal })),
);

/** The own sessions: one that is not known any more is ended here, or all others at once. */
export function OwnSessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const query = useInfiniteQuery({ ...ownSessions, refetchInterval: 60_000 });
  const end = useMutation({
    mutationFn: (which: { readonly id: string } | 'others') =>
      which === 'others'
        ? client.DELETE('/api/v1/sessions')
        : client.DELETE('/api/v1/sessions/{id}', { params: { path: { id: which.id } } }),
    onError: (error) => {
      // It has ended by itself: the list says so in a moment.
      if (!hasCode(error, 'not-found')) {
        showProblem(error);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const others = rowsOf(query.data).filter(({ current }) => !current);

  return (
    <>
      <p className={classes.lead}>{t(others.length === 0 ? 'account.onlyHere' : 'account.sessionsText')}</p>
      <SessionLines
        label={t('account.sessions')}
        query={query}
        renderAction={(session) => (
          <Button
            variant="default"
            size="xs"
            loading={end.isPending && end.variables !== 'others' && end.variables.id === session.id}
            onClick={() => {
              end.mutate({ id: session.id });
            }}
          >
            {t('account.end')}
          </Button>
        )}
      />
      {others.length > 0 && (
        <Button
          variant="default"
          color="red"
          loading={end.isPending && end.variables === 'others'}
          onClick={() => {
            void confirm({
              title: t('account.endOthers'),
              text: t('account.endOthersText', { number: others.length }),
              confirm: t('account.endOthers'),
              dangerous: true,
            }).then((yes) => {
              if (yes) {
                end.mutate('others');
              }
            });
          }}
        >
          {t('account.endOthers')}
        </Button>
      )}
    </>
  );
}
