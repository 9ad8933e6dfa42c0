import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSearch, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { EntryDrawer } from './entry-drawer.js';
import { EntryRow } from './entry-row.js';
import { ExportMenu } from './export-menu.js';
import { TrailFilters } from './trail-filters.js';
import { trailQuery } from './trail-queries.js';
import { trailSearch, type TrailSearch } from './trail-search.js';
import { TrailStateLine } from './trail-state-line.js';

export function TrailPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { entry, ...wanted } = useSearch({ from: '/desk/trail' });
  const query = useInfiniteQuery(trailQuery(wanted));
  const narrow = (change: Partial<Record<keyof TrailSearch, unknown>>) => {
    void navigate({ to: '/trail', search: trailSearch({ ...wanted, ...change }), replace: true });
  };
  const isFiltered = Object.keys(wanted).length > 0;

  return (
    <>
      <PageHeader title={t('trail.title')}>
        <SearchBox
          label={t('trail.search')}
          value={wanted.search ?? ''}
          onSearch={(search) => {
            narrow({ search });
          }}
        />
        <ExportMenu wanted={wanted} />
      </PageHeader>
      <TrailStateLine />
      <TrailFilters wanted={wanted} onNarrow={narrow} />
      <RowList
        key={JSON.stringify(wanted)}
        label={t('trail.list')}
        query={query}
        renderRow={(one) => <EntryRow entry={one} wanted={wanted} />}
        empty={
          isFiltered ? (
            <EmptyPlace icon={IconFileSearch} title={t('trail.nothing')} text={t('trail.nothingText')} />
          ) : (
            <EmptyPlace icon={IconHistory} title={t('trail.empty')} text={t('trail.emptyText')} />
          )
        }
      />
      <EntryDrawer
        id={entry}
        wanted={wanted}
        onClose={() => {
          void navigate({ to: '/trail', search: wanted, resetScroll: false });
        }}
      />
    </>
  );
}
