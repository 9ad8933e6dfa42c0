import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Agency } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';

function agencyListQuery(search: string) {
  return pagedQuery<Agency>(['agencies', 'list', search], (after, signal) =>
    read(
      client.GET('/api/v1/agencies', {
        params: { query: { limit: rowsPerPage, after, ...(search === '' ? {} : { search }) } },
        signal,
      }),
    ),
  );
}

export function AgenciesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search = '' } = useSearch({ from: '/desk/agencies' });
  const query = useInfiniteQuery(agencyListQuery(search));

  return (
    <>
      <PageHeader title={t('agencies.title')}>
        <SearchBox
          label={t('agencies.search')}
          value={search}
          onSearch={(next) => {
            void navigate({ to: '/agencies', search: next === '' ? {} : { search: next }, replace: true });
          }}
        />
      </PageHeader>
      <RowList
        key={search}
        label={t('agencies.list')}
        query={query}
        renderRow={({ name, abbreviation, code }) => `${name} · ${abbreviation} · ${code}`}
        empty={<EmptyPlace icon={IconBuilding} title={t('agencies.empty')} text={t('agencies.emptyText')} />}
      />
    </>
  );
}
