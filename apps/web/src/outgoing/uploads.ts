import { newId } from '../api/new-id.js';
import { mayPass } from '../api/problem.js';
import type { Transfer } from '../api/transfer.js';
import { measured, startSpeed, type Speed } from './speed.js';

export interface Upload {
  /** Also the id of the attachment, so that sending again after a lost line makes no second one. */
  readonly id: string;
  readonly documentId: string;
  readonly file: File;
  readonly sent: number;
  readonly speed: Speed;
  readonly state: 'waiting' | 'sending' | 'lost' | 'refused';
  readonly error: unknown;
}

type Send = (url: string, file: Blob, onProgress: (sent: number) => void) => Transfer;

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
    private readonly send: Send,
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
    const added = files.map((file): Upload => {
      return { id: newId(), documentId, file, sent: 0, speed: startSpeed(Date.now()), state: 'waiting', error: null };
    });
    this.set([...this.uploads, ...added]);
    this.sendNext();
  }

  cancel(id: string): void {
    this.transfers.get(id)?.cancel();
    this.remove(id);
  }

  again(id: string): void {
    this.patch(id, { state: 'waiting', sent: 0, error: null });
    this.sendNext();
  }

  private sendNext(): void {
    const free = atOnce - this.transfers.size;
    const next = this.uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(free, 0));
    for (const upload of next) {
      void this.run(upload);
    }
  }

  private async run({ id, documentId, file }: Upload): Promise<void> {
    this.patch(id, { state: 'sending', sent: 0, speed: startSpeed(Date.now()) });
    const url = `/api/v1/documents/${documentId}/attachments/${id}?fileName=${encodeURIComponent(file.name)}`;
    const running = this.send(url, file, (sent) => {
      const now = this.uploads.find((upload) => upload.id === id);
      if (now !== undefined) {
        this.patch(id, { sent: Math.min(sent, file.size), speed: measured(now.speed, sent, Date.now()) });
      }
    });
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

  private failed(id: string, error: unknown): void {
    if (!mayPass(error)) {
      this.patch(id, { state: 'refused', error });
      return;
    }
    this.patch(id, { state: 'lost', error });
    setTimeout(() => {
      if (this.uploads.some((upload) => upload.id === id && upload.state === 'lost')) {
        this.again(id);
      }
    }, tryAgainMs);
  }

  private patch(id: string, change: Partial<Upload>): void {
    this.set(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private remove(id: string): void {
    this.set(this.uploads.filter((upload) => upload.id !== id));
  }

  private set(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const callback of this.listeners) {
      callback();
    }
  }
}
