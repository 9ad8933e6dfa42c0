import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconTrash, IconUpload, IconX } from '@tabler/icons-react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { Attachment, DocumentView } from '../api/types.js';
import { CheckNotices } from '../file-checks/check-notices.js';
import { CheckOf } from '../file-checks/check-word.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './attachments-field.module.css';
import page from './draft-page.module.css';
import type { Missing } from './missing-in.js';
import { UploadLine } from './upload-line.js';
import type { Upload, UploadQueue } from './uploads.js';

interface Props {
  readonly document: DocumentView | undefined;
  readonly uploads: readonly Upload[];
  readonly heldFiles: readonly File[];
  readonly missing: readonly Missing[];
  readonly queue: UploadQueue;
  readonly onFiles: (files: File[]) => void;
  readonly onDropHeld: (file: File) => void;
}

export function AttachmentsField({ document, uploads, heldFiles, missing, queue, onFiles, onDropHeld }: Props) {
  const { t } = useTranslation();
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: onFiles,
    noClick: true,
    noKeyboard: true,
  });
  const fault = (['attachments', 'uploads'] as const).find((name) => missing.includes(name));

  return (
    <section className={page.card} aria-labelledby="draft-files" data-missing="attachments">
      <h2 id="draft-files" className={page.heading}>
        {t('outgoing.files.title')}
      </h2>
      <div {...getRootProps({ className: classes.drop })} data-over={isDragActive || undefined}>
        <input {...getInputProps({ 'aria-label': t('outgoing.files.choose') })} />
        <IconUpload size={24} stroke={1.4} aria-hidden />
        <span>{t(isDragActive ? 'outgoing.files.dropNow' : 'outgoing.files.drop')}</span>
        <Button variant="default" size="xs" onClick={open}>
          {t('outgoing.files.choose')}
        </Button>
        <span className={classes.hint}>{t('outgoing.files.hint')}</span>
      </div>
      {fault !== undefined && (
        <p className={page.fault} role="alert">
          {t(`outgoing.draft.missing.${fault}`)}
        </p>
      )}
      {document !== undefined && <CheckNotices document={document} />}
      <ul className={classes.files}>
        {document?.attachments.map((attachment) => (
          <KeptFile key={attachment.id} documentId={document.id} attachment={attachment} />
        ))}
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} queue={queue} />
        ))}
        {heldFiles.map((file) => (
          <li key={`${file.name} ${file.size}`} className={classes.file}>
            <FileMark fileName={file.name} />
            <span className={classes.name}>{file.name}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('outgoing.files.remove', { name: file.name })}
              onClick={() => onDropHeld(file)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
            <span className={classes.about}>{t('outgoing.files.waitingForDraft')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptFile({ documentId, attachment }: { readonly documentId: string; readonly attachment: Attachment }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const remove = useMutation({
    mutationFn: () =>
      client.DELETE('/api/v1/documents/{id}/attachments/{attachmentId}', {
        params: { path: { id: documentId, attachmentId: attachment.id } },
      }),
    onError: showProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', 'one', documentId] }),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('outgoing.files.removeTitle'),
      text: t('outgoing.files.removeText', { name: attachment.fileName }),
      confirm: t('outgoing.files.removeConfirm'),
      dangerous: true,
    });
    if (sure) {
      remove.mutate();
    }
  };

  return (
    <li className={classes.file}>
      <FileMark fileName={attachment.fileName} />
      <a
        className={classes.name}
        href={`/api/v1/documents/${documentId}/attachments/${attachment.id}/content`}
        target="_blank"
        rel="noreferrer"
      >
        {attachment.fileName}
      </a>
      <ActionIcon
        variant="subtle"
        color="gray"
        loading={remove.isPending}
        aria-label={t('outgoing.files.remove', { name: attachment.fileName })}
        onClick={() => void ask()}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <span className={classes.about}>
        {formatBytes(attachment.size)} <CheckOf documentId={documentId} attachmentId={attachment.id} />
      </span>
    </li>
  );
}
