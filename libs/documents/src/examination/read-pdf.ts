import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfItem, pdfLines } from './pdf-lines.js';
import type { TextPart } from './text-part.js';
import { Unreadable } from './unreadable.js';

/** The parser’s side, on a thread of its own that can be ended whatever it is doing. */
const parser = `
  const { workerData: { port, parser } } = require('node:worker_threads');
  import(parser).then(({ WorkerMessageHandler }) => {
    WorkerMessageHandler.initializeFromPort(port);
    port.start();
  });
`;
const parserUrl = (): string =>
  pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href;

/** Megabytes that parsing may take beside the file itself: ten times what a page full of text needs. */
const parserMemory = 512;
/** Every readable PDF has objects, named so outside of what is packed. */
const objectMark = Buffer.from('obj');

/**
 * The text of a PDF page by page, with what stands in its notes and form fields. Memory holds the file and one page.
 *
 * @throws Unreadable `damaged`, `locked`, `too-large` where parsing wants too much memory, `too-long` once time is up.
 */
export async function* readPdf(bytes: Buffer, time: AbortSignal): AsyncGenerator<TextPart, void, undefined> {
  const { document, ended, close } = await openPdf(bytes, time);
  try {
    yield* pagesOf(document, ended);
  } catch (error) {
    throw unreadable(error);
  } finally {
    await close();
  }
}

/** A PDF that is parsed on a thread of its own. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Fails when the thread ends by itself, or is ended because time is up. */
  readonly ended: Promise<never>;
  readonly close: () => Promise<void>;
}

/** @throws Unreadable as readPdf does. */
export async function openPdf(bytes: Buffer, time: AbortSignal): Promise<OpenPdf> {
  if (!bytes.includes(objectMark)) {
    throw new Unreadable('damaged');
  }
  const { getDocument, PDFWorker, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(parser, {
    eval: true,
    workerData: { port: port2, parser: parserUrl() },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: parserMemory },
    stderr: true,
    stdout: true,
  });
  const ended = endOf(thread, time);
  port1.start();
  const worker = new PDFWorker({ port: domPort(port1), verbosity: VerbosityLevel.ERRORS });
  const close = async (): Promise<void> => {
    worker.destroy();
    port1.close();
    await thread.terminate();
  };
  try {
    const loading = getDocument({
      data: new Uint8Array(bytes),
      worker,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    return { document: await first(loading.promise, ended), ended, close };
  } catch (error) {
    await close();
    throw unreadable(error);
  }
}

function unreadable(error: unknown): Unreadable {
  return error instanceof Unreadable ? error : new Unreadable(isPassword(error) ? 'locked' : 'damaged', error);
}

async function* pagesOf(document: PDFDocumentProxy, ended: Promise<never>): AsyncGenerator<TextPart> {
  for (let number = 1; number <= document.numPages; number += 1) {
    const lines = await first(linesOf(document, number), ended);
    yield { place: 'page', number, lines };
  }
}

async function linesOf(document: PDFDocumentProxy, number: number): Promise<string[]> {
  const page = await document.getPage(number);
  try {
    const { items } = await page.getTextContent();
    const texts = items.filter((item): item is typeof item & PdfItem => 'str' in item);
    return [...pdfLines(texts), ...(await notesOf(page))];
  } finally {
    page.cleanup();
  }
}

/** A stamp may be a note that was put on the page, or stand in a field of a form. */
async function notesOf(page: PDFPageProxy): Promise<string[]> {
  const notes = (await page.getAnnotations()) as readonly {
    readonly contentsObj?: { readonly str?: string };
    readonly fieldValue?: unknown;
    readonly textContent?: readonly string[];
  }[];
  return notes
    .flatMap(({ contentsObj, fieldValue, textContent = [] }) => [contentsObj?.str, fieldValue, ...textContent])
    .filter((text) => typeof text === 'string')
    .flatMap((text) => text.split(/\r\n|\r|\n/));
}

/** Fails when the thread ends by itself, or is ended because time is up. */
function endOf(thread: Worker, time: AbortSignal): Promise<never> {
  const ended = new Promise<never>((_resolve, reject) => {
    thread.once('error', (error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new Unreadable(isMemory ? 'too-large' : 'damaged', error));
    });
    thread.once('exit', () => reject(new Unreadable('damaged')));
    time.addEventListener('abort', () => reject(new Unreadable('too-long')), { once: true });
  });
  ended.catch(() => undefined);
  return ended;
}

async function first<T>(work: Promise<T>, ended: Promise<never>): Promise<T> {
  return Promise.race([work, ended]);
}

/** pdfjs means the port of a browser; Node’s has the methods that it uses. */
function domPort(port: MessagePort): never {
  return port as never;
}

function isPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
