import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { FileTooLarge } from './file-errors.js';
import { HEAD_BYTES, type PutOptions, type StagedFile, type StoredFile } from './file-store.js';

/** What happens to content on its way into any store: bounded, inspected, counted and hashed. */
export class Intake {
  readonly #hash = createHash('sha256');
  #size = 0;
  #fault: unknown;
  #failed = false;

  constructor(
    private readonly content: AsyncIterable<Uint8Array>,
    private readonly options: PutOptions = {},
  ) {}

  /** The content in order; nothing is handed out before the head was inspected. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      let head: Uint8Array[] | undefined = [];
      for await (const chunk of this.#abortable()) {
        this.#count(chunk);
        if (head === undefined) {
          yield chunk;
          continue;
        }
        head.push(chunk);
        if (this.#size >= HEAD_BYTES) {
          yield await this.#inspected(head);
          head = undefined;
        }
      }
      if (head !== undefined) {
        yield await this.#inspected(head);
      }
    } catch (error) {
      this.#failed = true;
      this.#fault = error;
      throw error;
    }
  }

  /** Shows the whole, once it has come in, to whoever looks into it before it is kept. */
  async examined(open: StagedFile['open']): Promise<void> {
    try {
      await this.options.examine?.({ size: this.#size, open });
    } catch (error) {
      this.#failed = true;
      this.#fault = error;
      throw error;
    }
  }

  /** Whether an error came from the source, the signal or a refusal: then it isn't the store's. */
  caused(error: unknown): boolean {
    return this.#failed && this.#fault === error;
  }

  /** Only once the chunks were read to their end. */
  stored(): StoredFile {
    return { digest: this.#hash.digest('hex'), size: this.#size };
  }

  #count(chunk: Uint8Array): void {
    this.#size += chunk.byteLength;
    const { maxBytes } = this.options;
    if (maxBytes !== undefined && this.#size > maxBytes) {
      throw new FileTooLarge(maxBytes);
    }
    this.#hash.update(chunk);
  }

  async #inspected(parts: readonly Uint8Array[]): Promise<Uint8Array> {
    const [only] = parts;
    const head = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    await this.options.inspect?.(head.subarray(0, HEAD_BYTES));
    this.options.signal?.throwIfAborted();
    return head;
  }

  /** A plain `for await` would sit on a silent source until its next byte, deaf to the signal. */
  async *#abortable(): AsyncGenerator<Uint8Array, void, undefined> {
    const { signal } = this.options;
    if (signal === undefined) {
      yield* this.content;
      return;
    }
    signal.throwIfAborted();
    let onAbort = (): void => undefined;
    const aborted = new Promise<never>((_resolve, reject) => {
      onAbort = () => {
        const reason: unknown = signal.reason;
        reject(reason instanceof Error ? reason : new Error('aborted', { cause: reason }));
      };
    });
    aborted.catch(() => undefined);
    signal.addEventListener('abort', onAbort, { once: true });
    const source = this.content[Symbol.asyncIterator]();
    let ended = false;
    try {
      for (;;) {
        const next = await Promise.race([source.next(), aborted]);
        if (next.done === true) {
          ended = true;
          return;
        }
        yield next.value;
        signal.throwIfAborted();
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      if (!ended) {
        this.#letGo(source);
      }
    }
  }

  /** Not awaited: a generator that hangs in `next` would make `return` wait behind it. */
  #letGo(source: AsyncIterator<Uint8Array>): void {
    if (this.content instanceof Readable) {
      this.content.destroy();
    }
    Promise.resolve(source.return?.()).catch(() => undefined);
  }
}
