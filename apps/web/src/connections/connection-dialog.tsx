import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { fieldErrors } from '../api/problem.js';
import type { AgencyDetails, Connection, ConnectionChannel } from '../api/types.js';
import { useWriteConnection } from './connection-queries.js';

interface Props {
  readonly agency: AgencyDetails;
  readonly connection: Connection;
  readonly onClose: () => void;
  readonly onSaved: (newSecret: string | null) => void;
}

const channels = ['local', 'webhook', 'email'] as const satisfies readonly ConnectionChannel[];

export function ConnectionDialog({ agency, connection: known, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const write = useWriteConnection(agency.id);
  // The version it was opened on: what somebody else saves meanwhile must not be overwritten.
  const [opened] = useState(known);
  const [channel, setChannel] = useState(opened.channel);
  const [webhookUrl, setWebhookUrl] = useState(opened.webhookUrl ?? '');
  const [mailbox, setMailbox] = useState(opened.mailbox ?? agency.email);
  const [showsOpening, setShowsOpening] = useState(opened.showsOpening);
  const errors = fieldErrors(write.error);
  const save = (): void => {
    const body = {
      channel,
      // What is not in sight stays as it was: nobody would see what is wrong with it.
      webhookUrl: channel === 'webhook' ? textOrNull(webhookUrl) : opened.webhookUrl,
      mailbox: channel === 'email' ? textOrNull(mailbox) : opened.mailbox,
      showsOpening,
    };
    write.mutate(
      { version: opened.version, body },
      {
        onSuccess: ({ newSecret }) => {
          notifications.show({ message: t('connections.saved'), color: 'green', role: 'status' });
          onSaved(newSecret);
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('connections.editTitle', { name: agency.name })}
      save={t('agencies.save')}
      error={write.error}
      isPending={write.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Radio.Group
        label={t('connections.channel')}
        value={channel}
        onChange={(value) => setChannel(channels.find((one) => one === value) ?? 'local')}
      >
        <Stack gap="xs" mt="xs">
          {channels.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`connections.choose.${one}`)}
              description={t(`connections.hint.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {channel === 'webhook' && (
        <TextInput
          required
          type="url"
          label={t('connections.webhookUrl')}
          description={t('connections.webhookUrlHint')}
          placeholder="https://"
          maxLength={500}
          value={webhookUrl}
          error={errors['webhookUrl']}
          onChange={(event) => setWebhookUrl(event.currentTarget.value)}
        />
      )}
      {channel === 'email' && (
        <TextInput
          required
          type="email"
          label={t('connections.mailbox')}
          maxLength={100}
          value={mailbox}
          error={errors['mailbox']}
          onChange={(event) => setMailbox(event.currentTarget.value)}
        />
      )}
      <Checkbox
        label={t('connections.showsOpening')}
        description={t('connections.showsOpeningHint')}
        checked={showsOpening}
        onChange={(event) => setShowsOpening(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
