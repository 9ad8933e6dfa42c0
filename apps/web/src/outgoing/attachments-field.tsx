import { ActionIcon, Button } from '@mantine/core';
import { IconUpload, IconX } from '@tabler/icons-react';
import { useDropzone } from 'react-dropzone';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { CheckNotices } from '../file-checks/check-notices.js';
import { FileMark } from '../ui/file-mark.js';
import classes from './attachments-field.module.css';
import type { DraftKeeper } from './draft-keeper.js';
import page from './draft-page.module.css';
import { KeptFiles } from './kept-files.js';
import type { Missing } from './missing-in.js';
import { UploadLine } from './upload-line.js';
import type { Upload, UploadQueue } from './uploads.js';

interface Props {
  readonly document: DocumentView | undefined;
  readonly uploads: readonly Upload[];
  readonly heldFiles: readonly File[];
  readonly missing: readonly Missing[];
  readonly queue: UploadQueue;
  readonly keeper: DraftKeeper;
  readonly onFiles: (files: File[]) => void;
  readonly onDropHeld: (file: File) => void;
}

export function AttachmentsField({ document, uploads, heldFiles, missing, queue, keeper, onFiles, onDropHeld }: Props) {
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
      {document !== undefined && <KeptFiles document={document} uploads={uploads} keeper={keeper} />}
      <ul className={classes.files}>
        {uploads.map((upload) => (
          <UploadLine key={upload.id} upload={upload} queue={queue} />
        ))}
        {heldFiles.map((file) => (
          <li key={`${file.name} ${file.size}`} className={classes.file}>
            <FileMark fileName={file.name} />
            <bdi className={classes.name}>{file.name}</bdi>
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
