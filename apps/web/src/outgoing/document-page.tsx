import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AccessSection } from '../access/access-section.js';
import { client } from '../api/client.js';
import type { DocumentState, DocumentView } from '../api/types.js';
import { CheckNotices } from '../file-checks/check-notices.js';
import { CheckSection } from '../file-checks/check-section.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Digest } from '../ui/digest.js';
import { DocumentTitle } from '../ui/document-title.js';
import { DueWord } from '../ui/due-word.js';
import { Facts, Section } from '../ui/facts.js';
import { formatDate } from '../ui/format.js';
import { History } from '../ui/history.js';
import { UrgencyMark } from '../ui/line.js';
import { StateWord } from '../ui/state-word.js';
import { WorkDueWord } from '../ui/work-due-word.js';
import { documentTone } from '../ui/states.js';
import { TwoPanes } from '../ui/two-panes.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { usePrintRecord } from '../ui/use-print-record.js';
import { FileViewer } from '../viewer/file-viewer.js';
import { usualLanguage } from './draft-fields.js';
import { DocumentActions } from './document-actions.js';
import { documentQuery } from './document-queries.js';
import { RelatedSection } from './related-section.js';
import { InformedPeople } from './informed-people.js';
import { SendingState } from './sending-state.js';
import { OpinionsSection } from './opinions-section.js';
import { ReviewSection } from './review-section.js';
import { Tracking } from './tracking.js';
import { VersionsSection } from './versions-section.js';

export function DocumentPage() {
  const { documentId } = useParams({ from: '/desk/outgoing/$documentId' });
  const query = useQuery(documentQuery(documentId));
  usePageTitle(query.data?.symbol ?? query.data?.subject ?? '');

  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenDocument key={documentId} document={query.data} />;
}

/** The code of the file, and where in it the document stands. */
function fileWords({ fileCode, fileOrdinal }: DocumentView): string | null {
  const code = fileCode === null ? [] : [`${fileCode.year}.${fileCode.notation}`];
  const parts = fileOrdinal === null ? code : [...code, `#${fileOrdinal}`];
  return parts.length === 0 ? null : parts.join(' · ');
}

const sentStates: readonly DocumentState[] = ['sent', 'completed', 'recalled'];
const overStates: readonly DocumentState[] = ['completed', 'recalled'];

function OpenDocument({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { id, state, symbol, typeName, subject, signer, drafter, signingForm, onBehalfOf } = document;
  const isUnderWay = sentStates.includes(state);
  usePrintRecord(useCallback(() => client.POST('/api/v1/documents/{id}/prints', { params: { path: { id } } }), [id]));
  return (
    <TwoPanes
      first={isUnderWay ? 'facts' : 'pages'}
      head={
        <>
          <BackLink to="/outgoing" search={{}} />
          <DocumentTitle
            line={
              <>
                <span>
                  <UrgencyMark urgency={document.urgency} /> {symbol === null ? typeName : `${typeName} ${symbol}`}
                </span>
                <StateWord tone={documentTone[state]}>{t(`outgoing.state.${state}`)}</StateWord>
                {document.workDueAt !== null && <WorkDueWord dueAt={document.workDueAt} />}
                <DueWord dueDate={document.dueDate} open={!overStates.includes(state)} />
              </>
            }
            subject={subject}
          />
        </>
      }
      notices={<CheckNotices document={document} />}
      actions={document.actions.length === 0 ? null : <DocumentActions document={document} />}
      pages={<FileViewer attachments={document.attachments} owner={{ kind: 'documents', id }} />}
      facts={
        <>
          <SendingState document={document} />
          <Tracking document={document} />
          <InformedPeople document={document} />
          <CheckSection document={document} />
          <RelatedSection relations={document.relations} relatedBy={document.relatedBy} />
          <ReviewSection document={document} />
          <OpinionsSection document={document} />
          <Section title={t('outgoing.facts.title')}>
            <Facts
              facts={[
                [t('outgoing.facts.symbol'), symbol ?? t('outgoing.facts.noSymbol')],
                [t('outgoing.facts.type'), typeName],
                [t('outgoing.facts.issuedOn'), document.issuedOn === null ? null : formatDate(document.issuedOn)],
                [t('outgoing.facts.urgency'), <UrgencyMark key="urgency" urgency={document.urgency} withWord />],
                [t('outgoing.facts.signer'), `${signer.fullName}, ${signer.position}`],
                [t('outgoing.facts.signingForm'), signingForm === null ? null : t(`people.form.${signingForm}`)],
                [
                  t('outgoing.facts.onBehalfOf'),
                  onBehalfOf === null ? null : `${onBehalfOf.fullName}, ${onBehalfOf.position}`,
                ],
                [t('outgoing.facts.drafter'), `${drafter.fullName}, ${drafter.position}`],
                [t('outgoing.facts.dueDate'), document.dueDate === null ? null : formatDate(document.dueDate)],
                [t('outgoing.facts.pageAmount'), document.pageAmount],
                [t('outgoing.facts.issuedAmount'), document.issuedAmount],
                [t('outgoing.facts.language'), document.language === usualLanguage ? null : document.language],
                [t('outgoing.facts.file'), fileWords(document)],
                [t('outgoing.facts.description'), document.description],
                [
                  t('outgoing.facts.digest'),
                  document.digest === null ? null : (
                    <span key="digest" title={t('outgoing.facts.digestHint')}>
                      <Digest value={document.digest} />
                    </span>
                  ),
                ],
              ]}
            />
          </Section>
          <VersionsSection document={document} />
          <AccessSection object={{ type: 'document', id, name: symbol ?? subject }} />
          <Section title={t('outgoing.timeline.title')}>
            <History entries={document.timeline} />
          </Section>
        </>
      }
    />
  );
}
