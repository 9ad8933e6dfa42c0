import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../ui/format.js';
import classes from './file-import.module.css';
import type { ImportLine, ImportOutcome, PreviewWords } from './import-outcome.js';

interface Props<Line extends ImportLine> {
  readonly outcome: ImportOutcome<Line>;
  readonly words: PreviewWords<Line>;
}

/** What a file would do, or everything that keeps it from being imported. */
export function ImportPreview<Line extends ImportLine>({ outcome, words }: Props<Line>) {
  const { t } = useTranslation();
  const { added, changed, unchanged, faultCount, faults, lines } = outcome;
  if (faultCount > 0) {
    return (
      <Stack gap="sm">
        <Alert color="red" icon={<IconAlertCircle aria-hidden />} role="alert">
          {t('fileImport.faults', { number: formatNumber(faultCount) })}{' '}
          {faultCount > faults.length && t('fileImport.firstFaults', { number: formatNumber(faults.length) })}
        </Alert>
        <Faults faults={faults} />
      </Stack>
    );
  }
  if (added + changed === 0) {
    return (
      <Alert color="accent" icon={<IconInfoCircle aria-hidden />}>
        {words.nothing}
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Alert color="green" icon={<IconCircleCheck aria-hidden />}>
        {t('fileImport.summary', {
          added: formatNumber(added),
          changed: formatNumber(changed),
          unchanged: formatNumber(unchanged),
        })}
      </Alert>
      {added + changed > lines.length && (
        <Text size="sm">{t('fileImport.firstLines', { number: formatNumber(lines.length) })}</Text>
      )}
      <Lines lines={lines} words={words} />
    </Stack>
  );
}

function Faults({ faults }: { readonly faults: ImportOutcome<ImportLine>['faults'] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.table} role="group" aria-label={t('fileImport.fault')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fileImport.row')}</th>
            <th scope="col">{t('fileImport.column')}</th>
            <th scope="col">{t('fileImport.fault')}</th>
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

interface LinesProps<Line> {
  readonly lines: readonly Line[];
  readonly words: PreviewWords<Line>;
}

function Lines<Line extends ImportLine>({ lines, words }: LinesProps<Line>) {
  const { t } = useTranslation();
  const spoken = (value: string) => (value === '' ? t('fileImport.blank') : value);
  return (
    <div className={classes.table} role="group" aria-label={t('fileImport.changes')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fileImport.row')}</th>
            <th scope="col">{t('fileImport.what')}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{t('fileImport.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.row}>
              <td>{formatNumber(line.row)}</td>
              <td>{t(`fileImport.kinds.${line.kind}`)}</td>
              <td>{words.subjectOf(line)}</td>
              <td>
                {line.changes.map(({ column, before, after }) => (
                  <div key={column}>
                    {t('fileImport.change', { column, before: spoken(before), after: spoken(after) })}
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
