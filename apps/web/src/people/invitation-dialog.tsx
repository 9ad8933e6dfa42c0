import { Button, CopyButton, Loader, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Person } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './people.module.css';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** A link that is shown once, for handing over; making it ends the ones before. */
export function InvitationDialog({ person: { id, fullName, email }, onClose }: Props) {
  const { t } = useTranslation();
  const invitation = useQuery({
    queryKey: ['invitation', id],
    queryFn: () => read(client.POST('/api/v1/people/{id}/invitations', { params: { path: { id } } })),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.inviteTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {invitation.error !== null && <ProblemAlert error={invitation.error} />}
      {invitation.isPending && <Loader aria-label={t('common.loading')} />}
      {invitation.data !== undefined && (
        <Stack gap="md">
          <span>{t('people.inviteText', { name: fullName, date: formatMoment(invitation.data.expiresAt) })}</span>
          {email !== null && <span>{t('people.inviteMailed', { email })}</span>}
          <code className={classes.link} data-invitation>
            {invitation.data.link}
          </code>
          <CopyButton value={invitation.data.link}>
            {({ copied, copy }) => (
              <Button
                data-autofocus
                leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                onClick={copy}
              >
                {t(copied ? 'people.copied' : 'people.copy')}
              </Button>
            )}
          </CopyButton>
        </Stack>
      )}
    </Modal>
  );
}
