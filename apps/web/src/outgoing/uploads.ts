import { newId } from '../api/new-id.js';
import { mayPass } from '../api/problem.js';
import type { Sending, Transfer } from '../api/transfer.js';
import type { BegunUploads } from './begun-uploads.js';
import { measured, startSpeed, type Speed } from './speed.js';

export interface Upload {
  /** Also the id of the attachment, so that sending again after a lost line makes no second one. */
  readonly id: string;
  readonly documentId: string;
  readonly file: File;
  /** The server may have some of it. */
  readonly isBegun: boolean;
  readonly sent: number;
  readonly speed: Speed;
  readonly state: 'waiting' | 'sending' | 'paused' | 'lost' | 'refused';
  readonly error: unknown;
}

/** The way to the server. */
export interface UploadLine {
  send(sending: Sending): Transfer;
  end(documentId: string, id: string): void;
}

/** Two at a time fill a line; more only make each one's time left wrong. */
const atOnce = 2;
const tryAgainMs = 4000;

/**
 * The files on their way. It lives beside the pages, not in one, so that an upload goes on while someone writes or
 * looks at something else.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private readonly transfers = new Map<string, Transfer>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly line: UploadLine,
    private readonly begun: BegunUploads,
    private readonly onDone: (documentId: string) => void,
  ) {}

  readonly current = (): readonly Upload[] => this.uploads;

  readonly listen = (callback: () => void): (() => void) => {
    this.listeners.add(callback);
    return () => {
      this.listeners.delete(callback);
    };
  };

  add(documentId: string, files: readonly File[]): void {
    for (const file of files) {
      const known = this.begun.idOf(documentId, file);
      const isBegun = known !== undefined && this.find(known) === undefined;
      const id = isBegun ? known : newId();
      const rest = { sent: 0, speed: startSpeed(Date.now()), state: 'waiting', error: null } as const;
      this.set([...this.uploads, { id, documentId, file, isBegun, ...rest }]);
    }
    this.sendNext();
  }

  cancel(id: string): void {
    const upload = this.find(id);
    this.transfers.get(id)?.cancel();
    this.remove(id);
    if (upload?.isBegun === true) {
      this.line.end(upload.documentId, id);
    }
  }

  /** What has come stays at the server; `again` goes on from there. */
  pause(id: string): void {
    this.patch(id, { state: 'paused' });
    this.transfers.get(id)?.cancel();
  }

  again(id: string): void {
    this.patch(id, { state: 'waiting', error: null });
    this.sendNext();
  }

  private sendNext(): void {
    const free = atOnce - this.transfers.size;
    const next = this.uploads
      .filter(({ id, state }) => state === 'waiting' && !this.transfers.has(id))
      .slice(0, Math.max(free, 0));
    for (const upload of next) {
      void this.run(upload);
    }
  }

  private async run({ id, documentId, file, isBegun }: Upload): Promise<void> {
    this.patch(id, { state: 'sending' });
    const running = this.line.send({ documentId, id, file, isBegun, onProgress: this.progressOf(id) });
    this.transfers.set(id, running);
    try {
      await running.done;
      this.remove(id);
      this.onDone(documentId);
    } catch (error) {
      this.failed(id, error);
    } finally {
      this.transfers.delete(id);
      this.sendNext();
    }
  }

  private progressOf(id: string): (sent: number) => void {
    let speed: Speed | undefined;
    return (sent) => {
      const upload = this.find(id);
      if (upload?.state !== 'sending') {
        return;
      }
      if (!upload.isBegun) {
        this.begun.remember(upload.documentId, upload.file, id);
      }
      // What had come before this line was opened says nothing about its speed.
      speed = speed === undefined ? { ...startSpeed(Date.now()), sent } : measured(speed, sent, Date.now());
      this.patch(id, { isBegun: true, sent: Math.min(sent, upload.file.size), speed });
    };
  }

  private failed(id: string, error: unknown): void {
    // Who pauses breaks off what runs; it may even wait to run again by now.
    if (this.find(id)?.state !== 'sending') {
      return;
    }
    if (!mayPass(error)) {
      this.patch(id, { state: 'refused', error });
      return;
    }
    this.patch(id, { state: 'lost', error });
    setTimeout(() => {
      if (this.find(id)?.state === 'lost') {
        this.again(id);
      }
    }, tryAgainMs);
  }

  private find(id: string): Upload | undefined {
    return this.uploads.find((upload) => upload.id === id);
  }

  private patch(id: string, change: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private remove(id: string): void {
    this.begun.forget(id);
    this.set(this.uploads.filter((upload) => upload.id !== id));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const callback of this.listeners) {
      callback();
    }
  }
}
