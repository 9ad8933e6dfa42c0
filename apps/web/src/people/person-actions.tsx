import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLinkOff, IconLock, IconLockOpen, IconMailForward, IconPencil, IconShieldOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Person } from '../api/types.js';
import { ResetSecondFactorDialog } from '../second-factor/reset-second-factor-dialog.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { DisablePersonDialog } from './disable-person-dialog.js';
import { EditPersonDialog } from './edit-person-dialog.js';
import { InvitationDialog } from './invitation-dialog.js';
import { usePersonAction } from './people-queries.js';

type Dialog = 'edit' | 'disable' | 'invite' | 'reset';

/** What the reader may do to this person, as the server says. */
export function PersonActions({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const showProblem = useShowProblem();
  const enable = usePersonAction((id: string) =>
    read(client.POST('/api/v1/people/{id}/enable', { params: { path: { id } } })),
  );
  const confirm = useConfirm();
  const unlink = usePersonAction(async (id: string) => {
    await client.DELETE('/api/v1/people/{id}/linked-identities', { params: { path: { id } } });
    return read(client.GET('/api/v1/people/{id}', { params: { path: { id } } }));
  });
  const askToUnlink = async () => {
    const agreed = await confirm({
      title: t('people.unlinkQuestion', { name: person.fullName }),
      text: t('people.unlinkText'),
      confirm: t('people.unlink'),
      dangerous: true,
    });
    if (agreed) {
      unlink.mutate(person.id, { onSuccess: () => tell(t('people.unlinked')), onError: showProblem });
    }
  };
  const may = (action: Person['actions'][number]) => person.actions.includes(action);
  const close = () => setDialog(null);
  const tell = (message: string) => {
    close();
    notifications.show({ message, color: 'accent', role: 'status' });
  };

  return (
    <>
      {may('edit') && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('edit')}>
          {t('people.edit')}
        </Button>
      )}
      {may('disable') && (
        <Button variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={() => setDialog('disable')}>
          {t('people.disable')}
        </Button>
      )}
      {may('enable') && (
        <Button
          leftSection={<IconLockOpen size={16} aria-hidden />}
          loading={enable.isPending}
          onClick={() => enable.mutate(person.id, { onSuccess: () => tell(t('people.enabled')), onError: showProblem })}
        >
          {t('people.enable')}
        </Button>
      )}
      {may('invite') && (
        <Button
          variant={person.signIn === 'no-password' ? 'filled' : 'default'}
          leftSection={<IconMailForward size={16} aria-hidden />}
          onClick={() => setDialog('invite')}
        >
          {t('people.invite')}
        </Button>
      )}
      {may('invite') && (
        <Button
          variant="default"
          leftSection={<IconShieldOff size={16} aria-hidden />}
          onClick={() => setDialog('reset')}
        >
          {t('secondFactor.reset.action')}
        </Button>
      )}
      {may('unlink') && (
        <Button
          variant="default"
          leftSection={<IconLinkOff size={16} aria-hidden />}
          loading={unlink.isPending}
          onClick={() => void askToUnlink()}
        >
          {t('people.unlink')}
        </Button>
      )}
      {dialog === 'edit' && (
        <EditPersonDialog person={person} onClose={close} onSaved={() => tell(t('people.saved'))} />
      )}
      {dialog === 'disable' && (
        <DisablePersonDialog person={person} onClose={close} onDisabled={() => tell(t('people.disabled'))} />
      )}
      {dialog === 'reset' && <ResetSecondFactorDialog person={person} onClose={close} onReset={tell} />}
      {dialog === 'invite' && <InvitationDialog person={person} onClose={close} />}
    </>
  );
}
