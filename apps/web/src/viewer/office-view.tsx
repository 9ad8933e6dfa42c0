import { Anchor, Button } from '@mantine/core';
import { IconDownload, IconFileDescription } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentFile } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatBytes } from '../ui/format.js';
import classes from './file-viewer.module.css';
import { type FileOwner, fileUrl, renditionQuery } from './rendition-query.js';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));

interface Props {
  readonly owner: FileOwner;
  readonly attachment: DocumentFile;
}

/** A file that opens with a program: as a PDF where the system can make one, and always by download. */
export function OfficeView({ owner, attachment }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(renditionQuery(owner, attachment.id));
  const url = fileUrl(owner, attachment.id);
  const { fileName } = attachment;
  if (data?.state === 'made') {
    return (
      <>
        <p className={classes.rendition} data-no-print>
          <strong>{t('viewer.rendition.label')}</strong> · {t('viewer.rendition.made')}{' '}
          <Anchor href={`${url}/content`} download={fileName} inherit>
            {t('viewer.rendition.original')}
          </Anchor>
        </p>
        <PdfView url={`${url}/rendition/content`} />
      </>
    );
  }
  const isWaiting = data?.state === 'waiting';
  const facts = t('viewer.cannotShowText', { name: fileName, size: formatBytes(attachment.size) });
  const sentences = {
    waiting: t('viewer.rendition.waitingText'),
    failed: t('viewer.rendition.failed'),
    unchecked: t('viewer.rendition.unchecked'),
  };
  const sentence = Object.entries(sentences).find(([state]) => state === data?.state)?.[1];
  return (
    <div role="status">
      <EmptyPlace
        icon={IconFileDescription}
        title={isWaiting ? t('viewer.rendition.waiting') : t('viewer.cannotShow')}
        text={sentence === undefined ? facts : `${facts}. ${sentence}`}
      >
        <Button
          component="a"
          href={`${url}/content`}
          download={fileName}
          variant={isWaiting ? 'default' : 'filled'}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('common.download')}
        </Button>
      </EmptyPlace>
    </div>
  );
}
