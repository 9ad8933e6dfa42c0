import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconArchive, IconFileSearch, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsOf, rowsPerPage } from '../api/paged.js';
import type { ArchiveDirection, ArchiveEntry } from '../api/types.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { registerIn } from '../ui/register-search.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { StateWord } from '../ui/state-word.js';
import { archiveSearch } from './archive-search.js';
import { EntryDrawer } from './entry-drawer.js';
import classes from './archive-page.module.css';

const directions = ['all', 'incoming', 'outgoing'] as const;

function archiveQuery(direction: ArchiveDirection | undefined, search: string, agencyId: string | undefined) {
  return pagedQuery<ArchiveEntry>(['archive', 'list', direction, search, agencyId], (after, signal) =>
    read(
      client.GET('/api/v1/archive-entries', {
        params: {
          query: {
            limit: rowsPerPage,
            after,
            agencyId,
            ...(direction === undefined ? {} : { direction }),
            ...(search === '' ? {} : { search }),
          },
        },
        signal,
      }),
    ),
  );
}

export function ArchivePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { direction, search = '', entry, agencyId } = useSearch({ from: '/desk/archive' });
  const query = useInfiniteQuery(archiveQuery(direction, search, agencyId));
  const opened = rowsOf(query.data).find(({ id }) => id === entry);
  const kept = {
    ...registerIn({ agencyId }),
    ...(direction === undefined ? {} : { direction }),
    ...(search === '' ? {} : { search }),
  };

  return (
    <>
      <PageHeader title={t('archive.title')}>
        <RegisterChoice
          agencyId={agencyId}
          onChange={(chosen) => {
            void navigate({ to: '/archive', search: archiveSearch({ direction, agencyId: chosen }) });
          }}
        />
        <SearchBox
          label={t('archive.search')}
          value={search}
          onSearch={(next) => {
            void navigate({
              to: '/archive',
              search: archiveSearch({ direction, entry, agencyId, search: next }),
              replace: true,
            });
          }}
        />
      </PageHeader>
      <BoxTabs
        label={t('archive.direction')}
        tabs={directions.map((key) => ({
          key,
          word: t(`archive.${key}`),
          link: {
            to: '/archive',
            search: {
              ...registerIn({ agencyId }),
              ...(key === 'all' ? {} : { direction: key }),
              ...(search === '' ? {} : { search }),
            },
          },
          chosen: key === (direction ?? 'all'),
        }))}
      />
      <RowList
        key={`${direction ?? ''} ${search} ${agencyId ?? ''}`}
        label={t('archive.list')}
        query={query}
        renderRow={(one) => (
          <Link
            to="/archive"
            search={{ ...kept, entry: one.id }}
            resetScroll={false}
            className={rowClasses.row}
            activeProps={{}}
            data-row
          >
            <Line
              urgency="normal"
              symbol={one.symbol}
              typeName={one.typeName}
              subject={one.subject}
              other={one.issuerName}
              state={
                <>
                  {one.isRecalled && <StateWord tone="bad">{t('outgoing.state.recalled')}</StateWord>}
                  <span className={classes.locked} title={t('archive.lockedHint')}>
                    <IconLock size={14} aria-hidden /> {t('archive.locked')} ·{' '}
                    {t('archive.files', { number: one.files.length })}
                  </span>
                </>
              }
              date={formatDate(one.issuedOn)}
            />
          </Link>
        )}
        empty={
          search === '' ? (
            <EmptyPlace icon={IconArchive} title={t('archive.empty')} text={t('archive.emptyText')} />
          ) : (
            <EmptyPlace
              icon={IconFileSearch}
              title={t('common.nothingFound', { search })}
              text={t('common.nothingFoundHint')}
            />
          )
        }
      />
      <EntryDrawer
        entry={opened}
        onClose={() => {
          void navigate({ to: '/archive', search: kept, resetScroll: false });
        }}
      />
    </>
  );
}
