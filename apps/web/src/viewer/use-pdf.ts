import { useEffect, useState } from 'react';
import { openPdf, type PdfDocument, type PdfPageProxy } from './pdf-engine.js';

export type Opening =
  | { readonly state: 'opening'; readonly percent: number | null }
  | { readonly state: 'open'; readonly pdf: PdfDocument; readonly firstPage: PdfPageProxy }
  | { readonly state: 'failed' };

/** Opens the PDF at a URL; the component is keyed by the URL and by the try, so each opening starts anew. */
export function usePdf(url: string): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening', percent: null });

  useEffect(() => {
    let left = false;
    const task = openPdf(url);
    task.onProgress = ({ loaded, total }: { loaded: number; total: number }) => {
      if (!left && total > 0) {
        const percent = Math.min(Math.round((loaded / total) * 100), 100);
        setOpening((now) => (now.state === 'opening' ? { state: 'opening', percent } : now));
      }
    };
    const open = async () => {
      try {
        const pdf = await task.promise;
        const firstPage = await pdf.getPage(1);
        if (!left) {
          setOpening({ state: 'open', pdf, firstPage });
        }
      } catch {
        if (!left) {
          setOpening({ state: 'failed' });
        }
      }
    };
    void open();
    return () => {
      left = true;
      void task.destroy();
    };
  }, [url]);

  return opening;
}
