import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { PauseDelivery, WriteAlertSettings } from '../api/types.js';

/** How often the page looks again while somebody looks at it, in milliseconds. */
const lookEvery = 5_000;

export const queueQuery = queryOptions({
  queryKey: ['delivery-queue'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/delivery-queue', { signal })),
  refetchInterval: lookEvery,
});

/** Does something to the queue and reads it again, also after a refusal: somebody else may have been quicker. */
function useQueueAction<Wish, Answer>(act: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: queueQuery.queryKey }),
  });
}

export function usePause() {
  return useQueueAction((body: PauseDelivery) => read(client.POST('/api/v1/delivery-queue/pauses', { body })));
}

export function useResume() {
  return useQueueAction((id: string) =>
    read(client.DELETE('/api/v1/delivery-queue/pauses/{id}', { params: { path: { id } } })),
  );
}

/** One job by its id, or `all` of them. */
export function useRetryJobs() {
  return useQueueAction((id: string) =>
    id === 'all'
      ? read(client.POST('/api/v1/delivery-queue/failed-jobs/retry'))
      : read(client.POST('/api/v1/delivery-queue/failed-jobs/{id}/retry', { params: { path: { id } } })),
  );
}

export const alertsQuery = queryOptions({
  queryKey: ['delivery-queue', 'alerts'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/alerts', { signal }))).items,
  refetchInterval: lookEvery,
});

export const alertSettingsQuery = queryOptions({
  queryKey: ['delivery-queue', 'alert-settings'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/alerts/settings', { signal })),
});

export function useSaveAlertSettings(version: number) {
  return useQueueAction((body: WriteAlertSettings) =>
    read(client.PUT('/api/v1/alerts/settings', { params: { header: { 'If-Match': `"${version}"` } }, body })),
  );
}
