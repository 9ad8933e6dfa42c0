import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientSecret } from '../api/types.js';
import { formatDay, formatMoment } from '../ui/format.js';
import classes from './api-clients.module.css';

interface Props {
  readonly secret: ClientSecret;
  readonly onRemove: () => void;
}

export function SecretLine({ secret: { ending, createdAt, expiresAt, lastUsedAt }, onRemove }: Props) {
  const { t } = useTranslation();
  const facts = [
    t('apiClients.secretCreated', { when: formatDay(createdAt) }),
    lastUsedAt === null ? t('apiClients.secretUnused') : t('apiClients.secretUsed', { when: formatMoment(lastUsedAt) }),
    ...(expiresAt === null ? [] : [t('apiClients.secretExpires', { when: formatMoment(expiresAt) })]),
  ];
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        {t('apiClients.endsWith', { ending })}
        <span className={classes.quiet}>{facts.join(' · ')}</span>
      </span>
      <Button variant="default" size="xs" onClick={onRemove}>
        {t('apiClients.remove')}
      </Button>
    </li>
  );
}
