import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconMailOff, IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Webhook, WebhookMessage } from '../api/types.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatMoment } from '../ui/format.js';
import { RowList } from '../ui/row-list.js';
import { useShowProblem } from '../ui/use-problem.js';
import { wordOfKind } from './webhook-dialogs.js';
import { useWebhookAction, webhookMessagesQuery } from './webhook-queries.js';
import { messageBoxes } from './webhook-search.js';
import { MessageStateWord } from './webhook-state-word.js';
import classes from './webhooks.module.css';

/** What it was told and what is still to be told; each can be sent again. */
export function WebhookMessages({ webhook: { id, waiting, failed } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const say = useSayReplayed();
  const { state } = useSearch({ from: '/desk/webhooks/$webhookId' });
  const query = useInfiniteQuery(webhookMessagesQuery(id, state));
  const replayAll = useWebhookAction(() =>
    read(client.POST('/api/v1/webhooks/{id}/messages/replay', { params: { path: { id } } })),
  );
  const counts = { all: 0, waiting, failed, delivered: 0 };
  return (
    <section className={classes.messages} aria-label={t('webhooks.messages')}>
      <div className={classes.heading}>
        <h2>{t('webhooks.messages')}</h2>
        {failed > 0 && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconRepeat size={16} aria-hidden />}
            loading={replayAll.isPending}
            onClick={() => void replayAll.mutateAsync().then(say, showProblem)}
          >
            {t('webhooks.replayFailed')}
          </Button>
        )}
      </div>
      <BoxTabs
        label={t('webhooks.messages')}
        tabs={messageBoxes.map((box) => ({
          key: box,
          word: t(`webhooks.box.${box}`),
          link: {
            to: '/webhooks/$webhookId',
            params: { webhookId: id },
            search: box === 'all' ? {} : { state: box },
          },
          chosen: box === (state ?? 'all'),
          count: counts[box],
        }))}
      />
      <RowList
        key={state ?? 'all'}
        label={t('webhooks.messages')}
        query={query}
        renderRow={(message) => <MessageLine webhookId={id} message={message} />}
        empty={<EmptyPlace icon={IconMailOff} title={t('webhooks.noMessages')} text={t('webhooks.noMessagesText')} />}
      />
    </section>
  );
}

/** Says how many are sent again. */
function useSayReplayed(): (answer: { readonly replayed: number }) => void {
  const { t } = useTranslation();
  return ({ replayed }) => {
    const message = t('webhooks.replayed', { number: replayed });
    notifications.show({ message, color: 'accent', role: 'status' });
  };
}

interface LineProps {
  readonly webhookId: string;
  readonly message: WebhookMessage;
}

function MessageLine({ webhookId, message }: LineProps) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const say = useSayReplayed();
  const { id: messageId, kind, symbol, state, occurredAt, tries, status, cause, detail } = message;
  const replay = useWebhookAction(() =>
    read(
      client.POST('/api/v1/webhooks/{id}/messages/{messageId}/replay', {
        params: { path: { id: webhookId, messageId } },
      }),
    ),
  );
  const facts = [
    formatMoment(occurredAt),
    ...(tries === 0 ? [] : [t('webhooks.tries', { number: tries })]),
    ...(cause === null ? [] : [t(`attention.cause.${cause}`)]),
    ...(status === null ? [] : [String(status)]),
  ];
  return (
    <div className={classes.line}>
      <span className={classes.words}>
        {t(`webhooks.kind.${wordOfKind[kind]}`)} · {symbol}
        <span className={classes.quiet}>{facts.join(' · ')}</span>
        {state !== 'delivered' && detail !== null && detail !== '' && <code className={classes.detail}>{detail}</code>}
      </span>
      <MessageStateWord state={state} />
      {state !== 'waiting' && (
        <Button
          variant="default"
          size="xs"
          loading={replay.isPending}
          data-row
          aria-label={t('webhooks.replayOf', { symbol })}
          // The line may have left the list by then: what is said outlives it.
          onClick={() => void replay.mutateAsync().then(say, showProblem)}
        >
          {t('webhooks.replay')}
        </Button>
      )}
    </div>
  );
}
