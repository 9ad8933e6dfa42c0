import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Delivery, DeliveryState, DocumentView } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { deliveriesQuery } from './document-queries.js';
import { AddressedGroups } from './addressed-groups.js';
import { DeliveryLine } from './delivery-line.js';
import classes from './tracking.module.css';

/** Where a document is with every recipient, like a parcel; before it is sent, where it will go. */
export function Tracking({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const isSent = ['sent', 'completed', 'recalled'].includes(document.state);
  const query = useInfiniteQuery({ ...deliveriesQuery(document.id), enabled: isSent });
  const deliveries = rowsOf(query.data);
  const named = document.recipients.length + document.externals.length;
  const recipientNumber = document.groups.length === 0 ? named : deliveries.length;
  const title = (
    <>
      {t('outgoing.track.title')} {recipientNumber > 0 && <span className={classes.number}>{recipientNumber}</span>}
    </>
  );

  if (!isSent || query.data === undefined) {
    return (
      <Section title={title}>
        <AddressedGroups document={document} />
        {named + document.groups.length === 0 && <p className={classes.quiet}>{t('outgoing.to.none')}</p>}
        <ul className={classes.list}>
          {document.recipients.map(({ agency, channel, paperReason }) => (
            <li key={agency.id} className={classes.plan}>
              <span className={classes.name}>
                {agency.name}
                <Reason reason={paperReason} />
              </span>
              <span className={classes.quiet}>{t(`common.channel.${channel}`)}</span>
            </li>
          ))}
          {document.externals.map(({ name, address, paperReason }) => (
            <li key={`${name} ${address}`} className={classes.plan}>
              <span className={classes.name}>
                {name} <span className={classes.under}>{address}</span>
                <Reason reason={paperReason} />
              </span>
              <span className={classes.quiet}>{t('common.channel.paper')}</span>
            </li>
          ))}
        </ul>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <AddressedGroups document={document} />
      <Summary deliveries={deliveries} />
      <ul className={classes.list}>
        {deliveries.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} document={document} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </Section>
  );
}

/** Why paper goes there, in the words of the list and those added to them. */
function Reason({ reason }: { readonly reason: { readonly name: string; readonly note: string } | null }) {
  const { t } = useTranslation();
  if (reason === null) {
    return null;
  }
  const words = reason.note === '' ? reason.name : `${reason.name}: ${reason.note}`;
  return <span className={classes.under}>{t('sending.reason.shown', { reason: words })}</span>;
}

const kinds = [
  ['arrivedOf', ['arrived']],
  ['accepted', ['accepted', 'assigned', 'in-process', 'completed']],
  ['waiting', ['queued', 'sent']],
  ['refused', ['refused']],
  ['attention', ['needs-attention', 'given-up']],
  ['takenBack', ['recalled', 'recalled-after-registration', 'replaced']],
  ['onPaper', ['on-paper']],
] as const satisfies readonly (readonly [string, readonly DeliveryState[]])[];

function Summary({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t } = useTranslation();
  const counted = kinds
    .map(([key, states]) => {
      const among: readonly DeliveryState[] = states;
      return { key, number: deliveries.filter(({ state }) => among.includes(state)).length };
    })
    .filter(({ number }) => number > 0);
  return (
    <div className={classes.summary} role="status" aria-label={t('outgoing.track.summary')}>
      <div className={classes.bar} aria-hidden>
        {counted.map(({ key, number }) => (
          <span key={key} data-kind={key} style={{ flexGrow: number }} />
        ))}
      </div>
      <p className={classes.counts}>
        {counted.map(({ key, number }) => (
          <span key={key} data-kind={key}>
            <b>{number}</b> {t(`outgoing.track.${key}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
