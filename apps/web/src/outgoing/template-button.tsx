import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftKeeper } from './draft-keeper.js';

/** The sheet of this draft as a Word file, filled with what stands on the page now: that is kept first. */
export function TemplateButton({ keeper, disabled }: { readonly keeper: DraftKeeper; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const load = async () => {
    setPending(true);
    const kept = await keeper.flush();
    setPending(false);
    if (kept !== undefined) {
      // A link of its own: the page stays where it is, whatever is answered.
      const link = window.document.createElement('a');
      link.href = `/api/v1/documents/${kept.id}/template`;
      link.download = '';
      link.click();
    }
  };
  return (
    <Button
      variant="default"
      size="md"
      leftSection={<IconFileTypeDocx size={18} aria-hidden />}
      title={t('outgoing.draft.templateHint')}
      disabled={disabled}
      loading={isPending}
      onClick={() => void load()}
    >
      {t('outgoing.draft.template')}
    </Button>
  );
}
