import { ActionIcon, Button, Loader, Modal, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconScan, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import { hasCode, mayPass } from '../api/problem.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';
import drop from '../outgoing/attachments-field.module.css';
import { useConfirm } from '../ui/use-confirm.js';
import { useSentences, useShowProblem } from '../ui/use-problem.js';
import classes from './paper.module.css';
import { useAttachScan, useRemoveScan } from './paper-queries.js';

/** [own] Below this the small print of a page can’t be read, and no program reads its letters. */
const leastDpi = 200;

interface Sending {
  readonly scanId: string;
  readonly file: File;
  readonly error: unknown;
}

/** The scans of a paper: dropped here or chosen, sent one after the other, with a word on those that are hard to read. */
export function ScansField({ arrivalId }: { readonly arrivalId: string }) {
  const { t } = useTranslation();
  const { data: arrival } = useQuery(arrivalQuery(arrivalId));
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [marked, setMarked] = useState<Sending | null>(null);
  const attach = useAttachScan();
  const sentences = useSentences();

  const keep = (scanId: string, change: Partial<Sending> | null) =>
    setSendings((before) =>
      change === null
        ? before.filter((one) => one.scanId !== scanId)
        : before.map((one) => (one.scanId === scanId ? { ...one, ...change } : one)),
    );
  const send = async ({ scanId, file }: Pick<Sending, 'scanId' | 'file'>, noMarkBecause?: string): Promise<void> => {
    keep(scanId, { error: null });
    try {
      await attach.mutateAsync({ arrivalId, scanId, file, ...(noMarkBecause === undefined ? {} : { noMarkBecause }) });
      keep(scanId, null);
    } catch (error) {
      keep(scanId, { error });
    }
  };
  const onDrop = async (files: readonly File[]): Promise<void> => {
    const added = files.map((file) => ({ scanId: newId(), file, error: null }));
    setSendings((before) => [...before, ...added]);
    for (const one of added) {
      await send(one);
    }
  };
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => void onDrop(files),
    noClick: true,
    noKeyboard: true,
  });

  return (
    <div className={classes.scans}>
      <div {...getRootProps({ className: drop.drop })} data-over={isDragActive || undefined}>
        <input {...getInputProps({ 'aria-label': t('paper.scan.choose'), accept: '.pdf,.tif,.tiff,.jpg,.jpeg' })} />
        <IconScan size={22} stroke={1.4} aria-hidden />
        <span>{t('paper.scan.drop')}</span>
        <Button variant="default" size="xs" onClick={open}>
          {t('paper.scan.choose')}
        </Button>
      </div>
      {sendings.map((one) => (
        <div key={one.scanId} className={classes.scan} role={one.error === null ? 'status' : 'alert'}>
          {one.error === null ? (
            <>
              <Loader size={14} /> {t('paper.scan.sending', { name: one.file.name })}
            </>
          ) : (
            <>
              <span>{sentences(one.error).detail}</span>
              {hasCode(one.error, 'scan.classified') && (
                <Button size="xs" variant="default" onClick={() => setMarked(one)}>
                  {t('paper.scan.noMark')}
                </Button>
              )}
              {mayPass(one.error) && (
                <Button size="xs" onClick={() => void send(one)}>
                  {t('common.retry')}
                </Button>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('common.close')}
                onClick={() => keep(one.scanId, null)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </>
          )}
        </div>
      ))}
      {arrival?.attachments.map(({ id, fileName }) => (
        <KeptScan
          key={id}
          arrivalId={arrivalId}
          scanId={id}
          fileName={fileName}
          dpi={arrival.scans.find(({ attachmentId }) => attachmentId === id)?.dpi ?? null}
        />
      ))}
      {marked !== null && (
        <NoMarkDialog
          fileName={marked.file.name}
          onClose={() => setMarked(null)}
          onReason={(reason) => {
            setMarked(null);
            void send(marked, reason);
          }}
        />
      )}
    </div>
  );
}

interface KeptProps {
  readonly arrivalId: string;
  readonly scanId: string;
  readonly fileName: string;
  readonly dpi: number | null;
}

function KeptScan({ arrivalId, scanId, fileName, dpi }: KeptProps) {
  const { t } = useTranslation();
  const remove = useRemoveScan(arrivalId);
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const ask = async (): Promise<void> => {
    const text = t('paper.scan.removeText', { name: fileName });
    const words = { title: t('paper.scan.removeTitle'), text, confirm: t('paper.scan.removeConfirm') };
    if (await confirm({ ...words, dangerous: true })) {
      remove.mutate(scanId, { onError: showProblem });
    }
  };
  return (
    <div className={classes.scan}>
      <bdi>{fileName}</bdi>
      {dpi !== null && dpi < leastDpi && <span className={classes.low}>{t('paper.scan.low', { dpi, leastDpi })}</span>}
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={remove.isPending}
        aria-label={t('paper.scan.remove', { name: fileName })}
        onClick={() => void ask()}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

interface NoMarkProps {
  readonly fileName: string;
  readonly onClose: () => void;
  readonly onReason: (reason: string) => void;
}

/** What reads like a mark of secrecy may be none: whoever says so gives the reason, which goes on record. */
function NoMarkDialog({ fileName, onClose, onReason }: NoMarkProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('paper.scan.noMark')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('paper.scan.noMarkReason', { name: fileName })}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button disabled={reason.trim() === ''} onClick={() => onReason(reason.trim())}>
          {t('paper.scan.attach')}
        </Button>
      </Stack>
    </Modal>
  );
}
