import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronUp, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.js';
import { AccountPanel } from './account-panel.js';
import classes from './user-menu.module.css';

export function UserMenu() {
  const { t } = useTranslation();
  const { person, post } = useSession();
  return (
    <Popover width={280} position="top-start" shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.person} aria-label={t('shell.accountOf', { name: person.fullName })}>
          <IconUserCircle size={28} stroke={1.4} aria-hidden />
          <span className={classes.words}>
            <span className={classes.name}>{person.fullName}</span>
            <span className={classes.post}>
              {post.position} · {post.agency.name}
            </span>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <AccountPanel />
      </Popover.Dropdown>
    </Popover>
  );
}
