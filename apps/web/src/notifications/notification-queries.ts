import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Notification, ReadNotifications, WriteNotificationSettings } from '../api/types.js';

// The live line has everything under this key read again when something new came, or was read on another page.
const key = ['notifications'] as const;

export const unreadQuery = queryOptions({
  queryKey: [...key, 'unread'],
  queryFn: async ({ signal }) => (await read(client.GET('/api/v1/notifications/unread', { signal }))).unread,
});

export function notificationListQuery(unread: boolean) {
  return pagedQuery<Notification>([...key, 'list', unread], (after, signal) =>
    read(
      client.GET('/api/v1/notifications', {
        params: { query: { unread: unread ? 'true' : 'false', limit: rowsPerPage, after } },
        signal,
      }),
    ),
  );
}

/** As many as anybody reads on a desktop; always asked anew. */
export const latestUnread = queryOptions({
  queryKey: [...key, 'latest'],
  queryFn: async ({ signal }) =>
    (await read(client.GET('/api/v1/notifications', { params: { query: { unread: 'true', limit: 3 } }, signal })))
      .items,
  staleTime: 0,
});

export function useReadNotifications() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ReadNotifications) => read(client.POST('/api/v1/notifications/read', { body })),
    onSuccess: ({ unread }) => queries.setQueryData(unreadQuery.queryKey, unread),
    onSettled: () => queries.invalidateQueries({ queryKey: [...key, 'list'] }),
  });
}

// Under a key of its own: what others do never changes them under somebody’s hands.
export const notificationSettingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => read(client.GET('/api/v1/notification-settings', { signal })),
});

export function useSaveNotificationSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: WriteNotificationSettings) => read(client.PUT('/api/v1/notification-settings', { body })),
    onSuccess: (settings) => queries.setQueryData(notificationSettingsQuery.queryKey, settings),
  });
}
