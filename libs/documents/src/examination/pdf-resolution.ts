import { openPdf } from './read-pdf.js';
import { Unreadable } from './unreadable.js';

/** Milliseconds for the first page. */
const patience = 15_000;
const pointsPerInch = 72;
/** The picture of a scanned page covers at least half of it. [own] */
const leastOfPage = 0.5;

type Matrix = readonly [number, number, number, number, number, number];
const upright: Matrix = [1, 0, 0, 1, 0, 0];

/**
 * The resolution of a scanned PDF in dots per inch: of the largest picture on its first page, where one covers most of
 * the page. Null for a page of text, and for what can’t be read in time.
 */
export async function pdfResolution(bytes: Buffer): Promise<number | null> {
  try {
    const { document, ended, close } = await openPdf(bytes, AbortSignal.timeout(patience));
    try {
      return await Promise.race([ofFirstPage(document), ended]);
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof Unreadable) {
      return null;
    }
    throw error;
  }
}

type Pdf = Awaited<ReturnType<typeof openPdf>>['document'];

async function ofFirstPage(document: Pdf): Promise<number | null> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const page = await document.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const saved: Matrix[] = [];
  let matrix = upright;
  let best: { readonly area: number; readonly dpi: number } | undefined;
  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) {
      saved.push(matrix);
    } else if (operator === OPS.restore) {
      matrix = saved.pop() ?? upright;
    } else if (operator === OPS.transform && isMatrix(args)) {
      matrix = multiplied(matrix, args);
    } else if (operator === OPS.paintImageXObject && isPicture(args)) {
      const across = Math.hypot(matrix[0], matrix[1]);
      const area = across * Math.hypot(matrix[2], matrix[3]);
      if (across > 0 && area > (best?.area ?? 0)) {
        best = { area, dpi: Math.round((args[1] * pointsPerInch) / across) };
      }
    }
  });
  return best !== undefined && best.area >= leastOfPage * width * height ? best.dpi : null;
}

function isMatrix(args: unknown): args is Matrix {
  return Array.isArray(args) && args.length === 6 && args.every((value) => typeof value === 'number');
}

/** Its name, and its pixels across and down. */
function isPicture(args: unknown): args is readonly [string, number, number] {
  return Array.isArray(args) && typeof args[1] === 'number' && typeof args[2] === 'number';
}

function multiplied([a, b, c, d, e, f]: Matrix, [k, l, m, n, x, y]: Matrix): Matrix {
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * x + c * y + e, b * x + d * y + f];
}
