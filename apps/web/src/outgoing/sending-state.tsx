import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { DocumentView } from '../api/types.js';
import { SendingNotice } from './sending-notice.js';

const ScheduleDialog = lazy(async () => ({ default: (await import('./schedule-dialog.js')).ScheduleDialog }));

/** The time that was set for the sending, as long as it is not sent. */
export function SendingState({ document }: { readonly document: DocumentView }) {
  const [opened, { open, close }] = useDisclosure(false);
  if (document.sending === null) {
    return null;
  }
  return (
    <>
      <SendingNotice document={document} sending={document.sending} onChange={open} />
      <Suspense>{opened && <ScheduleDialog document={document} onClose={close} />}</Suspense>
    </>
  );
}
