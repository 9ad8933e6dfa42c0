import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { fieldErrors } from '../api/problem.js';
import type { AgencyRef, Webhook, WebhookKind, WebhookWithSecret, WriteWebhook } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { FormDialog } from '../people/form-dialog.js';
import { useMay, useSession } from '../session/use-session.js';
import { useWebhookAction } from './webhook-queries.js';

/** The words of each kind, in the order in which they are offered; a dot in a key would name a branch. */
export const wordOfKind = {
  'arrival.arrived': 'arrived',
  'arrival.registered': 'registered',
  'arrival.completed': 'completed',
  'arrival.recall-asked': 'recallAsked',
  'arrival.recalled': 'recalled',
  'delivery.state-changed': 'stateChanged',
  'delivery.failed': 'failed',
} as const satisfies Record<WebhookKind, string>;

const kinds = Object.keys(wordOfKind) as WebhookKind[];

interface AddProps {
  readonly onClose: () => void;
  readonly onAdded: (added: WebhookWithSecret) => void;
}

export function AddWebhookDialog({ onClose, onAdded }: AddProps) {
  const { t } = useTranslation();
  const { post } = useSession();
  const managesAll = useMay('webhook:manage-all');
  const [agency, setAgency] = useState<AgencyRef>(post.agency);
  const add = useWebhookAction((wish: WriteWebhook) =>
    read(client.POST('/api/v1/webhooks', { body: { ...wish, agencyId: agency.id } })),
  );
  return (
    <WebhookForm
      title={t('webhooks.add')}
      known={{ name: '', url: '', kinds: ['arrival.arrived'] }}
      action={add}
      onClose={onClose}
      onSubmit={(wish) => add.mutate(wish, { onSuccess: onAdded })}
    >
      {managesAll && (
        <div>
          <RecipientPicker label={t('webhooks.agency')} chosen={[agency.id]} onPick={setAgency} />
          <strong>{agency.name}</strong>
        </div>
      )}
    </WebhookForm>
  );
}

interface EditProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function EditWebhookDialog({ webhook, onClose, onSaved }: EditProps) {
  const { t } = useTranslation();
  // As it was opened: what somebody else changes meanwhile is not written over.
  const [opened] = useState(webhook);
  const save = useWebhookAction((body: WriteWebhook) =>
    read(
      client.PUT('/api/v1/webhooks/{id}', {
        params: { path: { id: opened.id }, header: { 'If-Match': `"${opened.version}"` } },
        body,
      }),
    ),
  );
  return (
    <WebhookForm
      title={t('webhooks.editTitle')}
      known={opened}
      action={save}
      onClose={onClose}
      onSubmit={(wish) => save.mutate(wish, { onSuccess: onSaved })}
    />
  );
}

interface FormProps {
  readonly title: string;
  readonly known: WriteWebhook;
  readonly action: { readonly isPending: boolean; readonly error: unknown };
  readonly onClose: () => void;
  readonly onSubmit: (wish: WriteWebhook) => void;
  readonly children?: React.ReactNode;
}

function WebhookForm({ title, known, action, onClose, onSubmit, children }: FormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(known.name);
  const [url, setUrl] = useState(known.url);
  const [chosen, setChosen] = useState<readonly WebhookKind[]>(known.kinds);
  const [tried, setTried] = useState(false);
  const errors = fieldErrors(action.error);
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('webhooks.missing') : undefined;
  const submit = () => {
    setTried(true);
    if (name.trim() !== '' && url.trim() !== '' && chosen.length > 0) {
      onSubmit({ name: name.trim(), url: url.trim(), kinds: [...chosen] });
    }
  };
  return (
    <FormDialog
      title={title}
      confirm={t('webhooks.save')}
      isPending={action.isPending}
      error={action.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('webhooks.name')}
        description={t('webhooks.nameHint')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={missing(name) ?? errors['name']}
      />
      <TextInput
        label={t('webhooks.url')}
        description={t('connections.webhookUrlHint')}
        required
        type="url"
        placeholder="https://"
        maxLength={500}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={missing(url) ?? errors['url']}
      />
      {children}
      <Checkbox.Group
        label={t('webhooks.kinds')}
        required
        value={[...chosen]}
        onChange={(values) => setChosen(kinds.filter((kind) => values.includes(kind)))}
        error={tried && chosen.length === 0 ? t('webhooks.missingKinds') : undefined}
      >
        <Stack gap={10} mt={6}>
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`webhooks.kind.${wordOfKind[kind]}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
