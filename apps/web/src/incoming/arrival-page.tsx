import { Skeleton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessSection } from '../access/access-section.js';
import { client } from '../api/client.js';
import type { ArrivalView } from '../api/types.js';
import { HandlingSection, onlyPartToDo } from '../handling/handling-section.js';
import { RequestNotices } from '../recall/request-notices.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Digest } from '../ui/digest.js';
import { DocumentTitle } from '../ui/document-title.js';
import { DueWord } from '../ui/due-word.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { Facts, Section } from '../ui/facts.js';
import { formatDate, formatMoment } from '../ui/format.js';
import { History } from '../ui/history.js';
import { UrgencyMark } from '../ui/line.js';
import { StateWord } from '../ui/state-word.js';
import { arrivalTone, isOpenArrival } from '../ui/states.js';
import { TwoPanes } from '../ui/two-panes.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { usePrintRecord } from '../ui/use-print-record.js';
import { FileViewer } from '../viewer/file-viewer.js';
import { ArrivalActions } from './arrival-actions.js';
import { ChecksSection } from './checks-section.js';
import { RelatedSection } from '../outgoing/related-section.js';
import { SameNotice } from './same-notice.js';
import { arrivalQuery } from './arrival-queries.js';
import { PaperSection } from '../paper/paper-section.js';

export function ArrivalPage() {
  const { arrivalId } = useParams({ from: '/desk/incoming/$arrivalId' });
  const query = useQuery(arrivalQuery(arrivalId));
  usePageTitle(query.data?.symbol ?? '');

  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenArrival key={arrivalId} arrival={query.data} />;
}

function OpenArrival({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const { id, state, symbol, typeName, sender, signer, arrivalNumber } = arrival;
  usePrintRecord(useCallback(() => client.POST('/api/v1/arrivals/{id}/prints', { params: { path: { id } } }), [id]));
  return (
    <TwoPanes
      head={
        <>
          <BackLink to="/incoming" search={{}} />
          <DocumentTitle
            line={
              <>
                <span>
                  <UrgencyMark urgency={arrival.urgency} /> {typeName} {symbol} · {sender.name}
                </span>
                <StateWord tone={arrivalTone[state]}>{t(`incoming.state.${state}`)}</StateWord>
                {arrivalNumber !== null && <span>{t('incoming.number', { number: arrivalNumber })}</span>}
                {arrival.addressee !== null && (
                  <StateWord tone="care">{t('incoming.addressedTo', { name: arrival.addressee.name })}</StateWord>
                )}
                {arrival.source === 'paper' && <StateWord tone="calm">{t('incoming.onPaper')}</StateWord>}
                {arrival.paperToo && <StateWord tone="care">{t('incoming.paperToo')}</StateWord>}
                <DueWord dueDate={arrival.dueDate} open={isOpenArrival(state)} />
              </>
            }
            subject={arrival.subject}
          />
        </>
      }
      notices={
        <>
          {arrival.joinedTo !== null && (
            <Link to="/incoming/$arrivalId" params={{ arrivalId: arrival.joinedTo }}>
              {t('paper.toPaper')}
            </Link>
          )}
          <SameNotice arrival={arrival} />
          <RequestNotices arrival={arrival} />
        </>
      }
      actions={
        arrival.actions.length === 0 && onlyPartToDo(arrival) === undefined ? null : (
          <ArrivalActions arrival={arrival} />
        )
      }
      pages={
        state === 'recalled' ? (
          <EmptyPlace icon={IconLock} title={t('recall.sealed')} text={t('recall.sealedText')} />
        ) : (
          <FileViewer attachments={arrival.attachments} owner={{ kind: 'arrivals', id }} />
        )
      }
      facts={
        <>
          <ChecksSection arrival={arrival} />
          <HandlingSection arrival={arrival} />
          <PaperSection arrival={arrival} />
          <Section title={t('incoming.facts.title')}>
            <Facts
              facts={[
                [t('incoming.facts.arrivalNumber'), arrivalNumber ?? t('incoming.facts.notYet')],
                [t('incoming.facts.sender'), sender.code === '' ? sender.name : `${sender.name} (${sender.code})`],
                [
                  t('incoming.facts.addressee'),
                  arrival.addressee === null ? null : `${arrival.addressee.name} (${arrival.addressee.code})`,
                ],
                [t('incoming.facts.symbol'), symbol],
                [t('incoming.facts.type'), typeName],
                [t('incoming.facts.issuedOn'), formatDate(arrival.issuedOn)],
                [
                  t('incoming.facts.signer'),
                  [signer.fullName, signer.position].filter((word) => word !== '').join(', '),
                ],
                [t('incoming.facts.urgency'), <UrgencyMark key="urgency" urgency={arrival.urgency} withWord />],
                [t('incoming.facts.dueDate'), arrival.dueDate === null ? null : formatDate(arrival.dueDate)],
                [t('incoming.facts.arrivedAt'), formatMoment(arrival.arrivedAt)],
                [t('incoming.facts.refusalReason'), arrival.refusalReason],
                [
                  t('incoming.facts.digest'),
                  <span key="digest" title={t('incoming.facts.digestHint')}>
                    <Digest value={arrival.digest} />
                  </span>,
                ],
              ]}
            />
          </Section>
          <RelatedSection relations={[]} relatedBy={arrival.replies} />
          <AccessSection object={{ type: 'arrival', id, name: symbol }} />
          <Section title={t('outgoing.timeline.title')}>
            <History entries={arrival.timeline} />
          </Section>
        </>
      }
    />
  );
}
