import { Alert, Button } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconReplace } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalRequest, ArrivalView } from '../api/types.js';
import { Digest } from '../ui/digest.js';
import { formatDate, formatMoment } from '../ui/format.js';
import { DecideDialog } from './decide-dialog.js';
import classes from './recall.module.css';

const ChangesDialog = lazy(async () => ({ default: (await import('./changes-dialog.js')).ChangesDialog }));

interface Asked {
  readonly request: ArrivalRequest;
  readonly agrees: boolean;
}

/** What the sender asked about an arrival, or what this one updates or replaces: before anything else on its page. */
export function RequestNotices({ arrival }: { readonly arrival: ArrivalView }) {
  const [deciding, setDeciding] = useState<Asked | null>(null);
  const [compared, setCompared] = useState<ArrivalRequest | null>(null);
  const shown = arrival.requests.filter(({ state }) => state !== 'withdrawn');
  return (
    <div className={classes.notices}>
      {shown.map((request) => (
        <RequestNotice
          key={request.id}
          request={request}
          isSealed={arrival.state === 'recalled'}
          onDecide={(agrees) => setDeciding({ request, agrees })}
          onCompare={() => setCompared(request)}
        />
      ))}
      {deciding !== null && <DecideDialog arrivalId={arrival.id} {...deciding} onClose={() => setDeciding(null)} />}
      <Suspense>
        {compared?.other && (
          <ChangesDialog
            laterId={compared.isBy ? arrival.id : compared.other.arrivalId}
            earlierId={compared.isBy ? compared.other.arrivalId : arrival.id}
            onClose={() => setCompared(null)}
          />
        )}
      </Suspense>
    </div>
  );
}

interface NoticeProps {
  readonly request: ArrivalRequest;
  readonly isSealed: boolean;
  readonly onDecide: (agrees: boolean) => void;
  readonly onCompare: () => void;
}

function RequestNotice({ request, isSealed, onDecide, onCompare }: NoticeProps) {
  const { t } = useTranslation();
  const { kind, state, other, isBy, mayDecide } = request;
  const isOpen = state === 'asked' && !isBy;
  return (
    <Alert
      role={isOpen ? 'alert' : undefined}
      color={isOpen ? 'yellow' : 'gray'}
      icon={iconOf(request)}
      title={<Title request={request} />}
      classNames={{ title: classes.title }}
      data-request={`${kind} ${state}`}
    >
      <ul className={classes.lines}>
        {isOpen && <li>{t(`recall.notice.${kind}AskedText`)}</li>}
        <Lines request={request} isSealed={isSealed} />
        {isOpen && !mayDecide && <li>{t('recall.notice.onlyClerk')}</li>}
      </ul>
      <div className={classes.buttons} data-no-print>
        {other !== null && !isSealed && other.state !== 'recalled' && (
          <Button variant="default" onClick={onCompare}>
            {t('recall.changes.open')}
          </Button>
        )}
        {mayDecide && (
          <>
            <Button variant="default" onClick={() => onDecide(false)}>
              {t('recall.refuse')}
            </Button>
            <Button onClick={() => onDecide(true)}>{t('recall.agree')}</Button>
          </>
        )}
      </div>
    </Alert>
  );
}

/** Why, about what, when, and what became of it. */
function Lines({ request, isSealed }: Pick<NoticeProps, 'request' | 'isSealed'>) {
  const { t } = useTranslation();
  const { kind, state, reason, askedAt, decidedAt, decidedBy, note, other, digest } = request;
  const isBack = kind === 'recall' && isSealed;
  return (
    <>
      {isBack && <li>{t('recall.notice.recalledText')}</li>}
      {reason !== '' && <li>{t('recall.notice.reason', { reason })}</li>}
      {other !== null && (
        <li>
          <Link to="/incoming/$arrivalId" params={{ arrivalId: other.arrivalId }}>
            {other.typeName} {other.symbol}, {formatDate(other.issuedOn)}
            {other.arrivalNumber !== null && ` · ${t('incoming.number', { number: other.arrivalNumber })}`}
          </Link>
        </li>
      )}
      <li>{t('recall.notice.asked', { moment: formatMoment(askedAt) })}</li>
      {decidedAt !== null && decidedBy !== null && (
        <li>{t('recall.notice.decided', { moment: formatMoment(decidedAt), name: decidedBy })}</li>
      )}
      {state === 'refused' && note !== null && <li>{t('recall.notice.refusedText', { note })}</li>}
      {isBack && (
        <li>
          {t('recall.notice.digest')}: <Digest value={digest} />
        </li>
      )}
    </>
  );
}

function Title({ request: { kind, state, isBy } }: { readonly request: ArrivalRequest }) {
  const { t } = useTranslation();
  if (isBy) {
    return t(kind === 'update' ? 'recall.notice.byUpdate' : 'recall.notice.byReplace');
  }
  if (state === 'asked') {
    return t(`recall.notice.${kind}Asked`);
  }
  if (state === 'refused') {
    return t(`recall.notice.refused.${kind}`);
  }
  return t(`recall.notice.done.${kind}`);
}

function iconOf({ kind, state }: ArrivalRequest): ReactNode {
  if (kind !== 'recall') {
    return <IconReplace aria-hidden />;
  }
  return state === 'asked' || state === 'refused' ? <IconArrowBackUp aria-hidden /> : <IconLock aria-hidden />;
}
