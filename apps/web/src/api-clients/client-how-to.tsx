import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiClient } from '../api/types.js';
import { Section } from '../ui/facts.js';
import classes from './api-clients.module.css';

/** The first steps for whoever runs the other software, with the real id and address in them. */
export function ClientHowTo({ apiClient: { id } }: { readonly apiClient: ApiClient }) {
  const { t } = useTranslation();
  const { origin } = window.location;
  const commands = [
    `TOKEN=$(curl -s -u '${id}:SECRET' -d grant_type=client_credentials ${origin}/api/v1/oauth/token | sed -E 's/.*"access_token":"([^"]+)".*/\\1/')`,
    `curl -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/signers`,
    `curl -H "Authorization: Bearer $TOKEN" '${origin}/api/v1/documents?limit=10'`,
  ].join('\n');
  return (
    <Section title={t('apiClients.howTo')}>
      <p className={classes.hint}>
        {t('apiClients.howToText')} {t('apiClients.howToMore', { url: `${origin}/api/docs` })}
      </p>
      <pre className={classes.commands}>{commands}</pre>
      <CopyButton value={commands}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? 'apiClients.copied' : 'apiClients.copyHowTo')}
          </Button>
        )}
      </CopyButton>
    </Section>
  );
}
