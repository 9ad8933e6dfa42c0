import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { IconPlus, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactors } from '../api/types.js';
import { useTakeSession } from '../session/use-session.js';
import { Section } from '../ui/facts.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { EnrolFactor } from './enrol-factor.js';
import { FactorList } from './factor-list.js';
import { RecoveryCodesLine } from './recovery-codes-line.js';
import { ownFactorsQuery } from './second-factor-queries.js';
import classes from './second-factor.module.css';

/** The own second factors on the account page: what there is, one more, one less, new recovery codes. */
export function SecuritySection() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const take = useTakeSession();
  const own = useQuery(ownFactorsQuery);
  const [adding, setAdding] = useState(false);

  return (
    <Section title={t('secondFactor.account.title')}>
      <Stack gap="md">
        <p className={classes.lead}>{t('secondFactor.account.lead')}</p>
        {own.error !== null && <ProblemAlert error={own.error} />}
        {own.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
        {own.data !== undefined && <Overview own={own.data} />}
        <Group>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('secondFactor.account.add')}
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={adding}
        onClose={() => {
          setAdding(false);
          void queries.invalidateQueries({ queryKey: ownFactorsQuery.queryKey });
        }}
        closeOnClickOutside={false}
        title={t('secondFactor.account.add')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <EnrolFactor
          passkeysPossible={own.data?.passkeysPossible === true}
          onDone={(session) => {
            take(session);
            setAdding(false);
            void queries.invalidateQueries({ queryKey: ownFactorsQuery.queryKey });
          }}
        />
      </Modal>
    </Section>
  );
}

function Overview({ own }: { readonly own: SecondFactors }) {
  const { t } = useTranslation();
  if (own.factors.length === 0) {
    return (
      <Alert color="orange" icon={<IconShieldOff aria-hidden />} title={t('secondFactor.account.off')}>
        {t('secondFactor.account.offText')}
      </Alert>
    );
  }
  return (
    <>
      <Group gap="xs">
        <IconShieldCheck size={20} color="var(--accent-ink)" aria-hidden />
        <Text fw={600}>{t('secondFactor.account.on')}</Text>
        {own.isRequired && <Text size="sm">{t('secondFactor.account.required')}</Text>}
      </Group>
      <FactorList factors={own.factors} />
      <RecoveryCodesLine left={own.recoveryCodesLeft} />
    </>
  );
}
