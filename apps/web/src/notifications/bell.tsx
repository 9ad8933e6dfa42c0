import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './notifications.module.css';
import { NotificationList } from './notification-list.js';
import { unreadQuery } from './notification-queries.js';

const mostShown = 99;

/** How much is new, in the name as well; opens the list. */
export function Bell({ size }: { readonly size: number }) {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data ?? 0;
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        className={classes.bell}
        aria-label={unread === 0 ? t('notifications.allRead') : t('notifications.bell', { number: unread })}
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconBell size={22} aria-hidden />
        {unread > 0 && (
          <span className={classes.count} aria-hidden>
            {unread > mostShown ? `${mostShown}+` : unread}
          </span>
        )}
      </ActionIcon>
      <Drawer
        opened={opened}
        onClose={close}
        position="right"
        size={440}
        title={t('notifications.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <NotificationList onLeave={close} />
      </Drawer>
    </>
  );
}
