import { linkTo } from './notification-link.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { desktopState, showOnDesktop } from './desktop-notices.js';
import { latestUnread, unreadQuery } from './notification-queries.js';

/** Tells on the desktop of what is new while nobody looks at the page; a click leads to it. */
export function useDesktopNotices(): void {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryClient();
  const unread = useQuery(unreadQuery).data;
  const before = useRef(unread);
  const since = useRef(new Date().toISOString());

  useEffect(() => {
    const isMore = before.current !== undefined && unread !== undefined && unread > before.current;
    before.current = unread;
    if (!isMore || !document.hidden || desktopState() !== 'on') {
      return;
    }
    const told = since.current;
    void queries.fetchQuery(latestUnread).then((latest) => {
      for (const { id, kind, object, symbol, subject, createdAt } of latest) {
        if (createdAt > told) {
          showOnDesktop({
            id,
            title: t(`notifications.kind.${kind}`),
            text: symbol === null ? subject : `${symbol} · ${subject}`,
            onOpen: () => void router.navigate(linkTo(object)),
          });
          since.current = createdAt > since.current ? createdAt : since.current;
        }
      }
    });
  }, [unread, queries, router, t]);
}
