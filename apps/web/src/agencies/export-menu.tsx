import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/i18n.js';
import type { AgenciesSearch } from './agencies-search.js';

/** What is shown, as a table: the same search, level and closed ones. */
export function ExportMenu({ wish: { search, level, closed } }: { readonly wish: AgenciesSearch }) {
  const { t } = useTranslation();
  const addressOf = (format: 'csv' | 'xlsx') =>
    `/api/v1/agencies/export?${new URLSearchParams({
      format,
      language: currentLanguage(),
      closed: closed === true ? 'true' : 'false',
      ...(search === undefined ? {} : { search }),
      ...(level === undefined ? {} : { level }),
    })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('agencies.files')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf('xlsx')} download>
          {t('agencies.exportXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf('csv')} download>
          {t('agencies.exportCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
