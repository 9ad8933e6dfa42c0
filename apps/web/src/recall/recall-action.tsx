import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';

const RecallDialog = lazy(async () => ({ default: (await import('./recall-dialog.js')).RecallDialog }));

export function RecallAction({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const [recalling, recall] = useDisclosure(false);
  if (!document.actions.includes('recall')) {
    return null;
  }
  return (
    <>
      <Button variant="default" onClick={recall.open}>
        {t('recall.act')}
      </Button>
      <Suspense>{recalling && <RecallDialog document={document} onClose={recall.close} />}</Suspense>
    </>
  );
}
