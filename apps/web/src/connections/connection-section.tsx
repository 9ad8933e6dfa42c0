import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconKey, IconPlugConnected, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GivenSecretDialog } from '../api-clients/given-secret-dialog.js';
import type { AgencyDetails, Connection } from '../api/types.js';
import { Facts, Section } from '../ui/facts.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { ConnectionDialog } from './connection-dialog.js';
import { connectionQuery, useDropOlderSecret, useRenewSecret, useTestConnection } from './connection-queries.js';
import classes from './connection-section.module.css';

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
          {channel === 'webhook' && <Secrets agencyId={agency.id} connection={connection} onSecret={setSecret} />}
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

interface SecretsProps {
  readonly agencyId: string;
  readonly connection: Connection;
  readonly onSecret: (secret: string | null) => void;
}

function Secrets({ agencyId, connection, onSecret }: SecretsProps) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const renew = useRenewSecret(agencyId);
  const drop = useDropOlderSecret(agencyId);
  const make = () =>
    renew.mutate(undefined, { onSuccess: ({ newSecret }) => onSecret(newSecret), onError: showProblem });
  const askAndMake = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('connections.renewAgainTitle'),
      text: t('connections.renewAgainText'),
      confirm: t('connections.renewAgain'),
      dangerous: true,
    });
    if (isSure) {
      make();
    }
  };
  const askAndDrop = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('connections.dropTitle'),
      text: t('connections.dropText'),
      confirm: t('connections.drop'),
      dangerous: true,
    });
    if (isSure) {
      drop.mutate(undefined, { onError: showProblem });
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconKey size={18} aria-hidden />}
        loading={renew.isPending}
        onClick={() => (connection.hasOlderSecret ? void askAndMake() : make())}
      >
        {t(connection.hasOlderSecret ? 'connections.renewAgain' : 'connections.renew')}
      </Button>
      {connection.hasOlderSecret && (
        <Button variant="default" loading={drop.isPending} onClick={() => void askAndDrop()}>
          {t('connections.drop')}
        </Button>
      )}
    </>
  );
}

function Test({ agencyId }: { readonly agencyId: string }) {
  const { t } = useTranslation();
  const test = useTestConnection(agencyId);
  const showProblem = useShowProblem();
  const { data } = test;
  return (
    <div className={classes.test}>
      <Button
        variant="default"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={test.isPending}
        onClick={() => test.mutate(undefined, { onError: showProblem })}
      >
        {t('connections.test')}
      </Button>
      {data !== undefined && (
        <p role="status" className={classes.answer} data-reached={data.reached || undefined}>
          {data.cause === null ? t('connections.reached') : t(`attention.cause.${data.cause}`)}
          {!data.reached && data.status !== null && ` (${data.status})`}
          {!data.reached && data.detail !== '' && <code className={classes.detail}>{data.detail}</code>}
        </p>
      )}
    </div>
  );
}
