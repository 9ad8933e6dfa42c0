import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencilPlus, IconSearch, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bell } from '../notifications/bell.js';
import { useMay } from '../session/use-session.js';
import { AccountPanel } from './account-panel.js';
import { Brand } from './brand.js';
import classes from './phone-bar.module.css';

export function PhoneBar({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation();
  const mayDraft = useMay('document:draft');
  const [opened, { open, close }] = useDisclosure(false);

  return (
    <header className={classes.bar} data-no-print>
      <Link to="/" className={classes.home}>
        <Brand />
      </Link>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('shell.palette.label')} onClick={onFind}>
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
      {mayDraft && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('shell.compose')}
          renderRoot={(props) => <Link to="/outgoing/draft" search={{}} {...props} />}
        >
          <IconPencilPlus size={22} aria-hidden />
        </ActionIcon>
      )}
      <Bell size={44} />
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('shell.account')} onClick={open}>
        <IconUserCircle size={24} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={opened}
        onClose={close}
        position="bottom"
        title={t('shell.account')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <AccountPanel />
      </Drawer>
    </header>
  );
}
