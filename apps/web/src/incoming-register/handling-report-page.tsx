import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HandlingReport, HandlingReportRow } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { formatDate } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './handling-report-page.module.css';
import { handlingReportQuery } from './incoming-register-queries.js';
import { periodOf } from './handling-report-search.js';
import type { Progress } from './incoming-register-search.js';
import { ReportFrame } from './report-frame.js';

const figures = [
  'received',
  'completedInTime',
  'completedLate',
  'open',
  'openLate',
  'averageDays',
  'medianDays',
] as const;

type Figure = (typeof figures)[number];

/** Behind these figures stand lines of the register. */
const behind: Partial<Record<Figure, Progress>> = {
  received: 'received',
  completedInTime: 'done-in-time',
  completedLate: 'done-late',
  open: 'open',
  openLate: 'open-late',
};

/** How what arrived in a period is handled, by the unit that leads. */
export function HandlingReportPage() {
  const { t } = useTranslation();
  const wanted = useSearch({ from: '/desk/handling-report' });
  const { post } = useSession();
  const period = periodOf(wanted, new Date());
  const query = useQuery({ ...handlingReportQuery(period), placeholderData: keepPreviousData });
  return (
    <ReportFrame kind="incoming" wanted={wanted}>
      {query.error !== null && <ProblemAlert error={query.error} />}
      {query.data === undefined ? (
        query.error === null && <Skeleton height={240} m={24} />
      ) : (
        <article className={classes.report}>
          <p className={classes.lead}>
            {t('incomingRegister.report.lead', {
              agency: post.agency.name,
              from: formatDate(query.data.from),
              to: formatDate(query.data.to),
            })}
          </p>
          <ReportTable report={query.data} agencyId={wanted.agencyId} />
          <p className={classes.quiet}>{t('incomingRegister.report.hint')}</p>
        </article>
      )}
    </ReportFrame>
  );
}

interface TableProps {
  readonly report: HandlingReport;
  readonly agencyId: string | undefined;
}

function ReportTable({ report: { from, to, rows, total }, agencyId }: TableProps) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const hasLines = permissions.includes('register:read');
  // What came on the last day of a year stands in the book of the next, when it was registered there.
  const register = { from, to, year: 'all', ...(agencyId === undefined ? {} : { agencyId }) } as const;
  const figure = (row: Figures, name: Figure, lead?: string) => {
    const progress = behind[name];
    return hasLines && progress !== undefined && row[name] !== 0 ? (
      <Link to="/incoming-register" search={{ ...register, progress, ...(lead === undefined ? {} : { lead }) }}>
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
            <th scope="col">{t('incomingRegister.report.unit')}</th>
            {figures.map((name) => (
              <th key={name} scope="col">
                {t(`incomingRegister.report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.unit?.id} ${row.isAssigned}`}>
              <th scope="row">
                {row.unit?.name ?? t(`incomingRegister.report.${row.isAssigned ? 'noUnit' : 'nobody'}`)}
              </th>
              {figures.map((name) => (
                <td key={name}>{figure(row, name, row.unit?.id ?? (row.isAssigned ? 'no-unit' : 'nobody'))}</td>
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

type Figures = Omit<HandlingReportRow, 'unit' | 'isAssigned'>;

function shown(row: Figures, name: Figure): string {
  const value = row[name];
  return value === null ? '–' : value.toLocaleString('vi-VN');
}
