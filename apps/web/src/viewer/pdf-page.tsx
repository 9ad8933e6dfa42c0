import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsVisible } from '../ui/use-is-visible.js';
import { drawPage, type PdfDocument } from './pdf-engine.js';
import classes from './pdf-view.module.css';

interface Props {
  readonly pdf: PdfDocument;
  readonly number: number;
  readonly width: number;
  /** Of the first page, until this one is known: most documents have one paper size. */
  readonly guessedRatio: number;
  readonly onSeen: (page: number) => void;
}

/** One page on its canvas, drawn when it comes near and let go when it is far. */
export function PdfPage({ pdf, number, width, guessedRatio, onSeen }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [ratio, setRatio] = useState(guessedRatio);
  const [drawn, setDrawn] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsVisible(place, '800px 0px');
  const isMiddle = useIsVisible(place, '-50% 0px -50% 0px');

  useEffect(() => {
    if (isMiddle) {
      onSeen(number);
    }
  }, [isMiddle, number, onSeen]);

  useEffect(() => {
    const surface = canvas.current;
    const layer = text.current;
    if (!isNear || surface === null || layer === null || width === 0) {
      return undefined;
    }
    let cancel: (() => void) | undefined;
    let left = false;
    const draw = async () => {
      try {
        const page = await pdf.getPage(number);
        const { width: paper, height } = page.getViewport({ scale: 1 });
        if (left) {
          return;
        }
        setRatio(height / paper);
        layer.style.setProperty('--total-scale-factor', String(width / paper));
        const drawing = drawPage(page, width / paper, surface, layer);
        cancel = () => {
          drawing.cancel();
        };
        await drawing.done;
        setDrawn(!left);
      } catch {
        setDrawn(false);
      }
    };
    void draw();
    return () => {
      left = true;
      cancel?.();
    };
  }, [pdf, number, width, isNear]);

  useEffect(() => {
    const surface = canvas.current;
    if (!isNear && surface !== null) {
      // An empty canvas gives its memory back: thousands of pages pass by.
      surface.width = 0;
      surface.height = 0;
      setDrawn(false);
    }
  }, [isNear]);

  return (
    <div
      ref={place}
      className={classes.page}
      style={{ width, height: width * ratio }}
      role="group"
      aria-label={t('viewer.pageLabel', { page: number })}
      data-page={number}
      data-drawn={drawn || undefined}
    >
      <canvas ref={canvas} className={classes.canvas} aria-hidden />
      <div ref={text} className={classes.text} />
    </div>
  );
}
