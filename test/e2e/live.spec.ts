import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DocumentView } from '#contracts';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import { Caller } from './support/caller.js';
import { arrivalAt, documentIn, draftBody, patience } from './support/documents.js';
import { EventStream } from './support/event-stream.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf, signIn } from './support/office.js';

/** Milliseconds between two signs of life of a stream, as apps/api promises proxies. */
const heartbeat = 25_000;

let app: TestApp;
let sender: Office;
let recipient: Office;
let bystander: Caller;
const open: EventStream[] = [];

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  bystander = await signIn(app, 'vanthu.stp');
});

afterEach(() => {
  vi.useRealTimers();
  open.splice(0).forEach((stream) => stream.close());
});

afterAll(async () => {
  await app.stop();
});

async function listen(by: Caller, headers: Readonly<Record<string, string>> = {}): Promise<EventStream> {
  const stream = await EventStream.open(by, headers);
  open.push(stream);
  await waitUntil('the stream is ready', patience, async () => stream.says('ready'));
  return stream;
}

/** The figures of the share are news for every page; what agencies do is not. */
const ofAgencies = (stream: EventStream): string[] => topics(stream).filter((topic) => topic !== 'share');
const topics = (stream: EventStream): string[] => [...new Set(stream.events.map(({ topic }) => topic))];

describe('the stream of live events', () => {
  it('says at once that it is ready, and is held back by no buffer and no cache', async () => {
    const stream = await listen(recipient.clerk, { 'accept-encoding': 'gzip, br' });
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.response.headers.get('content-encoding')).toBeNull();
    expect(stream.response.headers.get('cache-control')).toContain('no-cache');
    expect(stream.messages[0]?.type).toBe('ready');
  });

  it('tells the recipient of an arrival and the sender of its document, and others nothing', async () => {
    const issued = await documentIn('issued', sender, [recipient.agencyId]);
    const [atRecipient, atColleague, atSender, atBystander] = [
      await listen(recipient.clerk),
      await listen(recipient.leader),
      await listen(sender.civilServant),
      await listen(bystander),
    ];
    await sender.clerk.post(`/documents/${issued.id}/send`);
    for (const stream of [atRecipient, atColleague]) {
      await waitUntil('the recipient hears', patience, async () => topics(stream).includes('arrivals'));
      expect(topics(stream)).not.toContain('documents');
    }
    await waitUntil('the sender hears', patience, async () => atSender.events.some(({ id }) => id === issued.id));
    expect(topics(atSender)).not.toContain('arrivals');
    expect(ofAgencies(atBystander)).toEqual([]);
  });

  it('tells the sender when the recipient accepts, and the recipient’s other pages too', async () => {
    const sent = await documentIn('sent', sender, [recipient.agencyId]);
    const { id } = await arrivalAt(recipient, sent);
    const [atSender, atRecipient, atBystander] = [
      await listen(sender.clerk),
      await listen(recipient.civilServant),
      await listen(bystander),
    ];
    await recipient.clerk.post(`/arrivals/${id}/accept`);
    await waitUntil('the sender hears', patience, async () =>
      atSender.events.some((event) => event.topic === 'documents' && event.id === sent.id),
    );
    await waitUntil('the recipient hears', patience, async () =>
      atRecipient.events.some((event) => event.topic === 'arrivals' && event.id === id),
    );
    expect(ofAgencies(atBystander)).toEqual([]);
  });

  it('says nothing of a request that was refused', async () => {
    const atSender = await listen(sender.clerk);
    // Without a file, of which the worker would tell once it has looked at it.
    const draft = (await sender.civilServant.post('/documents', draftBody(sender, []))).as(DocumentView);
    await waitUntil('the draft is told', patience, async () => atSender.events.some(({ id }) => id === draft.id));
    const before = atSender.events.length;
    expectProblem(await sender.civilServant.post(`/documents/${draft.id}/submit`), 'document.no-attachment');
    const next = await documentIn('draft', sender, []);
    await waitUntil('the next is told', patience, async () => atSender.events.some(({ id }) => id === next.id));
    expect(atSender.events.slice(before).filter(({ id }) => id === draft.id)).toEqual([]);
  });

  it('goes on after the last event that it heard, and misses nothing', async () => {
    const first = await listen(recipient.clerk);
    expect(first.isResumed).toBe(false);
    const heard = await documentIn('sent', sender, [recipient.agencyId]);
    await arrivalAt(recipient, heard);
    await waitUntil('the first is heard', patience, async () => topics(first).includes('arrivals'));
    first.close();
    const missed = await arrivalAt(recipient, await documentIn('sent', sender, [recipient.agencyId]));
    await recipient.clerk.post(`/arrivals/${missed.id}/accept`);
    const again = await listen(recipient.clerk, { 'last-event-id': first.lastEventId });
    expect(again.isResumed).toBe(true);
    await waitUntil('what was missed is told', patience, async () =>
      again.events.some(({ topic, id }) => topic === 'arrivals' && id === missed.id),
    );
    const ids = [...first.messages, ...again.messages].filter(({ type }) => type === 'message').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['an id that nobody gave', crypto.randomUUID()],
    ['nothing', ''],
  ])('has everything read again after %s', async (_what, lastEventId) => {
    const stream = await listen(recipient.clerk, { 'last-event-id': lastEventId });
    expect(stream.isResumed).toBe(false);
  });

  it('is refused to who is not signed in', async () => {
    expectProblem(await Caller.stranger(app.url).get('/events'), 'session.required');
  });

  it('ends with the session, at the latest at the next sign of life', async () => {
    // The application runs in this process: its heartbeat is made to beat now instead of being waited for.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const leaving = await signIn(app, 'vanthu.kimboi');
    const [left, staying] = [await listen(leaving), await listen(recipient.clerk)];
    await leaving.call('DELETE', '/session');
    vi.advanceTimersByTime(heartbeat);
    await waitUntil('the stream ended', patience, async () => left.hasEnded);
    await waitUntil('the other stream lives', patience, async () => staying.says('alive'));
    expect(staying.hasEnded).toBe(false);
    expect(left.says('alive')).toBe(false);
  });
});
