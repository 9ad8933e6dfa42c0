import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../api-clients/api-clients.module.css';
import { GivenSecretDialog } from '../api-clients/given-secret-dialog.js';
import type { Webhook } from '../api/types.js';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { AddWebhookDialog } from './webhook-dialogs.js';
import { webhooksQuery } from './webhook-queries.js';
import { WebhookStateWord } from './webhook-state-word.js';

/** Other systems that are told what happens: which there are, and whether they are reached. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useInfiniteQuery(webhooksQuery);
  const seesAll = useMay('webhook:manage-all');
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<{ readonly id: string; readonly secret: string } | null>(null);
  const addButton = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
      {t('webhooks.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('webhooks.title')}>{addButton}</PageHeader>
      <RowList
        label={t('webhooks.list')}
        query={query}
        renderRow={(one) => <WebhookRow webhook={one} showsAgency={seesAll} />}
        empty={
          <EmptyPlace icon={IconWebhook} title={t('webhooks.empty')} text={t('webhooks.emptyText')}>
            {addButton}
          </EmptyPlace>
        }
      />
      {isAdding && (
        <AddWebhookDialog
          onClose={() => setAdding(false)}
          onAdded={({ webhook: { id }, secret }) => {
            setAdding(false);
            setAdded({ id, secret });
          }}
        />
      )}
      {added !== null && (
        <GivenSecretDialog
          text={t('webhooks.secretText')}
          secret={added.secret}
          onClose={() => void navigate({ to: '/webhooks/$webhookId', params: { webhookId: added.id }, search: {} })}
        />
      )}
    </>
  );
}

function WebhookRow({ webhook, showsAgency }: { readonly webhook: Webhook; readonly showsAgency: boolean }) {
  const { t } = useTranslation();
  const { id, name, url, agency, waiting, failed } = webhook;
  const counts = [
    ...(waiting === 0 ? [] : [t('webhooks.waiting', { number: waiting })]),
    ...(failed === 0 ? [] : [t('webhooks.failed', { number: failed })]),
  ];
  return (
    <Link to="/webhooks/$webhookId" params={{ webhookId: id }} search={{}} className={rowClasses.row} data-row>
      <span className={classes.row}>
        <span className={classes.name}>
          {name}
          <span className={classes.quiet}>{showsAgency ? `${agency.name} · ${url}` : url}</span>
        </span>
        <span className={classes.quiet}>{counts.join(' · ')}</span>
        <WebhookStateWord webhook={webhook} />
      </span>
    </Link>
  );
}
