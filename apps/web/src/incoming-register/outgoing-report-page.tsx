import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentOutcome, OutgoingReport, OutgoingReportRow } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { formatDate } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './handling-report-page.module.css';
import { outgoingReportQuery } from './incoming-register-queries.js';
import { periodOf } from './handling-report-search.js';
import { ReportFrame } from './report-frame.js';

const figures = ['issued', 'inTime', 'late', 'replies', 'repliesLate', 'averageDays', 'medianDays'] as const;
type Figure = (typeof figures)[number];

/** How what was issued in a period came about, by the unit of the drafters. */
export function OutgoingReportPage() {
  const { t } = useTranslation();
  const wanted = useSearch({ from: '/desk/outgoing-report' });
  const { post } = useSession();
  const { data, error } = useQuery({
    ...outgoingReportQuery(periodOf(wanted, new Date())),
    placeholderData: keepPreviousData,
  });
  return (
    <ReportFrame kind="outgoing" wanted={wanted}>
      {error !== null && <ProblemAlert error={error} />}
      {data === undefined ? (
        error === null && <Skeleton height={240} m={24} />
      ) : (
        <article className={classes.report}>
          <p className={classes.lead}>
            {t('incomingRegister.outgoing.lead', {
              agency: post.agency.name,
              from: formatDate(data.from),
              to: formatDate(data.to),
            })}
          </p>
          <ReportTable report={data} agencyId={wanted.agencyId} />
          <p className={classes.quiet}>{t('incomingRegister.outgoing.hint')}</p>
        </article>
      )}
    </ReportFrame>
  );
}

interface TableProps {
  readonly report: OutgoingReport;
  readonly agencyId: string | undefined;
}

/** Behind these figures stand documents of the outgoing list. */
const behind: Partial<Record<Figure, DocumentOutcome>> = {
  issued: 'issued',
  inTime: 'in-time',
  late: 'late',
  replies: 'reply',
  repliesLate: 'reply-late',
};

function ReportTable({ report: { from, to, rows, total }, agencyId }: TableProps) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const hasList = permissions.includes('document:read');
  const list = { box: 'all', from, to, ...(agencyId === undefined ? {} : { agencyId }) } as const;
  const figure = (row: Figures, name: Figure, unitId?: string) => {
    const outcome = behind[name];
    return hasList && outcome !== undefined && row[name] !== 0 ? (
      <Link to="/outgoing" search={{ ...list, outcome, ...(unitId === undefined ? {} : { unitId }) }}>
        {shown(row, name)}
      </Link>
    ) : (
      shown(row, name)
    );
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('incomingRegister.outgoing.unit')}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {t(`incomingRegister.outgoing.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.unit?.id ?? ''}>
              <th scope="row">{row.unit?.name ?? t('incomingRegister.report.noUnit')}</th>
              {figures.map((name) => (
                <td key={name}>{figure(row, name, row.unit?.id ?? 'no-unit')}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('incomingRegister.report.total')}</th>
            {figures.map((name) => (
              <td key={name}>{figure(total, name)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type Figures = Omit<OutgoingReportRow, 'unit'>;

function shown(row: Figures, name: Figure): string {
  const value = row[name];
  return value === null ? '–' : value.toLocaleString('vi-VN');
}
