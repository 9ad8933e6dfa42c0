import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsVisible } from '../ui/use-is-visible.js';
import { drawSmallPage, type PdfDocument } from './pdf-engine.js';
import classes from './pdf-view.module.css';

const width = 104;
/** Pages on both sides of the one in sight: the rail of a very long document moves along with it. */
const reach = 100;

interface Props {
  readonly pdf: PdfDocument;
  readonly page: number;
  readonly ratio: number;
  readonly onGo: (page: number) => void;
}

/** The pages as small pictures beside the large ones; the one in sight is marked and kept in the rail. */
export function PageRail({ pdf, page, ratio, onGo }: Props) {
  const { t } = useTranslation();
  const rail = useRef<HTMLOListElement>(null);
  const length = Math.min(pdf.numPages, 2 * reach);
  const from = Math.max(1, Math.min(page - reach, pdf.numPages - length + 1));
  useEffect(() => {
    const list = rail.current;
    const item = list?.children[page - from];
    if (list !== null && item instanceof HTMLElement) {
      list.scrollTop = item.offsetTop - list.clientHeight / 2;
    }
  }, [page, from]);
  return (
    <ol ref={rail} className={classes.rail} aria-label={t('viewer.rail')} data-scroller data-no-print>
      {Array.from({ length }, (_, index) => from + index).map((number) => (
        <li key={number}>
          <button
            type="button"
            className={classes.small}
            aria-label={t('viewer.pageLabel', { page: number })}
            aria-current={page === number ? 'page' : undefined}
            onClick={() => onGo(number)}
          >
            <SmallPage pdf={pdf} number={number} ratio={ratio} />
            {number}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Drawn once it comes into sight; it is small enough to be kept. */
function SmallPage({ pdf, number, ratio }: Pick<Props, 'pdf' | 'ratio'> & { readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsVisible(canvas, '200px 0px');
  useEffect(() => {
    const surface = canvas.current;
    if (!isNear || surface === null) {
      return undefined;
    }
    let cancel: (() => void) | undefined;
    let left = false;
    const draw = async () => {
      try {
        const page = await pdf.getPage(number);
        if (!left) {
          const drawing = drawSmallPage(page, width, surface);
          cancel = () => {
            drawing.cancel();
          };
          await drawing.done;
        }
      } catch {
        // Cancelled, or a damaged page: it stays an empty sheet with its number.
      }
    };
    void draw();
    return () => {
      left = true;
      cancel?.();
    };
  }, [pdf, number, isNear]);
  return <canvas ref={canvas} className={classes.sheet} style={{ width, height: width * ratio }} aria-hidden />;
}
