import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { AddApiClientDialog } from './add-api-client-dialog.js';
import { apiClientsQuery } from './api-client-queries.js';
import { ApiClientRow } from './api-client-row.js';

/** Other software that works here by itself: what there is, and when each was last seen. */
export function ApiClientsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useInfiniteQuery(apiClientsQuery);
  const seesAll = useMay('client:manage-all');
  const [adding, { open, close }] = useDisclosure(false);
  const addButton = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('apiClients.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('apiClients.title')}>{addButton}</PageHeader>
      <RowList
        label={t('apiClients.list')}
        query={query}
        renderRow={(one) => <ApiClientRow apiClient={one} showsAgency={seesAll} />}
        empty={
          <EmptyPlace icon={IconPlugConnected} title={t('apiClients.empty')} text={t('apiClients.emptyText')}>
            {addButton}
          </EmptyPlace>
        }
      />
      {adding && (
        <AddApiClientDialog
          onClose={close}
          onAdded={({ id }) => {
            notifications.show({ message: t('apiClients.added'), color: 'accent', role: 'status' });
            void navigate({ to: '/api-clients/$clientId', params: { clientId: id } });
          }}
        />
      )}
    </>
  );
}
