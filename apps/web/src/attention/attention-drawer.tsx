import { Button, Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DeliveryInAttentionDetails } from '../api/types.js';
import { Digest } from '../ui/digest.js';
import { Facts } from '../ui/facts.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes, formatMoment } from '../ui/format.js';
import history from '../ui/history.module.css';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './attention.module.css';
import { AttentionActions } from './attention-actions.js';
import { attentionQuery } from './attention-queries.js';

interface Props {
  readonly deliveryId: string | undefined;
  readonly onClose: () => void;
}

export function AttentionDrawer({ deliveryId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={deliveryId !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('attention.one')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {deliveryId !== undefined && <OneDelivery id={deliveryId} onClose={onClose} />}
    </Drawer>
  );
}

function OneDelivery({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const query = useQuery(attentionQuery(id));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={300} /> : <ProblemAlert error={query.error} />;
  }
  return <Details delivery={query.data} onClose={onClose} />;
}

function Details({
  delivery,
  onClose,
}: {
  readonly delivery: DeliveryInAttentionDetails;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { cause, isGivenUp, documentId, symbol, typeName, subject, files, digest } = delivery;
  return (
    <>
      {!isGivenUp && (
        <div className={classes.why}>
          <strong>{t(`attention.cause.${cause}`)}</strong>
          <p className={classes.hint}>{t(`attention.todo.${cause}`)}</p>
        </div>
      )}
      {!isGivenUp && <AttentionActions delivery={delivery} onDone={onClose} />}
      <Facts
        facts={[
          [t('attention.recipient'), delivery.recipientName],
          [t('attention.sender'), delivery.senderName],
          [t('attention.document'), `${typeName} ${symbol}`],
          [t('attention.subject'), subject ?? t('attention.narrowed')],
          [t('attention.channel'), t(`attention.channels.${delivery.channel}`)],
          [t('attention.since'), formatMoment(delivery.since)],
          [t('attention.said'), delivery.detail],
        ]}
      />
      <h3 className={classes.heading}>{t('attention.carries')}</h3>
      <ul className={classes.files}>
        {files.map(({ id, fileName, size }) => (
          <li key={id} className={classes.file}>
            <FileMark fileName={fileName} />
            <span>
              <bdi>{fileName === '' ? t('attention.narrowed') : fileName}</bdi>{' '}
              <span className={classes.quiet}>{formatBytes(size)}</span>
            </span>
          </li>
        ))}
      </ul>
      <Digest value={digest} />
      <Tries delivery={delivery} />
      <Button
        fullWidth
        mt="md"
        variant="default"
        renderRoot={(props) => <Link to="/outgoing/$documentId" params={{ documentId }} {...props} />}
      >
        {t('attention.openDocument')}
      </Button>
    </>
  );
}

function Tries({ delivery: { history: tries } }: { readonly delivery: DeliveryInAttentionDetails }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className={classes.heading}>{t('attention.tries', { number: tries.length })}</h3>
      {tries.length === 0 && <p className={classes.hint}>{t('attention.noTries')}</p>}
      <ol className={history.history}>
        {tries.map(({ number, channel, beganAt, outcome, cause, detail }) => (
          <li key={number} className={history.entry}>
            <span className={history.what}>
              {number}. {t(`attention.channels.${channel}`)}:{' '}
              {outcome === null ? t('attention.underWay') : t(`attention.outcome.${outcome}`)}
            </span>
            <time dateTime={beganAt} className={history.when}>
              {formatMoment(beganAt)}
            </time>
            {cause !== null && <span className={history.who}>{t(`attention.cause.${cause}`)}</span>}
            {detail !== null && <span className={`${history.note} ${classes.detail}`}>{detail}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
