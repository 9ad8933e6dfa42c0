import { ActionIcon, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowAutofitWidth, IconFileAlert, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../ui/empty-place.js';
import { PdfPage } from './pdf-page.js';
import classes from './pdf-view.module.css';
import { usePdf, type Opening } from './use-pdf.js';

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
/** Wider than this a page of A4 is harder to read, not easier. */
const widestFit = 980;

export function PdfView({ url }: { readonly url: string }) {
  const [tries, setTries] = useState(0);
  return <PdfTry key={`${url} ${tries}`} url={url} onRetry={() => setTries((count) => count + 1)} />;
}

function PdfTry({ url, onRetry }: { readonly url: string; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const opening = usePdf(url);
  if (opening.state === 'opening') {
    return (
      <p className={classes.opening} role="status">
        {opening.percent === null ? t('viewer.opening') : t('viewer.loading', { percent: opening.percent })}
      </p>
    );
  }
  if (opening.state === 'failed') {
    return (
      <EmptyPlace icon={IconFileAlert} title={t('viewer.failed')} text={t('viewer.failedText')}>
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      </EmptyPlace>
    );
  }
  return <PdfPages opened={opening} />;
}

function PdfPages({ opened: { pdf, firstPage } }: { readonly opened: Extract<Opening, { state: 'open' }> }) {
  const { t } = useTranslation();
  const { ref, width: room } = useElementSize();
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const onSeen = useCallback((seen: number) => setPage(seen), []);
  const { width: paper, height } = firstPage.getViewport({ scale: 1 });
  const width = Math.floor(Math.min(room, widestFit) * zoom);
  const smaller = steps.findLast((step) => step < zoom);
  const larger = steps.find((step) => step > zoom);

  return (
    <>
      <div className={classes.bar} data-no-print>
        <span className={classes.count} aria-live="off">
          {t('viewer.pageOf', { page, total: pdf.numPages })}
        </span>
        <span className={classes.zoom}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={smaller === undefined}
            aria-label={t('viewer.zoomOut')}
            onClick={() => setZoom(smaller ?? zoom)}
          >
            <IconZoomOut size={20} aria-hidden />
          </ActionIcon>
          <span className={classes.percent} aria-label={t('viewer.zoom', { percent: Math.round(zoom * 100) })}>
            {Math.round(zoom * 100)} %
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={larger === undefined}
            aria-label={t('viewer.zoomIn')}
            onClick={() => setZoom(larger ?? zoom)}
          >
            <IconZoomIn size={20} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            disabled={zoom === 1}
            aria-label={t('viewer.fit')}
            onClick={() => setZoom(1)}
          >
            <IconArrowAutofitWidth size={20} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      <div className={classes.pages}>
        <div ref={ref} className={classes.room}>
          {room > 0 &&
            Array.from({ length: pdf.numPages }, (_, index) => (
              <PdfPage
                key={index}
                pdf={pdf}
                number={index + 1}
                width={width}
                guessedRatio={height / paper}
                onSeen={onSeen}
              />
            ))}
        </div>
      </div>
    </>
  );
}
