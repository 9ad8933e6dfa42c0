import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UnconfirmedAccess } from '../api/types.js';
import { useDeskCounts } from '../shell/use-desk-counts.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import { unconfirmedQuery } from './access-queries.js';

/** What leaders have to confirm: each line opens the document, where the people and the reason stand. */
export function AccessChangesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(unconfirmedQuery);
  const waiting = useDeskCounts()?.toConfirmAccess ?? 0;
  return (
    <>
      <PageHeader title={t('access.list.title')} count={waiting} />
      <RowList
        label={t('access.list.label')}
        query={query}
        renderRow={(change) => <ChangeRow change={change} />}
        empty={<EmptyPlace icon={IconShieldCheck} title={t('access.list.empty')} text={t('access.list.emptyText')} />}
      />
    </>
  );
}

function ChangeRow({ change }: { readonly change: UnconfirmedAccess }) {
  const { t } = useTranslation();
  const openAs =
    change.objectType === 'document'
      ? ({ to: '/outgoing/$documentId', params: { documentId: change.objectId } } as const)
      : ({ to: '/incoming/$arrivalId', params: { arrivalId: change.objectId } } as const);
  return (
    <Link {...openAs} className={rowClasses.row} data-row>
      <Line
        urgency="normal"
        symbol={change.symbol}
        typeName={change.typeName}
        subject={change.subject}
        other={change.changedBy.fullName}
        state={<StateWord tone="care">{t(`access.list.kind.${change.kind}`)}</StateWord>}
        date={formatWhen(change.changedAt, new Date())}
      />
    </Link>
  );
}
