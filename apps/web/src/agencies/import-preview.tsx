import { Alert, Stack, Text } from '@mantine/core';
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
      <table>
        <thead>
          <tr>
            <th scope="col">{t('agencies.import.row')}</th>
            <th scope="col">{t('agencies.import.column')}</th>
            <th scope="col">{t('agencies.import.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, message }) => (
            <tr key={`${row} ${column ?? ''} ${message}`}>
              <td>{formatNumber(row)}</td>
              <td>{column}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Lines({ lines }: { readonly lines: AgencyImport['lines'] }) {
  const { t } = useTranslation();
  const spoken = (value: string) => (value === '' ? t('agencies.import.blank') : value);
  return (
    <div className={classes.table} role="group" aria-label={t('agencies.import.changes')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('agencies.import.row')}</th>
            <th scope="col">{t('agencies.import.what')}</th>
            <th scope="col">{t('agencies.import.agency')}</th>
            <th scope="col">{t('agencies.import.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, kind, code, name, changes }) => (
            <tr key={row}>
              <td>{formatNumber(row)}</td>
              <td>{t(`agencies.import.kinds.${kind}`)}</td>
              <td>
                {name} · {code}
              </td>
              <td>
                {changes.map(({ column, before, after }) => (
                  <div key={column}>
                    {t('agencies.import.change', { column, before: spoken(before), after: spoken(after) })}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
