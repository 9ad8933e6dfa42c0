import { Button, Loader } from '@mantine/core';
import { IconDownload, IconFileDescription, IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes } from '../ui/format.js';
import classes from './file-viewer.module.css';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));
const shownImages = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

interface Props {
  readonly attachments: readonly Attachment[];
  readonly urlOf: (attachment: Attachment) => string;
}

/** The files of a document: pages and pictures in the page, everything else by download. */
export function FileViewer({ attachments, urlOf }: Props) {
  const { t } = useTranslation();
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const chosen = attachments.find(({ id }) => id === chosenId) ?? attachments[0];
  if (chosen === undefined) {
    return <EmptyPlace icon={IconPaperclip} title={t('viewer.none')} text={t('viewer.noneText')} />;
  }
  return (
    <section aria-label={t('viewer.label')} className={classes.viewer}>
      <div role="group" aria-label={t('viewer.files')} className={classes.files} data-no-print>
        {attachments.map((attachment) => (
          <span key={attachment.id} className={classes.file} data-chosen={attachment === chosen || undefined}>
            <button
              type="button"
              className={classes.open}
              aria-pressed={attachment === chosen}
              onClick={() => setChosenId(attachment.id)}
            >
              <FileMark fileName={attachment.fileName} />
              <span className={classes.name}>{attachment.fileName}</span>
              <span className={classes.size}>{formatBytes(attachment.size)}</span>
            </button>
            <a
              className={classes.download}
              href={urlOf(attachment)}
              download={attachment.fileName}
              aria-label={`${t('common.download')}: ${attachment.fileName}`}
            >
              <IconDownload size={18} aria-hidden />
            </a>
          </span>
        ))}
      </div>
      <Suspense fallback={<Loader m="xl" />}>
        <Content key={chosen.id} attachment={chosen} url={urlOf(chosen)} />
      </Suspense>
    </section>
  );
}

function Content({ attachment, url }: { readonly attachment: Attachment; readonly url: string }) {
  const { t } = useTranslation();
  if (attachment.mediaType === 'application/pdf') {
    return <PdfView url={url} />;
  }
  if (shownImages.has(attachment.mediaType)) {
    return <img src={url} alt={attachment.fileName} className={classes.image} />;
  }
  return (
    <EmptyPlace
      icon={IconFileDescription}
      title={t('viewer.cannotShow')}
      text={t('viewer.cannotShowText', { name: attachment.fileName, size: formatBytes(attachment.size) })}
    >
      <Button
        component="a"
        href={url}
        download={attachment.fileName}
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {t('common.download')}
      </Button>
    </EmptyPlace>
  );
}
