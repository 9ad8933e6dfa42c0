import { Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { IconPlaneDeparture, IconUserShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { DelegationDialog } from './delegation-dialog.js';
import { DelegationLines } from './delegation-lines.js';
import { ownDelegationsQuery } from './delegation-queries.js';
import classes from './delegation.module.css';

/** Who keeps the own desk during an absence, and whose desk one keeps. */
export function DelegationPage() {
  const { t } = useTranslation();
  const mayDelegate = useMay('delegation:manage-own');
  if (!mayDelegate) {
    return (
      <>
        <PageHeader title={t('delegation.title')} />
        <EmptyPlace icon={IconUserShare} title={t('delegation.notForRole')} text={t('delegation.notForRoleText')} />
      </>
    );
  }
  return <OwnDelegations />;
}

function OwnDelegations() {
  const { t } = useTranslation();
  const { post } = useSession();
  const [making, { open, close }] = useDisclosure(false);
  const query = useQuery(ownDelegationsQuery);
  const button = (
    <Button leftSection={<IconUserShare size={18} aria-hidden />} onClick={open}>
      {t('delegation.make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('delegation.title')}>{button}</PageHeader>
      <div className={classes.page}>
        <p className={classes.lead}>{t('delegation.lead')}</p>
        {query.error !== null && <ProblemAlert error={query.error} />}
        {query.isPending && <Skeleton height={120} />}
        {query.data?.length === 0 && (
          <EmptyPlace icon={IconPlaneDeparture} title={t('delegation.none')} text={t('delegation.noneText')}>
            {button}
          </EmptyPlace>
        )}
        <DelegationLines delegations={query.data ?? []} />
      </div>
      {making && (
        <DelegationDialog
          postId={post.id}
          onClose={close}
          onMade={() => {
            close();
            notifications.show({ message: t('delegation.made'), color: 'accent', role: 'status' });
          }}
        />
      )}
    </>
  );
}
