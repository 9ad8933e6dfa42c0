import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Exchange, Page } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { BackLink } from '../ui/back-link.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import classes from './exchanges-page.module.css';
import { exchangesQuery } from './share-queries.js';
import { modes } from './share-search.js';

const tabs = ['all', ...modes] as const;

/** An exchange is one document for one agency; the two together name its row. */
function withRowIds({ pages, pageParams }: InfiniteData<Page<Exchange>, string | undefined>) {
  return {
    pageParams,
    pages: pages.map(({ items, next }) => ({
      next,
      items: items.map((exchange) => ({ ...exchange, id: `${exchange.id} ${exchange.recipient.id}` })),
    })),
  };
}

export function ExchangesPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/desk/share/exchanges' });
  const { indicator, year, month, mode, structure } = search;
  const query = useInfiniteQuery({
    ...exchangesQuery(search),
    select: withRowIds,
  });
  const span = [
    month === undefined ? null : t('share.monthName', { month }),
    year === undefined ? null : t('share.year', { year }),
  ].filter((word) => word !== null);
  const { mode: _mode, ...withoutMode } = search;

  return (
    <>
      <div className={classes.back}>
        <BackLink
          to="/share"
          search={{ ...(year === undefined ? {} : { year }), ...(structure === undefined ? {} : { structure }) }}
        />
        <PageHeader title={t('share.list.title')} />
      </div>
      <p className={classes.about}>{[t(`share.indicator.${indicator}`), ...span].join(' · ')}</p>
      <BoxTabs
        label={t('share.list.mode')}
        tabs={tabs.map((key) => ({
          key,
          word: key === 'all' ? t('share.list.allModes') : t(`common.channel.${key}`),
          link: { to: '/share/exchanges', search: key === 'all' ? withoutMode : { ...withoutMode, mode: key } },
          chosen: key === (mode ?? 'all'),
        }))}
      />
      <RowList
        key={JSON.stringify(search)}
        label={t('share.list.label')}
        query={query}
        renderRow={(exchange) => <ExchangeRow exchange={exchange} />}
        empty={<EmptyPlace icon={IconChartBar} title={t('share.list.empty')} text={t('share.list.emptyText')} />}
      />
    </>
  );
}

function ExchangeRow({ exchange }: { readonly exchange: Exchange }) {
  const { t } = useTranslation();
  const { post, permissions } = useSession();
  const line = (
    <Line
      urgency="normal"
      symbol={exchange.symbol}
      typeName={exchange.typeName}
      subject={exchange.subject ?? t('share.list.hidden')}
      other={t('share.list.fromTo', { from: exchange.sender.abbreviation, to: exchange.recipient.name })}
      state={
        <StateWord tone={exchange.mode === 'paper' ? 'calm' : 'accent'}>
          {t(`common.channel.${exchange.mode}`)}
        </StateWord>
      }
      date={formatDate(exchange.issuedOn)}
    />
  );
  // Only the own agency's documents can be opened; of the others one sees what was counted.
  const { documentId } = exchange;
  const isOwn = documentId !== null && exchange.sender.id === post.agency.id;
  if (!isOwn || exchange.subject === null || !permissions.includes('document:read')) {
    return line;
  }
  return (
    <Link to="/outgoing/$documentId" params={{ documentId }} className={rowClasses.row} data-row>
      {line}
    </Link>
  );
}
