import * as pdfjs from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

export type PdfDocument = pdfjs.PDFDocumentProxy;
export type PdfPageProxy = pdfjs.PDFPageProxy;

/** Opens a PDF; its parts are fetched by range as they are looked at. No code from the file ever runs. */
export function openPdf(url: string): pdfjs.PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    url: new URL(url, window.location.href).href,
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    isEvalSupported: false,
    enableXfa: false,
  });
}

/** A canvas beyond this many pixels is refused by phones; zooming past it only grows softer. */
const mostPixels = 16_000_000;

export interface Drawing {
  readonly done: Promise<void>;
  cancel(): void;
}

/** Draws a page as wide as is said, in the pixels of the screen. */
export function drawSmallPage(page: PdfPageProxy, width: number, canvas: HTMLCanvasElement): Drawing {
  const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas, viewport });
  return {
    done: drawing.promise,
    cancel: () => {
      drawing.cancel();
    },
  };
}

/** Draws a page and lays its text over it, so that it can be selected, searched by the browser and read aloud. */
export function drawPage(page: PdfPageProxy, scale: number, canvas: HTMLCanvasElement, text: HTMLElement): Drawing {
  const viewport = page.getViewport({ scale });
  const wanted = window.devicePixelRatio;
  const ratio = Math.min(wanted, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  const drawing = page.render({
    canvas,
    viewport,
    transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0],
  });
  text.replaceChildren();
  const layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  return {
    done: Promise.all([drawing.promise, layer.render()]).then(() => undefined),
    cancel: () => {
      drawing.cancel();
      layer.cancel();
    },
  };
}
