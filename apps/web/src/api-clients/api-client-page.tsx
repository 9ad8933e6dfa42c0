import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconPencil, IconPlugOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiClient } from '../api/types.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Facts, Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { apiClientQuery, wordOf } from './api-client-queries.js';
import classes from './api-clients.module.css';
import { ClientHowTo } from './client-how-to.js';
import { ClientSecrets } from './client-secrets.js';
import { ClientStateWord } from './client-state-word.js';
import { DisableApiClientDialog } from './disable-api-client-dialog.js';
import { EditApiClientDialog } from './edit-api-client-dialog.js';

export function ApiClientPage() {
  const { clientId } = useParams({ from: '/desk/api-clients/$clientId' });
  const query = useQuery(apiClientQuery(clientId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenApiClient key={clientId} apiClient={query.data} />;
}

function OpenApiClient({ apiClient }: { readonly apiClient: ApiClient }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'edit' | 'disable' | null>(null);
  const isOpen = apiClient.state !== 'disabled';
  const done = (message: string) => {
    setDialog(null);
    notifications.show({ message, color: 'accent', role: 'status' });
  };

  return (
    <>
      <div className={classes.back}>
        <BackLink to="/api-clients" search={{}} />
        <PageHeader title={apiClient.name}>
          {isOpen && (
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setDialog('edit')}
              >
                {t('apiClients.edit')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconPlugOff size={16} aria-hidden />}
                onClick={() => setDialog('disable')}
              >
                {t('apiClients.disable')}
              </Button>
            </>
          )}
        </PageHeader>
      </div>
      <div className={classes.sections}>
        <ClientFacts apiClient={apiClient} />
        {isOpen && <ClientSecrets apiClient={apiClient} />}
        {isOpen && <ClientHowTo apiClient={apiClient} />}
      </div>
      {dialog === 'edit' && (
        <EditApiClientDialog
          apiClient={apiClient}
          onClose={() => setDialog(null)}
          onSaved={() => done(t('apiClients.saved'))}
        />
      )}
      {dialog === 'disable' && (
        <DisableApiClientDialog
          apiClient={apiClient}
          onClose={() => setDialog(null)}
          onDisabled={() => done(t('apiClients.disabled'))}
        />
      )}
    </>
  );
}

function ClientFacts({ apiClient }: { readonly apiClient: ApiClient }) {
  const { t } = useTranslation();
  const { id, state, agency, role, scopes, createdAt, lastUsedAt } = apiClient;
  return (
    <Section title={t('apiClients.facts')}>
      <p className={classes.hint}>
        <ClientStateWord state={state} /> {t(`apiClients.stateHint.${state}`)}
      </p>
      <Facts
        facts={[
          [t('apiClients.clientId'), <code key="id">{id}</code>],
          [t('apiClients.agency'), agency.name],
          [t('apiClients.role'), t(`terms.role.${role}`)],
          [t('apiClients.scopes'), scopes.map((scope) => t(`apiClients.scope.${wordOf[scope]}`)).join(' · ')],
          [t('apiClients.created'), formatMoment(createdAt)],
          [t('apiClients.lastUsedLabel'), lastUsedAt === null ? t('apiClients.neverUsed') : formatMoment(lastUsedAt)],
        ]}
      />
    </Section>
  );
}
