import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';
import { useSession } from '../session/use-session.js';
import { BackLink } from '../ui/back-link.js';
import { formatDate } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './stamps-page.module.css';
import { dayHere } from './paper-fields.js';
import { idsOf } from './stamps-search.js';

/** The stamp “ĐẾN” as labels, one to a page of the label printer (Decree 30/2020, Annex IV). */
export function StampsPage() {
  const { t } = useTranslation();
  const { post } = useSession();
  const wanted = useSearch({ from: '/desk/incoming/stamps' });
  const queries = useQueries({ queries: idsOf(wanted).map((id) => arrivalQuery(id)) });
  const fault = queries.find(({ error }) => error !== null)?.error;
  const arrivals = queries.flatMap(({ data }) => (data === undefined ? [] : [data]));

  return (
    <>
      <div data-no-print>
        <PageHeader title={t('paper.stamp.title')}>
          <BackLink to="/incoming" search={{}} />
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={queries.some(({ isPending }) => isPending)}
            onClick={() => {
              window.print();
            }}
          >
            {t('paper.stamp.print')}
          </Button>
        </PageHeader>
        {fault !== undefined && <ProblemAlert error={fault} />}
      </div>
      <div className={classes.labels} lang="vi">
        {arrivals.map((arrival) => (
          <Label key={arrival.id} arrival={arrival} agency={post.agency.name} />
        ))}
      </div>
    </>
  );
}

/** In the words of the decree, whatever language the page has. */
function Label({ arrival, agency }: { readonly arrival: ArrivalView; readonly agency: string }) {
  return (
    <section className={classes.label} aria-label={`ĐẾN ${arrival.arrivalNumber ?? ''}`}>
      <div className={classes.agency}>{agency}</div>
      <div className={classes.title}>ĐẾN</div>
      <div className={classes.line}>
        {'Số: '}
        <b>{arrival.arrivalNumber ?? ''}</b>
        <i />
      </div>
      <div className={classes.line}>
        {'Ngày: '}
        <b>{formatDate(dayHere(new Date(arrival.arrivedAt)))}</b>
        <i />
      </div>
      <div className={classes.line}>
        {'Chuyển: '}
        <i />
      </div>
      <div className={classes.line}>
        {'Số và ký hiệu HS: '}
        <i />
      </div>
    </section>
  );
}
