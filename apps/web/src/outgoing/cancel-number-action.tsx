import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';

const CancelDialog = lazy(async () => ({ default: (await import('../register/cancel-dialog.js')).CancelDialog }));

/** For the clerk, as long as it was not sent: the number is cancelled with a reason, and the document with it. */
export function CancelNumberAction({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { actions, registerEntryId, symbol, subject } = document;
  const [asking, ask] = useDisclosure(false);
  if (registerEntryId === null || !actions.includes('cancel-number')) {
    return null;
  }
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        {t('register.cancel')}
      </Button>
      <Suspense>
        {asking && <CancelDialog id={registerEntryId} number={symbol ?? ''} subject={subject} onClose={ask.close} />}
      </Suspense>
    </>
  );
}
