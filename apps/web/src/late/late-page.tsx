import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LateCounts, LateDelivery } from '../api/types.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatMoment, formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import classes from './late-page.module.css';
import { lateCountsQuery, lateListQuery } from './late-queries.js';
import { lateBoxes, type LateSearch } from './late-search.js';

const countOf = {
  all: (counts: Tally) => counts.notArrived + counts.notAnswered + counts.notCompleted,
  'not-arrived': (counts: Tally) => counts.notArrived,
  'not-answered': (counts: Tally) => counts.notAnswered,
  'not-completed': (counts: Tally) => counts.notCompleted,
} as const;
type Tally = Omit<LateCounts, 'recipients'>;

/** Whom the agency waits for too long: who, with what, and since when. */
export function LatePage() {
  const { t } = useTranslation();
  const wanted = useSearch({ from: '/desk/late-deliveries' });
  const { kind, recipientId } = wanted;
  const query = useInfiniteQuery(lateListQuery(wanted));
  const counts = useQuery(lateCountsQuery).data;
  const only = counts?.recipients.find(({ id }) => id === recipientId);
  return (
    <>
      <PageHeader title={t('late.title')} count={counts === undefined ? 0 : countOf.all(counts)} />
      <BoxTabs
        label={t('late.title')}
        tabs={lateBoxes.map((box) => ({
          key: box,
          word: t(`late.box.${box}`),
          link: {
            to: '/late-deliveries',
            search: { ...(box === 'all' ? {} : { kind: box }), ...(recipientId === undefined ? {} : { recipientId }) },
          },
          chosen: box === (kind ?? 'all'),
          count: counts === undefined ? 0 : countOf[box](counts),
        }))}
      />
      {recipientId !== undefined && (
        <p className={classes.only}>
          {t('late.only', { name: only?.name ?? '' })}
          <Button
            size="compact-sm"
            variant="default"
            renderRoot={(props) => (
              <Link to="/late-deliveries" search={kind === undefined ? {} : { kind }} {...props} />
            )}
          >
            {t('late.showAll')}
          </Button>
        </p>
      )}
      {recipientId === undefined && counts !== undefined && counts.recipients.length > 1 && (
        <ByRecipient counts={counts} wanted={wanted} />
      )}
      <RowList
        key={`${kind ?? ''} ${recipientId ?? ''}`}
        label={t('late.list')}
        query={query}
        renderRow={(delivery) => <LateRow delivery={delivery} />}
        empty={<EmptyPlace icon={IconMoodCheck} title={t('late.empty')} text={t('late.emptyText')} />}
      />
    </>
  );
}

function LateRow({ delivery }: { readonly delivery: LateDelivery }) {
  const { t } = useTranslation();
  const { documentId, urgency, symbol, typeName, subject, recipient, kind, dueAt } = delivery;
  return (
    <Link to="/outgoing/$documentId" params={{ documentId }} className={rowClasses.row} data-row data-late={kind}>
      <Line
        urgency={urgency}
        symbol={symbol}
        typeName={typeName}
        subject={subject}
        other={recipient.name}
        state={
          <StateWord tone="care" isLong>
            {t(`late.box.${kind}`)} · {t('late.due', { moment: formatMoment(dueAt) })}
          </StateWord>
        }
        date={formatWhen(dueAt, new Date())}
      />
    </Link>
  );
}

const kinds = ['not-arrived', 'not-answered', 'not-completed'] as const;

/** Who is late with how much; a name narrows the list to it. */
function ByRecipient({ counts, wanted }: { readonly counts: LateCounts; readonly wanted: LateSearch }) {
  const { t } = useTranslation();
  return (
    <details className={classes.summary} open={counts.recipients.length <= 8}>
      <summary>{t('late.byRecipient')}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('late.recipient')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`late.box.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('late.total')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.recipients.map(({ id, name, ...own }) => (
            <tr key={id}>
              <th scope="row">
                <Link
                  to="/late-deliveries"
                  search={{ ...wanted, recipientId: id }}
                  aria-label={t('late.showOnly', { name })}
                >
                  {name}
                </Link>
              </th>
              {kinds.map((kind) => (
                <td key={kind}>{countOf[kind](own)}</td>
              ))}
              <td>{countOf.all(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
