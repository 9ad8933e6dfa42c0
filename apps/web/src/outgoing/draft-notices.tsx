import { Alert, Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.js';

/** By the signer, or by a reviewer. */
const returns = ['document.returned', 'document.given-back'];

/** What a drafter has to know before going on: why it came back, and that someone else changed it. */
export function DraftNotices({ draft: { document, keeper, keeping, takeTheirs } }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const returned = document?.timeline.findLast(({ event }) => returns.includes(event));
  return (
    <>
      {document?.state === 'returned' && typeof returned?.note === 'string' && (
        <Alert
          color="yellow"
          icon={<IconArrowBackUp aria-hidden />}
          title={t('outgoing.draft.returnedWith', { name: returned.actor?.fullName ?? t('outgoing.timeline.system') })}
          mb="md"
        >
          {returned.note}
        </Alert>
      )}
      {keeping.state === 'conflict' && (
        <Alert color="yellow" title={t('outgoing.draft.conflictTitle')} mb="md" role="alert">
          <p>{t('outgoing.draft.conflict')}</p>
          <Group>
            <Button size="xs" onClick={() => void keeper.keepMine()}>
              {t('outgoing.draft.keepMine')}
            </Button>
            <Button size="xs" variant="default" onClick={() => takeTheirs(keeping.theirs)}>
              {t('outgoing.draft.takeTheirs')}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
