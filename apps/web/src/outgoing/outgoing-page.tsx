import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeskCounts } from '../api/types.js';
import { FiltersBar } from '../outgoing-list/filters-bar.js';
import { useDefaultView } from '../outgoing-list/use-default-view.js';
import { useSelection } from '../outgoing-list/use-selection.js';
import { useSession } from '../session/use-session.js';
import { useDeskCounts } from '../shell/use-desk-counts.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { registerIn } from '../ui/register-search.js';
import { SearchBox } from '../ui/search-box.js';
import { OutgoingList } from './outgoing-list.js';
import { boxesOf, type DocumentBox, outgoingSearch } from './outgoing-search.js';

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

/** What may be done with several documents at once; who may do none of it has nothing to select for. */
const bulkPermissions = ['document:issue', 'document:send', 'document:complete'] as const;

export function OutgoingPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { post, permissions } = useSession();
  const counts = useDeskCounts();
  const wanted = useSearch({ from: '/desk/outgoing' });
  const { box = 'all', search = '', agencyId } = wanted;
  useDefaultView(wanted);
  const shown = JSON.stringify(wanted);
  const selection = useSelection(shown);
  const maySelect = bulkPermissions.some((permission) => permissions.includes(permission));

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
            void navigate({ to: '/outgoing', search: outgoingSearch({ ...wanted, box, search: next }), replace: true });
          }}
        />
      </PageHeader>
      <BoxTabs
        label={t('outgoing.title')}
        tabs={boxesOf(post.role).map((key) => ({
          key,
          word: t(`outgoing.box.${key}`),
          link: { to: '/outgoing', search: outgoingSearch({ ...wanted, box: key }) },
          chosen: key === box,
          count: waitingIn(key, counts),
        }))}
      />
      <FiltersBar wanted={wanted} selection={maySelect ? selection : null} />
      <OutgoingList key={shown} wanted={wanted} selection={maySelect ? selection : null} />
    </>
  );
}
