import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/i18n.js';
import { filterOf, type TrailSearch } from './trail-search.js';

/** What is shown, as a table. The export is on record itself. */
export function ExportMenu({ wanted }: { readonly wanted: TrailSearch }) {
  const { t } = useTranslation();
  const addressOf = (format: 'csv' | 'xlsx') =>
    `/api/v1/trail/export?${new URLSearchParams({ format, language: currentLanguage(), ...filterOf(wanted) })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('trail.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf('xlsx')} download>
          {t('trail.exportXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf('csv')} download>
          {t('trail.exportCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
