import { Loader } from '@mantine/core';
import { IconDownload, IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentFile } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes } from '../ui/format.js';
import { useKeys } from '../ui/use-keys.js';
import classes from './file-viewer.module.css';
import { ImageView } from './image-view.js';
import { OfficeView } from './office-view.js';
import { type FileOwner, fileUrl } from './rendition-query.js';
import { usePartWord } from './use-part-word.js';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));
/** JPEG and TIFF are what scanners make: they are shown as pages. */
const shownImages = new Set(['image/png', 'image/gif', 'image/webp']);

interface Props {
  readonly attachments: readonly DocumentFile[];
  readonly owner: FileOwner;
}

/** The files of a document: pages and pictures in the page, everything else by download. */
export function FileViewer({ attachments, owner }: Props) {
  const { t } = useTranslation();
  const partWord = usePartWord();
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const chosen = attachments.find(({ id }) => id === chosenId) ?? attachments[0];
  const step = (by: -1 | 1) => {
    const next = attachments[attachments.findIndex((file) => file === chosen) + by];
    setChosenId(next?.id ?? chosen?.id);
  };
  useKeys({ n: () => step(1), p: () => step(-1) });
  if (chosen === undefined) {
    return <EmptyPlace icon={IconPaperclip} title={t('viewer.none')} text={t('viewer.noneText')} />;
  }
  return (
    <section aria-label={t('viewer.label')} className={classes.viewer}>
      <div role="group" aria-label={t('viewer.files')} className={classes.files} data-no-print>
        {attachments.map((attachment, index) => (
          <span key={attachment.id} className={classes.file} data-chosen={attachment === chosen || undefined}>
            <button
              type="button"
              className={classes.open}
              aria-pressed={attachment === chosen}
              onClick={() => setChosenId(attachment.id)}
            >
              <FileMark fileName={attachment.fileName} />
              <span className={classes.words}>
                <bdi className={classes.name}>{attachment.fileName}</bdi>
                <span className={classes.size}>
                  {attachments.length > 1 && `${partWord(index)} · `}
                  {formatBytes(attachment.size)}
                </span>
              </span>
            </button>
            <a
              className={classes.download}
              href={`${fileUrl(owner, attachment.id)}/content`}
              download={attachment.fileName}
              aria-label={`${t('common.download')}: ${attachment.fileName}`}
            >
              <IconDownload size={18} aria-hidden />
            </a>
          </span>
        ))}
      </div>
      <Suspense fallback={<Loader m="xl" />}>
        <Content key={chosen.id} attachment={chosen} owner={owner} />
      </Suspense>
    </section>
  );
}

function Content({ attachment, owner }: { readonly attachment: DocumentFile; readonly owner: FileOwner }) {
  const url = `${fileUrl(owner, attachment.id)}/content`;
  if (attachment.mediaType === 'application/pdf') {
    return <PdfView url={url} />;
  }
  if (shownImages.has(attachment.mediaType)) {
    return <ImageView url={url} name={attachment.fileName} />;
  }
  return <OfficeView owner={owner} attachment={attachment} />;
}
