import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionLostError, ProblemError, problemOf } from '../api/problem.js';
import type { Sending, Transfer } from '../api/transfer.js';
import { BegunUploads } from './begun-uploads.js';
import { UploadQueue } from './uploads.js';

interface Sent {
  readonly id: string;
  readonly isBegun: boolean;
  progress(sent: number): void;
  finish(): void;
  fail(error: unknown): void;
}

let line: Sent[];
let done: string[];
let ended: string[];
let begun: BegunUploads;
let queue: UploadQueue;

/** A storage of the tab, as far as it is used. */
class Kept implements Pick<Storage, 'getItem' | 'setItem'> {
  private readonly texts = new Map<string, string>();
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  setItem = (key: string, text: string): void => void this.texts.set(key, text);
}

function newQueue(): UploadQueue {
  const send = ({ id, isBegun, onProgress }: Sending): Transfer => {
    const sent: Sent = { id, isBegun, progress: onProgress, finish: () => undefined, fail: () => undefined };
    const done = new Promise<void>((resolve, reject) => {
      line.push(Object.assign(sent, { finish: resolve, fail: reject }));
    });
    return { done, cancel: () => sent.fail(new DOMException('cancelled', 'AbortError')) };
  };
  const end = (_documentId: string, id: string) => void ended.push(id);
  return new UploadQueue({ send, end }, begun, (documentId) => done.push(documentId));
}

beforeEach(() => {
  vi.useFakeTimers();
  line = [];
  done = [];
  ended = [];
  begun = new BegunUploads(new Kept());
  queue = newQueue();
});

afterEach(() => {
  vi.useRealTimers();
});

const file = (name: string) => new File(['%PDF-1.7'], name, { lastModified: 1 });
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('uploads', () => {
  it('go two at a time, and the next when one is through', async () => {
    queue.add('d', [file('a.pdf'), file('b.pdf'), file('c.pdf')]);
    expect(line).toHaveLength(2);
    line[0]?.finish();
    await settle();
    expect(done).toEqual(['d']);
    expect(line).toHaveLength(3);
    expect(queue.current().map((upload) => upload.file.name)).toEqual(['b.pdf', 'c.pdf']);
  });

  it('are sent again by themselves after a lost line, as the same attachment', async () => {
    queue.add('d', [file('a.pdf')]);
    line[0]?.fail(new ConnectionLostError('cut'));
    await settle();
    expect(queue.current()[0]?.state).toBe('lost');
    await vi.advanceTimersByTimeAsync(5000);
    expect(line).toHaveLength(2);
    expect(line[1]?.id).toBe(line[0]?.id);
  });

  it('that are refused stay with the reason, and are not sent again unasked', async () => {
    queue.add('d', [file('a.exe')]);
    line[0]?.fail(new ProblemError(problemOf(422, '{"code":"attachment.kind-refused","title":"x","detail":"y"}')));
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queue.current()[0]).toMatchObject({ state: 'refused' });
    expect(line).toHaveLength(1);
  });

  it('leave nothing behind when they are stopped', async () => {
    queue.add('d', [file('a.pdf')]);
    const id = queue.current()[0]?.id ?? '';
    line[0]?.progress(4);
    queue.cancel(id);
    await settle();
    expect(ended).toEqual([id]);
    expect(begun.idOf('d', file('a.pdf'))).toBeUndefined();
    expect(queue.current()).toEqual([]);
    expect(done).toEqual([]);
  });

  it('tell how far they have come', () => {
    queue.add('d', [file('a.pdf')]);
    line[0]?.progress(4);
    expect(queue.current()[0]?.sent).toBe(4);
  });

  it('wait where they are while they are paused, and go on from there as the same attachment', async () => {
    queue.add('d', [file('a.pdf'), file('b.pdf'), file('c.pdf')]);
    line[0]?.progress(4);
    const id = queue.current()[0]?.id ?? '';
    queue.pause(id);
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queue.current()[0]).toMatchObject({ state: 'paused', sent: 4 });
    expect(line.map((sending) => sending.id).filter((sent) => sent === id)).toHaveLength(1);
    expect(line).toHaveLength(3);
    line[1]?.finish();
    await settle();
    queue.again(id);
    expect(line[3]).toMatchObject({ id, isBegun: true });
    expect(ended).toEqual([]);
  });

  it('that are paused and resumed at once are sent once more, not twice', async () => {
    queue.add('d', [file('a.pdf')]);
    const id = queue.current()[0]?.id ?? '';
    queue.pause(id);
    queue.again(id);
    await settle();
    expect(line).toHaveLength(2);
    expect(queue.current()[0]?.state).toBe('sending');
  });

  it('go on as the same attachment when the file is chosen again after the page was loaded anew', async () => {
    queue.add('d', [file('a.pdf')]);
    const id = queue.current()[0]?.id ?? '';
    line[0]?.progress(4);
    queue = newQueue();
    queue.add('other', [file('a.pdf')]);
    expect(line[1]?.id).not.toBe(id);
    queue.add('d', [file('a.pdf'), file('a.pdf')]);
    expect(line[2]).toMatchObject({ id, isBegun: true });
    line[2]?.finish();
    await settle();
    expect(line[3]).toMatchObject({ isBegun: false });
    expect(line[3]?.id).not.toBe(id);
  });
});
