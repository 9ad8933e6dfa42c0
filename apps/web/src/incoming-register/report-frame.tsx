import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import registerClasses from '../register/register-page.module.css';
import { BoxTabs } from '../ui/box-tabs.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { handlingReportSearch, type HandlingReportSearch, periodOf } from './handling-report-search.js';

const reports = { incoming: '/handling-report', outgoing: '/outgoing-report' } as const;
const kinds = ['incoming', 'outgoing'] as const;

interface Props {
  readonly kind: (typeof kinds)[number];
  readonly wanted: HandlingReportSearch;
  readonly children: ReactNode;
}

/** What both reports have around their figures: the agency, the period, the way to the other, and the printer. */
export function ReportFrame({ kind, wanted, children }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const period = periodOf(wanted, new Date());
  const change = (part: object) =>
    void navigate({ to: reports[kind], search: handlingReportSearch({ ...wanted, ...part }), replace: true });
  return (
    <>
      <PageHeader title={t(`incomingRegister.report.title.${kind}`)}>
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
      <BoxTabs
        label={t('incomingRegister.report.which')}
        tabs={kinds.map((key) => ({
          key,
          word: t(`incomingRegister.report.tab.${key}`),
          link: { to: reports[key], search: wanted },
          chosen: key === kind,
        }))}
      />
      <div className={registerClasses.filters} data-under-tabs data-no-print>
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
      {children}
    </>
  );
}
