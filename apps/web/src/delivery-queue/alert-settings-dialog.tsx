import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { GivenSecretDialog } from '../api-clients/given-secret-dialog.js';
import { fieldErrors } from '../api/problem.js';
import type { AlertSettings } from '../api/types.js';
import { useSaveAlertSettings } from './queue-queries.js';

interface Props {
  readonly settings: AlertSettings;
  readonly onClose: () => void;
}

/** Mailboxes, one a line, and one other system; its secret is shown once. */
export function AlertSettingsDialog({ settings, onClose }: Props) {
  const { t } = useTranslation();
  const save = useSaveAlertSettings(settings.version);
  const [mailboxes, setMailboxes] = useState(settings.mailboxes.join('\n'));
  const [webhookUrl, setWebhookUrl] = useState(settings.webhookUrl ?? '');
  const [renewSecret, setRenewSecret] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const errors = fieldErrors(save.error);
  const mailboxError = Object.entries(errors).find(([path]) => path.startsWith('mailboxes'))?.[1];

  if (secret !== null) {
    return <GivenSecretDialog text={t('alerts.secretText')} secret={secret} onClose={onClose} />;
  }
  const submit = () =>
    save.mutate(
      {
        mailboxes: mailboxes.split(/[\s,;]+/).filter((one) => one !== ''),
        webhookUrl: webhookUrl.trim() === '' ? null : webhookUrl.trim(),
        renewSecret,
      },
      {
        onSuccess: ({ newSecret }) => {
          notifications.show({ message: t('alerts.saved'), color: 'accent', role: 'status' });
          if (newSecret === null) {
            onClose();
          } else {
            setSecret(newSecret);
          }
        },
      },
    );
  return (
    <FormDialog
      title={t('alerts.settings')}
      save={t('alerts.save')}
      error={save.error}
      isPending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={t('alerts.mailboxes')}
        description={t(settings.canMail ? 'alerts.mailboxesHint' : 'alerts.noMail')}
        autosize
        minRows={2}
        maxRows={8}
        value={mailboxes}
        onChange={(event) => setMailboxes(event.currentTarget.value)}
        error={mailboxError}
      />
      <TextInput
        label={t('alerts.webhook')}
        description={t('alerts.webhookHint')}
        placeholder="https://"
        value={webhookUrl}
        onChange={(event) => setWebhookUrl(event.currentTarget.value)}
        error={errors['webhookUrl']}
      />
      {settings.webhookUrl !== null && (
        <Checkbox
          label={t('alerts.renew')}
          checked={renewSecret}
          onChange={(event) => setRenewSecret(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
