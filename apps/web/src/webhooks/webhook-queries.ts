import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Webhook, WebhookMessage, WebhookMessageState } from '../api/types.js';

/** Milliseconds: messages come and go while one looks. */
const lookEvery = 10_000;

export const webhooksQuery = pagedQuery<Webhook>(['webhooks', 'list'], (after, signal) =>
  read(client.GET('/api/v1/webhooks', { params: { query: { limit: rowsPerPage, after } }, signal })),
);

export function webhookQuery(id: string) {
  return queryOptions({
    queryKey: ['webhooks', 'one', id],
    refetchInterval: lookEvery,
    queryFn: ({ signal }): Promise<Webhook> =>
      read(client.GET('/api/v1/webhooks/{id}', { params: { path: { id } }, signal })),
  });
}

export function webhookMessagesQuery(id: string, state: WebhookMessageState | undefined) {
  return pagedQuery<WebhookMessage>(['webhooks', 'messages', id, state], (after, signal) =>
    read(
      client.GET('/api/v1/webhooks/{id}/messages', {
        params: { path: { id }, query: { limit: rowsPerPage, after, state } },
        signal,
      }),
    ),
  );
}

/** Does something to a webhook and reads it anew, also after a refusal: somebody else may have been quicker. */
export function useWebhookAction<Result, Wish = void>(act: (wish: Wish) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

/** Nothing of it is read anew: it is gone. */
export function useRemoveWebhook(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks', 'list'] }),
  });
}
