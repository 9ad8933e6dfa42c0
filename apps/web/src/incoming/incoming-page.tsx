import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSearch, IconFileText, IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskCounts } from '../api/types.js';
import { useMay, useSession } from '../session/use-session.js';
import { useDeskCounts } from '../shell/use-desk-counts.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { registerIn } from '../ui/register-search.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { arrivalListQuery } from './arrival-queries.js';
import { ArrivalRow } from './arrival-row.js';
import { type ArrivalBox, boxesOf } from './incoming-search.js';

export function IncomingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post } = useSession();
  const mayReceive = useMay('arrival:receive');
  const counts = useDeskCounts();
  const { box = 'all', search = '', agencyId } = useSearch({ from: '/desk/incoming' });
  const query = useInfiniteQuery(arrivalListQuery(box, search, agencyId));
  const waiting = counts?.toReceive ?? 0;

  return (
    <>
      <PageHeader title={t('incoming.title')} count={waiting}>
        <RegisterChoice
          agencyId={agencyId}
          onChange={(chosen) => {
            void navigate({ to: '/incoming', search: { box, ...registerIn({ agencyId: chosen }) } });
          }}
        />
        {mayReceive && (
          <Button
            variant="default"
            leftSection={<IconFileText size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/incoming/paper" {...props} />}
          >
            {t('paper.enter')}
          </Button>
        )}
        <SearchBox
          label={t('incoming.search')}
          value={search}
          onSearch={(next) => {
            void navigate({
              to: '/incoming',
              search: { box, ...registerIn({ agencyId }), ...(next === '' ? {} : { search: next }) },
              replace: true,
            });
          }}
        />
      </PageHeader>
      <BoxTabs
        label={t('incoming.title')}
        tabs={boxesOf(post.role).map((key) => ({
          key,
          word: t(`incoming.box.${key}`),
          link: {
            to: '/incoming',
            search: { box: key, ...registerIn({ agencyId }), ...(search === '' ? {} : { search }) },
          },
          chosen: key === box,
          count: countOf(key, counts),
        }))}
      />
      <RowList
        key={`${box} ${search} ${agencyId ?? ''}`}
        label={t('incoming.list')}
        query={query}
        renderRow={(arrival) => <ArrivalRow arrival={arrival} />}
        empty={
          search === '' ? (
            <EmptyPlace icon={IconInbox} title={t(`incoming.empty.${box}`)} text={t(`incoming.empty.${box}Text`)} />
          ) : (
            <EmptyPlace
              icon={IconFileSearch}
              title={t('common.nothingFound', { search })}
              text={t('common.nothingFoundHint')}
            />
          )
        }
      />
    </>
  );
}

/** What waits for the reader in a box. */
function countOf(box: ArrivalBox, counts: DeskCounts | undefined): number {
  switch (box) {
    case 'to-receive':
      return counts?.toReceive ?? 0;
    case 'to-assign':
      return counts?.toAssign ?? 0;
    case 'asked':
      return counts?.senderRequests ?? 0;
    default:
      return 0;
  }
}
