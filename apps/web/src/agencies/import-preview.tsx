import { Alert, Stack, Table, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgencyImport } from '../api/types.js';
import { formatNumber } from '../ui/format.js';
import classes from './agencies.module.css';

/** What a file would do, or everything that keeps it from being imported. */
export function ImportPreview({ outcome }: { readonly outcome: AgencyImport }) {
  const { t } = useTranslation();
  const { added, changed, unchanged, faultCount, faults, lines } = outcome;
  if (faultCount > 0) {
    return (
      <Stack gap="sm">
        <Alert color="red" icon={<IconAlertCircle aria-hidden />} role="alert">
          {t('agencies.import.faults', { number: formatNumber(faultCount) })}{' '}
          {faultCount > faults.length && t('agencies.import.firstFaults', { number: formatNumber(faults.length) })}
        </Alert>
        <Faults faults={faults} />
      </Stack>
    );
  }
  if (added + changed === 0) {
    return (
      <Alert color="accent" icon={<IconInfoCircle aria-hidden />}>
        {t('agencies.import.nothing')}
      </Alert>
    );
  }
  const counts = { added: formatNumber(added), changed: formatNumber(changed), unchanged: formatNumber(unchanged) };
  return (
    <Stack gap="sm">
      <Alert color="green" icon={<IconCircleCheck aria-hidden />}>
        {t('agencies.import.summary', counts)}
      </Alert>
      {added + changed > lines.length && (
        <Text size="sm">{t('agencies.import.firstLines', { number: formatNumber(lines.length) })}</Text>
      )}
      <Lines lines={lines} />
    </Stack>
  );
}

function Faults({ faults }: { readonly faults: AgencyImport['faults'] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.table} role="group" aria-label={t('agencies.import.fault')}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agencies.import.row')}</Table.Th>
            <Table.Th>{t('agencies.import.column')}</Table.Th>
            <Table.Th>{t('agencies.import.fault')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.map(({ row, column, message }) => (
            <Table.Tr key={`${row} ${column ?? ''} ${message}`}>
              <Table.Td>{formatNumber(row)}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Lines({ lines }: { readonly lines: AgencyImport['lines'] }) {
  const { t } = useTranslation();
  const spoken = (value: string) => (value === '' ? t('agencies.import.blank') : value);
  return (
    <div className={classes.table} role="group" aria-label={t('agencies.import.changes')}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agencies.import.row')}</Table.Th>
            <Table.Th>{t('agencies.import.what')}</Table.Th>
            <Table.Th>{t('agencies.import.agency')}</Table.Th>
            <Table.Th>{t('agencies.import.changes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ row, kind, code, name, changes }) => (
            <Table.Tr key={row}>
              <Table.Td>{formatNumber(row)}</Table.Td>
              <Table.Td>{t(`agencies.import.kinds.${kind}`)}</Table.Td>
              <Table.Td>
                {name} · {code}
              </Table.Td>
              <Table.Td>
                {changes.map(({ column, before, after }) => (
                  <div key={column}>
                    {t('agencies.import.change', { column, before: spoken(before), after: spoken(after) })}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
