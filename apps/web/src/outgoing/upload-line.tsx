import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes, formatNumber } from '../ui/format.js';
import { useSentences } from '../ui/use-problem.js';
import classes from './attachments-field.module.css';
import { secondsLeft } from './speed.js';
import type { Upload, UploadQueue } from './uploads.js';

export function UploadLine({ upload, queue }: { readonly upload: Upload; readonly queue: UploadQueue }) {
  const { t } = useTranslation();
  const { id, file, sent, state } = upload;
  return (
    <li className={classes.file}>
      <FileMark fileName={file.name} />
      <bdi className={classes.name}>{file.name}</bdi>
      <span className={classes.tools}>
        {(state === 'sending' || state === 'waiting') && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('outgoing.files.pause', { name: file.name })}
            onClick={() => queue.pause(id)}
          >
            <IconPlayerPause size={16} aria-hidden />
          </ActionIcon>
        )}
        {(state === 'paused' || state === 'lost') && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('outgoing.files.resume', { name: file.name })}
            onClick={() => queue.again(id)}
          >
            <IconPlayerPlay size={16} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('outgoing.files.cancel', { name: file.name })}
          onClick={() => queue.cancel(id)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </span>
      {state === 'refused' ? (
        <span className={classes.about}>
          <Refusal upload={upload} />{' '}
          <Button size="compact-xs" variant="default" onClick={() => queue.again(id)}>
            {t('outgoing.files.again')}
          </Button>
        </span>
      ) : (
        <>
          <Progress
            className={classes.bar}
            value={file.size === 0 ? 0 : (sent / file.size) * 100}
            aria-label={file.name}
            size="sm"
          />
          <span className={classes.about}>
            <How upload={upload} />
          </span>
        </>
      )}
    </li>
  );
}

function Refusal({ upload }: { readonly upload: Upload }) {
  const { title, detail } = useSentences()(upload.error);
  return (
    <span className={classes.bad} role="alert">
      {title}. {detail}
    </span>
  );
}

function How({ upload: { file, sent, speed, state } }: { readonly upload: Upload }) {
  const { t } = useTranslation();
  if (state === 'waiting') {
    return <>{t('outgoing.files.waiting')}</>;
  }
  if (state === 'paused') {
    return <>{t('outgoing.files.paused', { sent: formatBytes(sent), size: formatBytes(file.size) })}</>;
  }
  if (state === 'lost') {
    return <>{t('outgoing.files.lost')}</>;
  }
  if (sent >= file.size) {
    return <>{t('outgoing.files.finishing')}</>;
  }
  const seconds = secondsLeft(speed, sent, file.size);
  const sizes = { sent: formatBytes(sent), size: formatBytes(file.size) };
  if (seconds === null || speed.bytesPerSecond === null) {
    return <>{t('outgoing.files.starting', sizes)}</>;
  }
  const left =
    seconds < 90
      ? t('outgoing.files.seconds', { value: formatNumber(seconds) })
      : t('outgoing.files.minutes', { value: formatNumber(Math.ceil(seconds / 60)) });
  return <>{t('outgoing.files.progress', { ...sizes, speed: formatBytes(speed.bytesPerSecond), left })}</>;
}
