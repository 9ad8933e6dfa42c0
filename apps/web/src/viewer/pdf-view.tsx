import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconFileAlert, IconLayoutSidebar } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { EmptyPlace } from '../ui/empty-place.js';
import { blockSize, PageBlock } from './page-block.js';
import { PageBox } from './page-box.js';
import { PageRail } from './page-rail.js';
import classes from './pdf-view.module.css';
import { usePdf, type Opening } from './use-pdf.js';
import { useZoom } from './use-zoom.js';
import { BarButton, ViewerBar } from './viewer-bar.js';

/** Wider than this a page of A4 is harder to read, not easier. */
const widestFit = 980;
/** Small pictures of more pages than that are no help to find one, and all of them are there at once. */
const longestRail = 300;

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
  const zoom = useZoom();
  const [page, setPage] = useState(1);
  const [wanted, setWanted] = useState(1);
  const [showsRail, setShowsRail] = useState(false);
  const onSeen = useCallback((seen: number) => setPage(seen), []);
  const pages = useRef<HTMLDivElement>(null);
  const { width: paper, height } = firstPage.getViewport({ scale: 1 });
  const width = Math.floor(Math.min(room, widestFit) * zoom.factor);
  const go = (number: number) => {
    // Its place has to be there before anybody goes to it.
    flushSync(() => setWanted(number));
    pages.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: 'start' });
    setPage(number);
  };

  return (
    <>
      <ViewerBar zoom={zoom}>
        {pdf.numPages > 1 && pdf.numPages <= longestRail && (
          <span className={classes.railSwitch}>
            <BarButton label={t('viewer.rail')} isOn={showsRail} onPress={() => setShowsRail(!showsRail)}>
              <IconLayoutSidebar size={20} aria-hidden />
            </BarButton>
          </span>
        )}
        <PageBox page={page} total={pdf.numPages} onGo={go} />
      </ViewerBar>
      <div className={classes.spread} data-rail={showsRail || undefined}>
        {showsRail && <PageRail pdf={pdf} page={page} ratio={height / paper} onGo={go} />}
        <div ref={pages} className={classes.pages}>
          <div ref={ref} className={classes.room}>
            {room > 0 &&
              Array.from({ length: Math.ceil(pdf.numPages / blockSize) }, (_, index) => (
                <PageBlock
                  key={index}
                  pdf={pdf}
                  index={index}
                  width={width}
                  guessedRatio={height / paper}
                  isWanted={index === blockOf(wanted)}
                  onSeen={onSeen}
                />
              ))}
          </div>
        </div>
      </div>
    </>
  );
}

function blockOf(page: number): number {
  return Math.floor((page - 1) / blockSize);
}
