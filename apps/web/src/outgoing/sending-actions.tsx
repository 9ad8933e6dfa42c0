import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';

const ScheduleDialog = lazy(async () => ({ default: (await import('./schedule-dialog.js')).ScheduleDialog }));
const CopiesDialog = lazy(async () => ({ default: (await import('./copies-dialog.js')).CopiesDialog }));

/** Beside the sending itself: sending later, further copies, and what goes along with paper. */
export function SendingActions({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { id, actions } = document;
  const [scheduling, schedule] = useDisclosure(false);
  const [copying, copies] = useDisclosure(false);
  return (
    <>
      {actions.includes('send-copies') && (
        <>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/outgoing/$documentId/paper" params={{ documentId: id }} {...props} />}
          >
            {t('sending.paper.act')}
          </Button>
          <Button variant="default" onClick={copies.open}>
            {t('sending.copies.act')}
          </Button>
        </>
      )}
      {actions.includes('send') && document.sending === null && (
        <Button variant="default" onClick={schedule.open}>
          {t('sending.schedule.act')}
        </Button>
      )}
      <Suspense>
        {scheduling && <ScheduleDialog document={document} onClose={schedule.close} />}
        {copying && <CopiesDialog document={document} onClose={copies.close} />}
      </Suspense>
    </>
  );
}
