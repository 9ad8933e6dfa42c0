import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Notification } from '../api/types.js';
import { formatMoment, formatWhen } from '../ui/format.js';
import { UrgencyMark } from '../ui/line.js';
import { linkTo } from './notification-link.js';
import classes from './notifications.module.css';

interface Props {
  readonly notification: Notification;
  readonly onOpen: () => void;
}

/** What happened, to what, and whose doing it was; a link to it. */
export function NotificationLine({ notification, onOpen }: Props) {
  const { t } = useTranslation();
  const { kind, object, urgency, symbol, subject, who, createdAt, readAt } = notification;
  const words = (
    <>
      <span className={classes.head}>
        <UrgencyMark urgency={urgency} />
        <span className={classes.kind}>{t(`notifications.kind.${kind}`)}</span>
        {readAt === null && <VisuallyHidden>{t('notifications.new')}</VisuallyHidden>}
        <time className={classes.when} dateTime={createdAt} title={formatMoment(createdAt)}>
          {formatWhen(createdAt, new Date())}
        </time>
      </span>
      <span className={classes.subject}>{symbol === null ? subject : `${symbol} · ${subject}`}</span>
      {who !== null && <span className={classes.who}>{who}</span>}
    </>
  );
  return (
    <Link {...linkTo(object)} className={classes.line} data-unread={readAt === null || undefined} onClick={onOpen}>
      {words}
    </Link>
  );
}
