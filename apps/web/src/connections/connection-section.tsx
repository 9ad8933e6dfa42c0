import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GivenSecretDialog } from '../api-clients/given-secret-dialog.js';
import type { AgencyDetails, Connection } from '../api/types.js';
import { Facts, Section } from '../ui/facts.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { ConnectionDialog } from './connection-dialog.js';
import { connectionQuery, useDropOlderSecret, useRenewSecret, useTestConnection } from './connection-queries.js';
import classes from './connection-section.module.css';
import { SecretButtons } from './secret-buttons.js';
import { TestLine } from './test-line.js';

/** How documents reach the agency, for everybody; addresses, secrets and the test for its administrators. */
export function ConnectionSection({ agency }: { readonly agency: AgencyDetails }) {
  const { t } = useTranslation();
  const query = useQuery(connectionQuery(agency.id));
  return (
    <Section title={t('connections.title')}>
      {query.error !== null && <ProblemAlert error={query.error} />}
      {query.data === undefined ? (
        query.error === null && <Skeleton height={60} />
      ) : (
        <Known agency={agency} connection={query.data} />
      )}
    </Section>
  );
}

interface Props {
  readonly agency: AgencyDetails;
  readonly connection: Connection;
}

function Known({ agency, connection }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const renew = useRenewSecret(agency.id);
  const drop = useDropOlderSecret(agency.id);
  const { channel, webhookUrl, mailbox, showsOpening, hasOlderSecret, mayEdit } = connection;
  const onPaper = channel === 'local' && agency.level === 'external';
  return (
    <>
      <p className={classes.way}>{t(onPaper ? 'connections.way.paper' : `connections.way.${channel}`)}</p>
      {mayEdit && (
        <Facts
          facts={[
            [t('connections.webhookUrl'), webhookUrl],
            [t('connections.secret'), channel === 'webhook' && hasOlderSecret ? t('connections.bothWork') : null],
            [t('connections.mailbox'), mailbox],
            [t('connections.showsOpening'), t(showsOpening ? 'connections.yes' : 'connections.no')],
          ]}
        />
      )}
      {mayEdit && (
        <Group gap="xs" mt="sm">
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={18} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t('connections.edit')}
          </Button>
          {channel === 'webhook' && (
            <SecretButtons
              hasOlder={hasOlderSecret}
              renew={renew}
              drop={drop}
              onRenewed={({ newSecret }) => setSecret(newSecret)}
            />
          )}
        </Group>
      )}
      {mayEdit && channel === 'webhook' && <Test key={connection.version} agencyId={agency.id} />}
      {editing && (
        <ConnectionDialog
          agency={agency}
          connection={connection}
          onClose={() => setEditing(false)}
          onSaved={(newSecret) => {
            setEditing(false);
            setSecret(newSecret);
          }}
        />
      )}
      {secret !== null && (
        <GivenSecretDialog text={t('connections.secretText')} secret={secret} onClose={() => setSecret(null)} />
      )}
    </>
  );
}

/** What was said of the connection as it was before says nothing of it as it is now: the key is its version. */
function Test({ agencyId }: { readonly agencyId: string }) {
  return <TestLine test={useTestConnection(agencyId)} />;
}
