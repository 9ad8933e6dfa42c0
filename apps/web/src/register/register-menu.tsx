import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RegisterSearch } from './register-search.js';

/** The register as it is filtered, on paper and as a file. Exports and prints are on record. */
export function RegisterMenu({ wanted }: { readonly wanted: RegisterSearch }) {
  const { t } = useTranslation();
  const { year, ...texts } = wanted;
  const addressOf = (format: 'pdf' | 'xlsx') =>
    `/api/v1/outgoing-register/export?${new URLSearchParams({ format, ...texts, ...(year === undefined ? {} : { year: String(year) }) })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('register.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf('pdf')} download>
          {t('register.exportPdf')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf('xlsx')} download>
          {t('register.exportXlsx')}
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/outgoing-register/print" search={wanted} {...props} />}>
          {t('register.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
