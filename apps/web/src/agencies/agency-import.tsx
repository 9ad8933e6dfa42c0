import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { AgencyImportLine } from '../api/types.js';
import { ImportDialog } from '../file-import/import-dialog.js';
import { requestOf } from '../file-import/use-import.js';

/** Agencies from a file. */
export function AgencyImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <ImportDialog
      words={{
        title: t('agencies.import.title'),
        hint: t('agencies.import.hint'),
        nothing: t('agencies.import.nothing'),
        subject: t('agencies.import.agency'),
        subjectOf: ({ name, code }: AgencyImportLine) => `${name} · ${code}`,
        apply: (number) => t('agencies.import.apply', { number }),
      }}
      send={(wish) => read(client.PUT('/api/v1/agencies/import', requestOf(wish)))}
      onImported={({ added, changed }) => {
        notifications.show({ message: t('agencies.import.done', { added, changed }), color: 'green' });
        void queries.invalidateQueries({
          predicate: ({ queryKey }) => ['agencies', 'catalogue'].includes(String(queryKey[0])),
        });
      }}
      onClose={onClose}
    />
  );
}
