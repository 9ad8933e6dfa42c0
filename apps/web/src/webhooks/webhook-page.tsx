import { Alert, Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../api-clients/api-clients.module.css';
import { GivenSecretDialog } from '../api-clients/given-secret-dialog.js';
import { client, read } from '../api/client.js';
import type { Webhook } from '../api/types.js';
import { SecretButtons } from '../connections/secret-buttons.js';
import { TestLine } from '../connections/test-line.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Facts, Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { EditWebhookDialog, wordOfKind } from './webhook-dialogs.js';
import { WebhookMessages } from './webhook-messages.js';
import { useRemoveWebhook, useWebhookAction, webhookQuery } from './webhook-queries.js';
import { WebhookStateWord } from './webhook-state-word.js';
import ownClasses from './webhooks.module.css';

export function WebhookPage() {
  const { webhookId } = useParams({ from: '/desk/webhooks/$webhookId' });
  const query = useQuery(webhookQuery(webhookId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenWebhook key={webhookId} webhook={query.data} />;
}

function OpenWebhook({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <div className={classes.back}>
        <BackLink to="/webhooks" search={{}} />
        <PageHeader title={webhook.name}>
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t('webhooks.edit')}
          </Button>
          <Running webhook={webhook} />
        </PageHeader>
      </div>
      <div className={classes.sections}>
        <WebhookFacts webhook={webhook} />
      </div>
      <WebhookMessages webhook={webhook} />
      {isEditing && (
        <EditWebhookDialog
          webhook={webhook}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            notifications.show({ message: t('webhooks.saved'), color: 'accent', role: 'status' });
          }}
        />
      )}
    </>
  );
}

/** Pauses it, has it go on, or removes it. */
function Running({ webhook: { id, name, state } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const onError = useShowProblem();
  const params = { path: { id } };
  const pause = useWebhookAction(() => read(client.POST('/api/v1/webhooks/{id}/pause', { params })));
  const resume = useWebhookAction(() => read(client.POST('/api/v1/webhooks/{id}/resume', { params })));
  const remove = useRemoveWebhook(id);
  const askAndRemove = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('webhooks.removeTitle', { name }),
      text: t('webhooks.removeText'),
      confirm: t('webhooks.remove'),
      dangerous: true,
    });
    if (isSure) {
      remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/webhooks', search: {} }), onError });
    }
  };
  return (
    <>
      {state === 'active' ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          loading={pause.isPending}
          onClick={() => pause.mutate(undefined, { onError })}
        >
          {t('webhooks.pause')}
        </Button>
      ) : (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate(undefined, { onError })}
        >
          {t('webhooks.resume')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={remove.isPending}
        onClick={() => void askAndRemove()}
      >
        {t('webhooks.remove')}
      </Button>
    </>
  );
}

function WebhookFacts({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const { id, state, agency, url, kinds, failingSince, nextTryAt, lastDeliveredAt, hasOlderSecret } = webhook;
  const [secret, setSecret] = useState<string | null>(null);
  const params = { path: { id } };
  const renew = useWebhookAction(() => read(client.POST('/api/v1/webhooks/{id}/secret', { params })));
  const drop = useWebhookAction(() => read(client.DELETE('/api/v1/webhooks/{id}/secret/older', { params })));
  const test = useWebhookAction(() => read(client.POST('/api/v1/webhooks/{id}/test', { params })));
  const moment = (at: string | null) => (at === null ? null : formatMoment(at));
  return (
    <Section title={t('webhooks.facts')}>
      {state !== 'active' && (
        <Alert color={state === 'paused' ? 'gray' : 'red'} mb="sm">
          {t(`webhooks.stateHint.${state}`)}
        </Alert>
      )}
      <Facts
        facts={[
          [t('webhooks.stateLabel'), <WebhookStateWord key="state" webhook={webhook} />],
          [t('webhooks.agency'), agency.name],
          [t('webhooks.url'), url],
          [t('webhooks.kinds'), kinds.map((kind) => t(`webhooks.kind.${wordOfKind[kind]}`)).join(' · ')],
          [t('webhooks.lastDelivered'), moment(lastDeliveredAt)],
          [t('webhooks.failingSince'), moment(failingSince)],
          [t('webhooks.nextTry'), state === 'active' ? moment(nextTryAt) : null],
          [t('connections.secret'), hasOlderSecret ? t('connections.bothWork') : null],
        ]}
      />
      <div className={ownClasses.buttons}>
        <SecretButtons
          hasOlder={hasOlderSecret}
          renew={renew}
          drop={drop}
          onRenewed={(renewed) => setSecret(renewed.secret)}
        />
      </div>
      <TestLine test={test} />
      {secret !== null && (
        <GivenSecretDialog text={t('webhooks.secretText')} secret={secret} onClose={() => setSecret(null)} />
      )}
    </Section>
  );
}
