import { ActionIcon, Alert, Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarYear } from '../api/types.js';
import { dayInVietnam } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { calendarYearQuery } from './calendar-queries.js';
import { CalendarExport, CalendarImportDialog } from './calendar-tools.js';
import { DayDialog } from './day-dialog.js';
import { SpecialDaysList } from './special-days-list.js';
import { YearGrid } from './year-grid.js';
import classes from './working-days.module.css';

/** The calendar of working days, a year at a glance, as the system administrator keeps it. */
export function WorkingDaysPage() {
  const { t } = useTranslation();
  const { year = Number(dayInVietnam(new Date()).slice(0, 4)) } = useSearch({ from: '/desk/working-days' });
  const calendar = useQuery(calendarYearQuery(year));
  /** The day that is edited; `new` while one is still to be chosen. */
  const [open, setOpen] = useState<string | null>(null);
  const days = new Map(calendar.data?.days.map((day) => [day.day, day]));
  usePageTitle(t('workingDays.title'));
  return (
    <>
      <PageHeader title={t('workingDays.title')}>
        <CalendarExport year={year} />
        <Button
          variant="default"
          leftSection={<IconTableImport size={18} aria-hidden />}
          onClick={() => setOpen('import')}
        >
          {t('workingDays.import.open')}
        </Button>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
          {t('workingDays.add')}
        </Button>
      </PageHeader>
      <div className={classes.page}>
        <p className={classes.lead}>{t('workingDays.lead')}</p>
        {calendar.data !== undefined && <Warnings calendar={calendar.data} />}
        <div className={classes.bar}>
          <YearLink year={year - 1} icon={<IconChevronLeft size={18} aria-hidden />} />
          <h2 className={classes.shown}>{t('workingDays.year', { year })}</h2>
          <YearLink year={year + 1} icon={<IconChevronRight size={18} aria-hidden />} />
          <Legend />
        </div>
        {calendar.error !== null && <ProblemAlert error={calendar.error} />}
        {calendar.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
        {calendar.data !== undefined && (
          <>
            <YearGrid key={year} year={year} days={days} onOpen={setOpen} />
            <SpecialDaysList calendar={calendar.data} onOpen={setOpen} />
          </>
        )}
      </div>
      {open === 'import' && <CalendarImportDialog onClose={() => setOpen(null)} />}
      {open !== null && open !== 'import' && (
        <DayDialog day={open === 'new' ? null : open} days={days} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function YearLink({ year, icon }: { readonly year: number; readonly icon: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={t('workingDays.open', { year })}
      renderRoot={(props) => <Link to="/working-days" search={{ year }} replace {...props} />}
    >
      {icon}
    </ActionIcon>
  );
}

/** The shown year without Tết, and near ones that would surprise people. */
function Warnings({ calendar: { year, hasNewYear, unready } }: { readonly calendar: CalendarYear }) {
  const { t } = useTranslation();
  const years = [...new Set([...(hasNewYear ? [] : [year]), ...unready])];
  return years.map((one) => (
    <Alert
      key={one}
      color="orange"
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('workingDays.noNewYear', { year: one })}
      className={classes.warning}
    >
      {t('workingDays.noNewYearText')}{' '}
      {one !== year && (
        <Link to="/working-days" search={{ year: one }}>
          {t('workingDays.open', { year: one })}
        </Link>
      )}
    </Alert>
  ));
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('workingDays.legend')}>
      {(['off', 'worked', 'weekend'] as const).map((kind) => (
        <li key={kind}>
          <span className={classes.swatch} data-kind={kind} aria-hidden />
          {t(`workingDays.marks.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
