import { Button, Skeleton, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HandlingReport, HandlingReportRow } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { formatDate } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { RegisterChoice } from '../ui/register-choice.js';
import registerClasses from '../register/register-page.module.css';
import classes from './handling-report-page.module.css';
import { handlingReportQuery } from './incoming-register-queries.js';
import { handlingReportSearch, periodOf } from './handling-report-search.js';

const figures = [
  'received',
  'completedInTime',
  'completedLate',
  'open',
  'openLate',
  'averageDays',
  'medianDays',
] as const;

/** Behind these figures of all units stand lines of the register. */
const behind: ReadonlySet<string> = new Set(['received', 'open']);

/** How what arrived in a period is handled, by the unit that leads. */
export function HandlingReportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = useSearch({ from: '/desk/handling-report' });
  const { post } = useSession();
  const period = periodOf(wanted, new Date());
  const query = useQuery({ ...handlingReportQuery(period), placeholderData: keepPreviousData });
  const change = (part: object) =>
    void navigate({ to: '/handling-report', search: handlingReportSearch({ ...wanted, ...part }), replace: true });

  return (
    <>
      <PageHeader title={t('incomingRegister.report.title')}>
        <RegisterChoice agencyId={wanted.agencyId} onChange={(agencyId) => change({ agencyId })} />
        <Button
          variant="default"
          data-no-print
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t('incomingRegister.report.print')}
        </Button>
      </PageHeader>
      <div className={registerClasses.filters} data-no-print>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className={registerClasses.day}>
            <span>{t(`register.${end}`)}</span>
            <TextInput
              type="date"
              size="sm"
              value={period[end]}
              onChange={(event) => change({ [end]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
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
    </>
  );
}

interface TableProps {
  readonly report: HandlingReport;
  readonly agencyId: string | undefined;
}

function ReportTable({ report: { from, to, rows, total }, agencyId }: TableProps) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const readsRegister = permissions.includes('register:read');
  const register = { from, to, ...(agencyId === undefined ? {} : { agencyId }) };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('incomingRegister.report.unit')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col">
                {t(`incomingRegister.report.${figure}`)}
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
              {figures.map((figure) => (
                <td key={figure}>{shown(row, figure)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('incomingRegister.report.total')}</th>
            {figures.map((figure) => (
              <td key={figure}>
                {readsRegister && behind.has(figure) ? (
                  <Link
                    to="/incoming-register"
                    search={{
                      ...register,
                      year: Number(from.slice(0, 4)),
                      ...(figure === 'open' ? { progress: 'open' as const } : {}),
                    }}
                  >
                    {shown(total, figure)}
                  </Link>
                ) : (
                  shown(total, figure)
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function shown(row: Omit<HandlingReportRow, 'unit' | 'isAssigned'>, figure: (typeof figures)[number]): string {
  const value = row[figure];
  return value === null ? '–' : value.toLocaleString('vi-VN');
}
