import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { CalendarImportLine } from '../api/types.js';
import { ImportDialog } from '../file-import/import-dialog.js';
import { requestOf } from '../file-import/use-import.js';
import { currentLanguage } from '../i18n/i18n.js';
import { formatDate } from '../ui/format.js';
import { useCalendarChanged } from './calendar-queries.js';

/** The year as a table. */
export function CalendarExport({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const addressOf = (format: 'csv' | 'xlsx') =>
    `/api/v1/working-days/export?${new URLSearchParams({ year: String(year), format, language: currentLanguage() })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('workingDays.exportOpen')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf('xlsx')} download>
          {t('workingDays.exportXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf('csv')} download>
          {t('workingDays.exportCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Days from a file. */
export function CalendarImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const changed = useCalendarChanged();
  return (
    <ImportDialog
      words={{
        title: t('workingDays.import.title'),
        hint: t('workingDays.import.hint'),
        nothing: t('workingDays.import.nothing'),
        subject: t('workingDays.import.subject'),
        subjectOf: ({ day, name }: CalendarImportLine) => `${formatDate(day)} · ${name}`,
        apply: (number) => t('workingDays.import.apply', { number }),
      }}
      send={(wish) => read(client.PUT('/api/v1/working-days/import', requestOf(wish)))}
      onImported={({ added, changed: number }) => {
        notifications.show({ message: t('workingDays.import.done', { added, changed: number }), color: 'green' });
        void changed();
      }}
      onClose={onClose}
    />
  );
}
