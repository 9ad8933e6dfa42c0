import { useEffect, useRef, useState } from 'react';
import { useIsVisible } from '../ui/use-is-visible.js';
import type { PdfDocument } from './pdf-engine.js';
import { PdfPage } from './pdf-page.js';
import classes from './pdf-view.module.css';

/** Pages that come into the page together: a document of ten thousand begins with a few places, not with all of them. */
export const blockSize = 25;
/** As in the styles, between two pages. */
const gap = 14;

interface Props {
  readonly pdf: PdfDocument;
  readonly index: number;
  readonly width: number;
  readonly guessedRatio: number;
  /** Somebody goes to a page of it. */
  readonly isWanted: boolean;
  readonly onSeen: (page: number) => void;
}

/** Some pages, made when they come near for the first time; before that, the room that they will take. */
export function PageBlock({ pdf, index, width, guessedRatio, isWanted, onSeen }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsVisible(place, '1200px 0px');
  const [isMade, setIsMade] = useState(index === 0);
  useEffect(() => {
    if (isNear) {
      setIsMade(true);
    }
  }, [isNear]);
  const first = index * blockSize + 1;
  const count = Math.min(blockSize, pdf.numPages - first + 1);
  if (!isMade && !isWanted) {
    return <div ref={place} style={{ width, height: count * (width * guessedRatio + gap) - gap }} />;
  }
  return (
    <div ref={place} className={classes.block}>
      {Array.from({ length: count }, (_, offset) => (
        <PdfPage
          key={offset}
          pdf={pdf}
          number={first + offset}
          width={width}
          guessedRatio={guessedRatio}
          onSeen={onSeen}
        />
      ))}
    </div>
  );
}
