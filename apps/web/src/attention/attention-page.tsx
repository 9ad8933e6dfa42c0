import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryInAttention } from '../api/types.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import { AttentionDrawer } from './attention-drawer.js';
import { attentionListQuery } from './attention-queries.js';
import { attentionBoxes } from './attention-search.js';

/** Deliveries that could not be made: why, and what to do. */
export function AttentionPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { box, delivery } = useSearch({ from: '/desk/deliveries-in-attention' });
  const shown = box ?? 'open';
  const kept = box === undefined ? {} : { box };
  const query = useInfiniteQuery(attentionListQuery(shown));
  return (
    <>
      <PageHeader title={t('attention.title')} />
      <BoxTabs
        label={t('attention.title')}
        tabs={attentionBoxes.map((one) => ({
          key: one,
          word: t(`attention.box.${one}`),
          link: { to: '/deliveries-in-attention', search: one === 'given-up' ? { box: one } : {} },
          chosen: one === shown,
        }))}
      />
      <RowList
        key={shown}
        label={t('attention.list')}
        query={query}
        renderRow={(one) => <AttentionRow delivery={one} search={{ ...kept, delivery: one.id }} />}
        empty={
          <EmptyPlace
            icon={IconMoodCheck}
            title={t(`attention.empty.${shown}`)}
            text={t(`attention.emptyText.${shown}`)}
          />
        }
      />
      <AttentionDrawer
        deliveryId={delivery}
        onClose={() => {
          void navigate({ to: '/deliveries-in-attention', search: kept, resetScroll: false });
        }}
      />
    </>
  );
}

interface RowProps {
  readonly delivery: DeliveryInAttention;
  readonly search: { readonly box?: 'given-up'; readonly delivery: string };
}

function AttentionRow({ delivery, search }: RowProps) {
  const { t } = useTranslation();
  const { urgency, symbol, typeName, subject, recipientName, cause, isGivenUp, since } = delivery;
  return (
    <Link
      to="/deliveries-in-attention"
      search={search}
      resetScroll={false}
      className={rowClasses.row}
      activeProps={{}}
      data-row
    >
      <Line
        urgency={urgency}
        symbol={symbol}
        typeName={typeName}
        subject={subject ?? t('attention.narrowed')}
        other={t('attention.to', { name: recipientName })}
        state={
          <StateWord isLong tone={isGivenUp ? 'calm' : 'care'}>
            {isGivenUp ? t('outgoing.delivery.given-up') : t(`attention.cause.${cause}`)}
          </StateWord>
        }
        date={formatWhen(since, new Date())}
        strong={!isGivenUp}
      />
    </Link>
  );
}
