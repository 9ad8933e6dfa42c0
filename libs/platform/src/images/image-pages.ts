import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Metadata, Sharp } from 'sharp';
import { ConversionFailed } from '../office/office-converter.js';

/** [own] A1 at 300 dots per inch; what claims more is no scan. */
const mostPixels = 100_000_000;
/** [own] */
const mostPages = 500;
/** A picture that does not tell its resolution is shown as wide as a page of A4, in points. */
const pageWidth = 595;
const pointsPerInch = 72;
const jpegQuality = 85;

/** The resolution of the first page of a picture in dots per inch; null where it does not tell it, or can’t be read. */
export async function imageResolution(bytes: Buffer): Promise<number | null> {
  try {
    return resolutionOf(await (await open(bytes, 0)).metadata());
  } catch {
    return null;
  }
}

/**
 * The pages of a TIFF or a JPEG as a PDF, one after the other, so that memory holds the original and one page.
 *
 * @throws ConversionFailed `damaged`; the stream fails with it where a later page can’t be read.
 */
export async function imagePages(original: Readable): Promise<Readable> {
  const bytes = await buffer(original);
  const first = await readable(async () => (await open(bytes, 0)).metadata());
  const pages = first.pages ?? 1;
  if (pages > mostPages) {
    throw new ConversionFailed('too-long');
  }
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const out = new PassThrough();
  pdf.pipe(out);
  const write = async (): Promise<void> => {
    for (let number = 0; number < pages; number += 1) {
      const page = await readable(() => pageOf(bytes, number));
      pdf.addPage({ size: [page.width, page.height], margin: 0 });
      pdf.image(page.content, 0, 0, { width: page.width, height: page.height });
      if (out.writableNeedDrain) {
        await once(out, 'drain');
      }
    }
    pdf.end();
  };
  write().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

interface Page {
  readonly content: Buffer;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

async function pageOf(bytes: Buffer, number: number): Promise<Page> {
  const picture = await open(bytes, number);
  const metadata = await picture.metadata();
  const upright = picture.autoOrient();
  // Black and white stays so: it is sharper and smaller than any JPEG.
  const written = metadata.bitsPerSample === 1 ? upright.png({ palette: true, colours: 2 }) : inColours(upright);
  const { data, info } = await written.toBuffer({ resolveWithObject: true });
  const dpi = resolutionOf(metadata) ?? (info.width * pointsPerInch) / pageWidth;
  return {
    content: data,
    width: (info.width * pointsPerInch) / dpi,
    height: (info.height * pointsPerInch) / dpi,
  };
}

function inColours(picture: Sharp): Sharp {
  return picture.flatten({ background: '#ffffff' }).toColourspace('srgb').jpeg({ quality: jpegQuality });
}

async function open(bytes: Buffer, page: number): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  return sharp(bytes, { page, limitInputPixels: mostPixels, failOn: 'error' });
}

/** A density of 72 is what software writes that knows nothing of paper. */
function resolutionOf({ density }: Metadata): number | null {
  return density === undefined || density <= pointsPerInch ? null : Math.round(density);
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new ConversionFailed('damaged', error);
  }
}
