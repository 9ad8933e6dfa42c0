import { Button, Loader, Switch } from '@mantine/core';
import { IconBellOff, IconChecks, IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { NextRows } from '../ui/next-rows.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useShowProblem } from '../ui/use-problem.js';
import { NotificationLine } from './notification-line.js';
import { notificationListQuery, useReadNotifications } from './notification-queries.js';
import classes from './notifications.module.css';

/** What a person was told, newest first; opening one marks it as read. */
export function NotificationList({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const [onlyUnread, setOnlyUnread] = useState(false);
  const query = useInfiniteQuery(notificationListQuery(onlyUnread));
  const markRead = useReadNotifications();
  const showProblem = useShowProblem();
  const rows = rowsOf(query.data);
  const [newest] = rows;

  return (
    <>
      <div className={classes.tools}>
        <Switch
          size="sm"
          label={t('notifications.onlyUnread')}
          checked={onlyUnread}
          onChange={(event) => setOnlyUnread(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconChecks size={16} aria-hidden />}
          disabled={rows.every(({ readAt }) => readAt !== null) && !query.hasNextPage}
          loading={markRead.isPending}
          onClick={() => newest !== undefined && markRead.mutate({ upTo: newest.id }, { onError: showProblem })}
        >
          {t('notifications.markAll')}
        </Button>
      </div>
      {query.error !== null && <ProblemAlert error={query.error} />}
      {query.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyPlace
          icon={IconBellOff}
          title={t(onlyUnread ? 'notifications.noneUnread' : 'notifications.empty')}
          text={t(onlyUnread ? 'notifications.noneUnreadText' : 'notifications.emptyText')}
        />
      )}
      {rows.length > 0 && (
        <ul className={classes.list} aria-label={t('notifications.title')}>
          {rows.map((one) => (
            <li key={one.id}>
              <NotificationLine
                notification={one}
                onOpen={() => {
                  if (one.readAt === null) {
                    markRead.mutate({ ids: [one.id] }, { onError: showProblem });
                  }
                  onLeave();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <NextRows
          isReading={query.isFetchingNextPage}
          isFailed={query.isError}
          onNear={() => void query.fetchNextPage()}
        />
      )}
      <Button
        variant="subtle"
        size="xs"
        mt="md"
        leftSection={<IconSettings size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/account" hash="notifications" {...props} onClick={onLeave} />}
      >
        {t('notifications.choose')}
      </Button>
    </>
  );
}
