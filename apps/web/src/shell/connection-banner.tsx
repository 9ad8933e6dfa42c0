import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './connection-banner.module.css';

export function ConnectionBanner() {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.banner} data-no-print>
      <IconPlugConnectedX size={18} aria-hidden />
      {t('shell.connection.lost')}
    </div>
  );
}
