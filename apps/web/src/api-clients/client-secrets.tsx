import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { ApiClient, ClientSecret } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useClientAction } from './api-client-queries.js';
import classes from './api-clients.module.css';
import { GivenSecretDialog } from './given-secret-dialog.js';
import { ReplaceSecretDialog } from './replace-secret-dialog.js';
import { SecretLine } from './secret-line.js';

/** The secrets that work: one, and for some days two. */
export function ClientSecrets({ apiClient: { id, name, secrets } }: { readonly apiClient: ApiClient }) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const [replacing, setReplacing] = useState(false);
  const give = useClientAction((overlapDays: number) =>
    read(client.POST('/api/v1/api-clients/{id}/secrets', { params: { path: { id } }, body: { overlapDays } })),
  );
  const remove = useClientAction((secretId: string) =>
    client.DELETE('/api/v1/api-clients/{id}/secrets/{secretId}', { params: { path: { id, secretId } } }),
  );
  const askAndRemove = async ({ id: secretId, ending }: ClientSecret): Promise<void> => {
    const isSure = await confirm({
      title: t('apiClients.removeTitle', { ending }),
      text: t('apiClients.removeText'),
      confirm: t('apiClients.remove'),
      dangerous: true,
    });
    if (isSure) {
      remove.mutate(secretId, {
        onSuccess: () => notifications.show({ message: t('apiClients.removed'), color: 'accent', role: 'status' }),
        onError: showProblem,
      });
    }
  };

  return (
    <Section title={t('apiClients.secrets')}>
      <p className={classes.hint}>{secrets.length === 0 ? t('apiClients.noSecrets') : t('apiClients.secretsText')}</p>
      {secrets.length > 0 && (
        <ul className={classes.secrets} aria-label={t('apiClients.secrets')}>
          {secrets.map((secret) => (
            <SecretLine key={secret.id} secret={secret} onRemove={() => void askAndRemove(secret)} />
          ))}
        </ul>
      )}
      {secrets.length < 2 && (
        <Button
          variant={secrets.length === 0 ? 'filled' : 'default'}
          leftSection={<IconKey size={16} aria-hidden />}
          loading={give.isPending}
          onClick={() => {
            if (secrets.length > 0) {
              give.reset();
              setReplacing(true);
              return;
            }
            give.mutate(0, { onError: showProblem });
          }}
        >
          {t(secrets.length === 0 ? 'apiClients.newSecret' : 'apiClients.replaceSecret')}
        </Button>
      )}
      {replacing && (
        <ReplaceSecretDialog
          name={name}
          isPending={give.isPending}
          error={give.error}
          onClose={() => setReplacing(false)}
          onReplace={(days) => give.mutate(days, { onSuccess: () => setReplacing(false) })}
        />
      )}
      {give.data !== undefined && <GivenSecretDialog secret={give.data.secret} onClose={give.reset} />}
    </Section>
  );
}
