import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionLostError, ProblemError, problemOf } from '../api/problem.js';
import { UploadQueue } from './uploads.js';

interface Sending {
  readonly url: string;
  progress(sent: number): void;
  finish(): void;
  fail(error: unknown): void;
}

let line: Sending[];
let done: string[];
let queue: UploadQueue;

beforeEach(() => {
  vi.useFakeTimers();
  line = [];
  done = [];
  queue = new UploadQueue(
    (url, _file, onProgress) => {
      const sending = { url, progress: onProgress, finish: () => undefined, fail: (_error: unknown) => undefined };
      const sent = new Promise<void>((resolve, reject) => {
        line.push(Object.assign(sending, { finish: resolve, fail: reject }));
      });
      return { done: sent, cancel: () => sending.fail(new DOMException('cancelled', 'AbortError')) };
    },
    (documentId) => done.push(documentId),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

const file = (name: string) => new File(['%PDF-1.7'], name);
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
    expect(line[1]?.url).toBe(line[0]?.url);
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
    queue.cancel(queue.current()[0]?.id ?? '');
    await settle();
    expect(queue.current()).toEqual([]);
    expect(done).toEqual([]);
  });

  it('tell how far they have come', () => {
    queue.add('d', [file('a.pdf')]);
    line[0]?.progress(4);
    expect(queue.current()[0]?.sent).toBe(4);
  });

  it('name their file in the address, whatever is in the name', () => {
    queue.add('d', [file('Quyết định & phụ lục.pdf')]);
    expect(line[0]?.url).toContain('fileName=Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%26%20ph%E1%BB%A5%20l%E1%BB%A5c.pdf');
  });
});
