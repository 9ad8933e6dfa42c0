import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconVirus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView, FileCheck, StampFinding } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import classes from './check-section.module.css';
import { checksQuery } from './checks-query.js';
import { type Decision, DecideDialog } from './decide-dialog.js';

/** What stops a document because of its files: the place of it, and what to do. */
export function CheckNotices({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { data } = useQuery(checksQuery(document.id));
  const [decision, setDecision] = useState<Decision | undefined>(undefined);
  if (data === undefined) {
    return null;
  }
  const nameOf = (check: FileCheck) => document.attachments.find(({ id }) => id === check.attachmentId)?.fileName ?? '';
  return (
    <div className={classes.notices}>
      {data.files.map((check) => (
        <CheckNotice
          key={check.attachmentId}
          check={check}
          name={nameOf(check)}
          onDecide={(kind) => setDecision({ kind, attachmentId: check.attachmentId, name: nameOf(check) })}
        />
      ))}
      {data.withdrawn.map(({ fileName: name, digest, by, at, reason }) => (
        <Alert
          key={`${digest} ${at}`}
          color="gray"
          icon={<IconLock aria-hidden />}
          title={t('checks.withdrawnTitle', { name })}
        >
          {t('checks.withdrawnText', { by, reason, date: formatDate(at), digest: digest.slice(0, 12) })}
        </Alert>
      ))}
      <DecideDialog document={document} decision={decision} onClose={() => setDecision(undefined)} />
    </div>
  );
}

interface NoticeProps {
  readonly check: FileCheck;
  readonly name: string;
  readonly onDecide: (kind: Decision['kind']) => void;
}

function CheckNotice({ check, name, onDecide }: NoticeProps) {
  const { t } = useTranslation();
  const { state, findings, scannerDown, mayRelease, mayWithdraw } = check;
  if (state === 'held') {
    return (
      <Notice color="red" icon={<IconAlertTriangle aria-hidden />} title={t('checks.heldTitle', { name })}>
        <Findings findings={findings} />
        {t(mayRelease ? 'checks.heldClerk' : 'checks.heldOthers')}
        {mayRelease && (
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => onDecide('release')}>
              {t('checks.release')}
            </Button>
            <Button color="red" onClick={() => onDecide('withdraw')}>
              {t('checks.withdraw')}
            </Button>
          </div>
        )}
      </Notice>
    );
  }
  if (state === 'infected') {
    return (
      <Notice color="red" icon={<IconVirus aria-hidden />} title={t('checks.infectedTitle', { name })}>
        {t(mayWithdraw ? 'checks.infectedClerk' : 'checks.infectedText')}
        {mayWithdraw && (
          <div className={classes.buttons}>
            <Button color="red" onClick={() => onDecide('sendBack')}>
              {t('checks.sendBack')}
            </Button>
          </div>
        )}
      </Notice>
    );
  }
  if (state === 'too-large' || (state === 'waiting' && scannerDown)) {
    const key = state === 'too-large' ? 'large' : 'down';
    return (
      <Notice color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t(`checks.${key}Title`, { name })}>
        {t(`checks.${key}Text`)}
      </Notice>
    );
  }
  return null;
}

function Findings({ findings }: { readonly findings: readonly StampFinding[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.found}>
      {findings.map(({ level, place, number, text }) => (
        <li key={`${place} ${number ?? ''} ${text}`}>
          {t('checks.found', {
            text,
            level: t(`checks.level.${level}`),
            place: t(`checks.place.${place}`, { number: number ?? 0 }),
          })}
        </li>
      ))}
    </ul>
  );
}

interface BoxProps {
  readonly color: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}

function Notice({ children, ...rest }: BoxProps) {
  return (
    <Alert role="alert" {...rest}>
      {children}
    </Alert>
  );
}
