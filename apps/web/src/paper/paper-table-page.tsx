import { Alert, Button, FileButton, Menu, VisuallyHidden } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDots, IconFileUpload, IconPlus, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/i18n.js';
import { BackLink } from '../ui/back-link.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './paper-table-page.module.css';
import { isReady, lineOf } from './paper-lines.js';
import { readPaperTable } from './paper-queries.js';
import { PaperTableLine } from './paper-table-line.js';
import { usePaperTable } from './use-paper-table.js';

/** A morning’s post as a table, typed or read from Excel; each line gets its number when all are registered. */
export function PaperTablePage() {
  const { t } = useTranslation();
  const table = usePaperTable();
  const reading = useMutation({
    mutationFn: readPaperTable,
    onSuccess: ({ lines }) => table.add(lines.map(lineOf)),
  });
  const body = useRef<HTMLTableSectionElement>(null);
  const count = table.lines.length;
  const before = useRef(count);
  useEffect(() => {
    if (count === before.current + 1) {
      body.current?.querySelector<HTMLInputElement>('tr:last-of-type input')?.focus();
    }
    before.current = count;
  }, [count]);
  const ready = table.lines.filter((line) => isReady(line) && line.refusal === null).length;
  const registered = table.lines.flatMap((line) => (line.registered === null ? [] : [line.registered.id]));

  return (
    <>
      <PageHeader title={t('paper.table.title')}>
        <BackLink to="/incoming" search={{}} />
        <FileButton
          key={reading.submittedAt}
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(file) => file !== null && reading.mutate(file)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={reading.isPending}
              leftSection={<IconFileUpload size={18} aria-hidden />}
            >
              {t('paper.table.import')}
            </Button>
          )}
        </FileButton>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={t('paper.table.more')}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={`/api/v1/paper-tables/form?language=${currentLanguage()}`} download>
              {t('paper.table.form')}
            </Menu.Item>
            <Menu.Item disabled={registered.length === 0} onClick={() => table.clearRegistered()}>
              {t('paper.table.clear')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </PageHeader>
      <div className={classes.page}>
        {reading.error !== null && <ProblemAlert error={reading.error} />}
        {(reading.data?.faults.length ?? 0) > 0 && (
          <Alert role="alert" color="yellow" title={t('paper.table.headers')}>
            {reading.data?.faults.join(' ')}
          </Alert>
        )}
        {table.stopped !== null && <ProblemAlert error={table.stopped} />}
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('incoming.facts.arrivalNumber')}</th>
                <th scope="col">{t('paper.issuer')}</th>
                <th scope="col">{t('paper.symbol')}</th>
                <th scope="col">{t('paper.issuedOn')}</th>
                <th scope="col">{t('paper.type')}</th>
                <th scope="col">{t('paper.subject')}</th>
                <th scope="col">{t('paper.pageCount')}</th>
                <th scope="col">
                  <VisuallyHidden>{t('paper.table.remove')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody ref={body}>
              {table.lines.map((line, index) => (
                <PaperTableLine key={line.id} line={line} place={index + 1} table={table} />
              ))}
            </tbody>
          </table>
        </div>
        <div className={classes.foot}>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={table.isRunning}
            onClick={() => table.add()}
          >
            {t('paper.table.add')}
          </Button>
          <Button loading={table.isRunning} disabled={ready === 0} onClick={() => void table.registerAll()}>
            {t('paper.table.register', { count: ready })}
          </Button>
          {registered.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/incoming/stamps" search={{ ids: registered.join(',') }} target="_blank" {...props} />
              )}
            >
              {t('paper.table.stamps', { count: registered.length })}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
