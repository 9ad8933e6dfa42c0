import { Button, Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconDownload, IconMailOff, IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { PaperSlip, PaperSlips } from '../api/types.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { usePrintRecord } from '../ui/use-print-record.js';
import classes from './paper-page.module.css';

function paperQuery(id: string) {
  return queryOptions({
    queryKey: ['documents', 'paper', id],
    queryFn: ({ signal }) => read(client.GET('/api/v1/documents/{id}/paper', { params: { path: { id } }, signal })),
  });
}

/** The list of envelopes and the covering notes of a document, as they are printed. */
export function PaperPage() {
  const { t } = useTranslation();
  const { documentId: id } = useParams({ from: '/desk/outgoing/$documentId/paper' });
  const { data: paper, error } = useQuery(paperQuery(id));
  usePageTitle(paper === undefined ? '' : t('sending.paper.title', { symbol: paper.symbol }));
  usePrintRecord(useCallback(() => client.POST('/api/v1/documents/{id}/prints', { params: { path: { id } } }), [id]));

  if (paper === undefined) {
    return error === null ? <Skeleton height={400} m={24} /> : <PageFault error={error} />;
  }
  return (
    <div className={classes.page} data-scroller>
      <header className={classes.head} data-no-print>
        <BackLink to="/outgoing/$documentId" params={{ documentId: id }} />
        <h1 className={classes.title}>{t('sending.paper.title', { symbol: paper.symbol })}</h1>
        {paper.items.length > 0 && (
          <>
            <Button
              component="a"
              href={`/api/v1/documents/${id}/paper/pdf`}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('sending.paper.pdf')}
            </Button>
            <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
              {t('sending.paper.print')}
            </Button>
          </>
        )}
      </header>
      {paper.items.length === 0 ? (
        <EmptyPlace icon={IconMailOff} title={t('sending.paper.none')} text={t('sending.paper.noneText')} />
      ) : (
        <>
          <EnvelopeList paper={paper} />
          {paper.items.map((slip) => (
            <CoveringNote key={slip.deliveryId} paper={paper} slip={slip} />
          ))}
        </>
      )}
    </div>
  );
}

function EnvelopeList({ paper }: { readonly paper: PaperSlips }) {
  const { t } = useTranslation();
  const { typeName: type, symbol, issuedOn } = paper;
  return (
    <section className={classes.sheet} lang="vi" data-sheet="list">
      <Letterhead paper={paper} />
      <h2 className={classes.name}>{t('sending.paper.list')}</h2>
      <p className={classes.of}>{t('sending.paper.listOf', { type, symbol, day: formatDate(issuedOn) })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('sending.paper.number')}</th>
            <th>{t('sending.paper.recipient')}</th>
            <th>{t('sending.paper.address')}</th>
            <th>{t('sending.paper.reason')}</th>
            <th>{t('sending.paper.handedOn')}</th>
            <th>{t('sending.paper.signed')}</th>
          </tr>
        </thead>
        <tbody>
          {paper.items.map(({ deliveryId, recipient, address, paperReason, handover }, index) => (
            <tr key={deliveryId}>
              <td>{index + 1}</td>
              <td>{recipient}</td>
              <td>{address}</td>
              <td>{paperReason}</td>
              <td>{handover === null ? '' : formatDate(handover.handedOn)}</td>
              <td>{handover?.takenBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CoveringNote({ paper, slip }: { readonly paper: PaperSlips; readonly slip: PaperSlip }) {
  const { t } = useTranslation();
  const { issuer, symbol, typeName: type, subject, issuedOn, pageAmount } = paper;
  const [year = '', month = '', day = ''] = slip.sentOn.split('-');
  return (
    <section className={classes.sheet} lang="vi" data-sheet="note">
      <Letterhead paper={paper} />
      <p className={classes.numberAndDay}>
        <span>{t('sending.paper.slipNumber', { abbreviation: issuer.abbreviation })}</span>
        <em>{t('sending.paper.placeAndDay', { day, month, year })}</em>
      </p>
      <h2 className={classes.name}>{t('sending.paper.slip')}</h2>
      <p className={classes.dear}>{t('sending.paper.dear', { name: slip.recipient })}</p>
      {slip.address !== null && <p className={classes.of}>{slip.address}</p>}
      <p>{t('sending.paper.encloses', { name: issuer.name })}</p>
      <p>
        1. {t('sending.paper.document', { type, symbol, day: formatDate(issuedOn), subject })}
        {pageAmount !== null && t('sending.paper.pages', { number: pageAmount })}.
      </p>
      {slip.withElectronic && <p>{t('sending.paper.alsoElectronic')}</p>}
      <p>{t('sending.paper.giveBack', { name: issuer.name })}</p>
      <div className={classes.signatures}>
        <div>
          <b>
            <em>{t('sending.paper.places')}</em>
          </b>
          <p>{t('sending.paper.asAbove')}</p>
          <p>{t('sending.paper.kept')}</p>
        </div>
        <div className={classes.signature}>
          <b>{t('sending.paper.sender')}</b>
          <em>{t('sending.paper.signHere')}</em>
        </div>
      </div>
      <div className={classes.receiver}>
        <em>{t('sending.paper.receivedOn')}</em>
        <b>{t('sending.paper.receiver')}</b>
        <em>{t('sending.paper.signHere')}</em>
      </div>
    </section>
  );
}

function Letterhead({ paper: { issuer } }: { readonly paper: PaperSlips }) {
  const { t } = useTranslation();
  return (
    <div className={classes.letterhead}>
      <div>
        {issuer.parentName !== null && <p>{issuer.parentName}</p>}
        <b className={classes.underlined}>{issuer.name}</b>
      </div>
      <div>
        <b>{t('sending.paper.nation')}</b>
        <b className={classes.motto}>{t('sending.paper.motto')}</b>
      </div>
    </div>
  );
}
