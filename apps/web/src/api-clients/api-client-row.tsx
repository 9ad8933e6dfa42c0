import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApiClientSummary } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import rowClasses from '../ui/row-link.module.css';
import classes from './api-clients.module.css';
import { ClientStateWord } from './client-state-word.js';

interface Props {
  readonly apiClient: ApiClientSummary;
  readonly showsAgency: boolean;
}

export function ApiClientRow({ apiClient: { id, name, agency, role, state, lastUsedAt }, showsAgency }: Props) {
  const { t } = useTranslation();
  return (
    <Link to="/api-clients/$clientId" params={{ clientId: id }} className={rowClasses.row} data-row>
      <span className={classes.row}>
        <span className={classes.name}>
          {name}
          <span className={classes.quiet}>
            {showsAgency ? `${t(`terms.role.${role}`)} · ${agency.name}` : t(`terms.role.${role}`)}
          </span>
        </span>
        <span className={classes.quiet}>
          {lastUsedAt === null
            ? t('apiClients.neverUsed')
            : t('apiClients.lastUsed', { when: formatMoment(lastUsedAt) })}
        </span>
        <ClientStateWord state={state} />
      </span>
    </Link>
  );
}
