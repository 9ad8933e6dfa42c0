import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { AgencyShare, ShareIndicator } from '../api/types.js';
import { formatNumber, formatShare } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord } from '../ui/state-word.js';
import { shareAgenciesQuery } from './share-queries.js';
import classes from './share-page.module.css';
import type { ShareSearch } from './share-search.js';

interface Props {
  readonly indicator: ShareIndicator;
  readonly search: ShareSearch & { readonly year: number };
}

/** One indicator agency by agency, for those who follow all of them. */
export function AgenciesSection({ indicator, search }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(shareAgenciesQuery(indicator, search));
  const agencies = rowsOf(query.data);
  if (query.error !== null) {
    return <ProblemAlert error={query.error} />;
  }
  if (agencies.length === 0) {
    return null;
  }
  return (
    <section className={classes.months}>
      <h2>{t('share.byAgency', { name: t(`share.indicator.${indicator}`) })}</h2>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('share.agency')}</th>
              <th scope="col">{t('share.column.electronic')}</th>
              <th scope="col">{t('share.column.electronicWithPaper')}</th>
              <th scope="col">{t('share.column.paper')}</th>
              <th scope="col">{t('share.column.total')}</th>
              <th scope="col">{t('share.column.share')}</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map((row) => (
              <AgencyRow key={row.agency.id} row={row} indicator={indicator} search={search} />
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </section>
  );
}

function AgencyRow({ row, indicator, search }: Props & { readonly row: AgencyShare }) {
  const { t } = useTranslation();
  const { agency, closed, electronic, electronicWithPaper, paper, total, share } = row;
  return (
    <tr>
      <th scope="row">
        {agency.name} <span className={classes.quiet}>{agency.code}</span>{' '}
        {closed && <StateWord tone="care">{t('share.closed')}</StateWord>}
      </th>
      <td>{formatNumber(electronic)}</td>
      <td>{formatNumber(electronicWithPaper)}</td>
      <td>{formatNumber(paper)}</td>
      <td>
        <Link to="/share/exchanges" search={{ ...search, indicator, agencyId: agency.id }}>
          {formatNumber(total)}
        </Link>
      </td>
      <td>{formatShare(share)}</td>
    </tr>
  );
}
