import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { IconFileSearch, IconPencilPlus, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskCounts } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { useDeskCounts } from '../shell/use-desk-counts.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { registerIn } from '../ui/register-search.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { documentListQuery } from './document-queries.js';
import { DocumentRow } from './document-row.js';
import { boxesOf, type DocumentBox } from './outgoing-search.js';

/** The boxes in which something waits for the reader, with the count that says how much. */
const countOfBox: Partial<Record<DocumentBox, keyof DeskCounts>> = {
  'to-review': 'toReview',
  'to-approve': 'toApprove',
  'to-issue': 'toIssue',
  'to-send': 'toSend',
  held: 'held',
  'to-know': 'toKnow',
};

function waitingIn(box: DocumentBox, counts: DeskCounts | undefined): number {
  const name = countOfBox[box];
  return name === undefined ? 0 : (counts?.[name] ?? 0);
}

export function OutgoingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post, permissions } = useSession();
  const counts = useDeskCounts();
  const { box = 'all', search = '', agencyId } = useSearch({ from: '/desk/outgoing' });
  const query = useInfiniteQuery(documentListQuery(box, search, agencyId));

  return (
    <>
      <PageHeader title={t('outgoing.title')} count={waitingIn(box, counts)}>
        <RegisterChoice
          agencyId={agencyId}
          onChange={(chosen) => {
            void navigate({ to: '/outgoing', search: { box, ...registerIn({ agencyId: chosen }) } });
          }}
        />
        <SearchBox
          label={t('outgoing.search')}
          value={search}
          onSearch={(next) => {
            void navigate({
              to: '/outgoing',
              search: { box, ...registerIn({ agencyId }), ...(next === '' ? {} : { search: next }) },
              replace: true,
            });
          }}
        />
      </PageHeader>
      <BoxTabs
        label={t('outgoing.title')}
        tabs={boxesOf(post.role).map((key) => ({
          key,
          word: t(`outgoing.box.${key}`),
          link: {
            to: '/outgoing',
            search: { box: key, ...registerIn({ agencyId }), ...(search === '' ? {} : { search }) },
          },
          chosen: key === box,
          count: waitingIn(key, counts),
        }))}
      />
      <RowList
        key={`${box} ${search} ${agencyId ?? ''}`}
        label={t('outgoing.list')}
        query={query}
        renderRow={(document) => <DocumentRow document={document} />}
        empty={
          search === '' ? (
            <EmptyPlace icon={IconSend} title={t(`outgoing.empty.${box}`)} text={t(`outgoing.empty.${box}Text`)}>
              {permissions.includes('document:draft') && (box === 'mine' || box === 'all') && (
                <Button
                  leftSection={<IconPencilPlus size={18} aria-hidden />}
                  renderRoot={(props) => <Link to="/outgoing/draft" search={{}} {...props} />}
                >
                  {t('shell.compose')}
                </Button>
              )}
            </EmptyPlace>
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
