import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalView, DocumentView } from '#contracts';
import { canonicalJson, type Json, newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import type { Caller } from './support/caller.js';
import { arrivalAt, documentIn, draftBody } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf, everythingKept } from './support/kept.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
});

afterAll(async () => {
  await app.stop();
});

const draft = (overrides: object = {}): object => draftBody(sender, [recipient.agencyId], overrides);

async function post(by: Caller, key: string, path: string, json: object = {}): Promise<Answer> {
  return by.post(path, json, { 'idempotency-key': key });
}

interface Repeated {
  readonly what: string;
  readonly by: () => Caller;
  readonly json: () => object;
  /** Gives the path to post to, with everything made that the post needs. */
  readonly prepare: () => Promise<string>;
  readonly status: number;
}

const approved = async (): Promise<string> => (await documentIn('approved', sender, [recipient.agencyId])).id;
const issued = async (): Promise<string> => (await documentIn('issued', sender, [recipient.agencyId])).id;
const arrived = async (): Promise<string> =>
  (await arrivalAt(recipient, await documentIn('sent', sender, [recipient.agencyId]))).id;

const repeated: readonly Repeated[] = [
  { what: 'draft', by: () => sender.civilServant, json: draft, prepare: async () => '/documents', status: 201 },
  {
    what: 'issue',
    by: () => sender.clerk,
    json: () => ({}),
    prepare: async () => `/documents/${await approved()}/issue`,
    status: 200,
  },
  {
    what: 'send',
    by: () => sender.clerk,
    json: () => ({}),
    prepare: async () => `/documents/${await issued()}/send`,
    status: 200,
  },
  {
    what: 'accept',
    by: () => recipient.clerk,
    json: () => ({}),
    prepare: async () => `/arrivals/${await arrived()}/accept`,
    status: 200,
  },
];

describe('the same key and body', () => {
  it.each(repeated)('give the first answer again to $what', async ({ by, json, prepare, status }) => {
    const [path, key] = [await prepare(), newId()];
    const first = await post(by(), key, path, json());
    expect(first.status).toBe(status);
    await untilQuiet();
    const before = await everythingKept(app);
    const second = await post(by(), key, path, json());
    expect(second.status).toBe(status);
    expect(second.json()).toEqual(first.json());
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await everythingKept(app)).toEqual(before);
  });

  it.each(repeated)('have one effect when ten come at once to $what', async ({ by, json, prepare, status }) => {
    const [path, key] = [await prepare(), newId()];
    const effects = async (): Promise<number> =>
      countOf(
        app,
        "audit_entries WHERE action IN ('document.drafted','document.issued','document.sent','arrival.accepted')",
      );
    const before = await effects();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(by(), key, path, json())));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => status));
    expect(new Set(answers.map((answer) => canonicalJson(answer.json() as Json))).size).toBe(1);
    expect(await effects()).toBe(before + 1);
  });

  it('in another order of the fields are still the same body', async () => {
    const key = newId();
    const first = await post(sender.civilServant, key, '/documents', draft());
    const turned = Object.fromEntries(Object.entries(draft()).toReversed());
    const second = await post(sender.civilServant, key, '/documents', turned);
    expect(second.as(DocumentView).id).toBe(first.as(DocumentView).id);
  });
});

describe('a key', () => {
  it('can be used again after a refusal, also for what was mended', async () => {
    const key = newId();
    const { id } = await documentIn('draft', sender, []);
    const submit = (): Promise<Answer> => post(sender.civilServant, key, `/documents/${id}/submit`);
    expectProblem(await submit(), 'document.no-recipient');
    expectProblem(await submit(), 'document.no-recipient');
    const edited = await sender.civilServant.call('PUT', `/documents/${id}`, {
      headers: { 'if-match': '"1"' },
      json: draft(),
    });
    expect(edited.status).toBe(200);
    expect((await submit()).as(DocumentView).state).toBe('submitted');
    expect((await submit()).as(DocumentView).state).toBe('submitted');
  });

  it('that came with a refused body takes another body', async () => {
    const key = newId();
    expectProblem(await post(sender.civilServant, key, '/documents', draft({ subject: '' })), 'request.invalid');
    expect((await post(sender.civilServant, key, '/documents', draft())).status).toBe(201);
  });

  it('is each person’s own', async () => {
    const key = newId();
    const colleague = await signIn(app, 'chuyenvien2.snv');
    const first = (await post(sender.civilServant, key, '/documents', draft())).as(DocumentView);
    const second = (await post(colleague, key, '/documents', draft({ subject: 'Việc khác' }))).as(DocumentView);
    expect(second.id).not.toBe(first.id);
    expect(second.drafter.fullName).toBe(colleague.session.person.fullName);
  });

  it('outlives the session in which it was used first', async () => {
    const key = newId();
    const first = (await post(sender.civilServant, key, '/documents', draft())).as(DocumentView);
    const later = await signIn(app, 'chuyenvien1.snv');
    expect((await post(later, key, '/documents', draft())).as(DocumentView).id).toBe(first.id);
  });

  it('does not hand out what a guard refuses', async () => {
    const [path, key] = [`/arrivals/${await arrived()}/accept`, newId()];
    (await post(recipient.clerk, key, path)).as(ArrivalView);
    expectProblem(await recipient.clerk.post(path, {}, { 'idempotency-key': key, 'x-csrf-token': '' }), 'session.csrf');
    expectProblem(await post(sender.clerk, key, path), 'not-found');
  });
});

/** Deliveries that are still on their way would change what is kept. */
async function untilQuiet(): Promise<void> {
  await waitUntil('nothing is on its way', 20_000, async () => {
    const [row] = await app.server.get(Database).query<{ waiting: number }>(
      `SELECT (SELECT count(*) FROM deliveries WHERE transport_state = 'queued')
              + (SELECT count(*) FROM outbox_messages WHERE relayed_at IS NULL) AS waiting`,
    );
    return row?.waiting === 0;
  });
}
