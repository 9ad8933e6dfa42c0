import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BulkResult, DocumentPage, DocumentView } from '#contracts';
import { newId } from '#kernel';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
import { type Office, officeOf } from './support/office.js';

let app: TestApp;
let office: Office;
let other: Office;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
});

afterAll(async () => {
  await app.stop();
});

type State = Parameters<typeof documentIn>[0];

async function documentsIn(...states: readonly State[]): Promise<string[]> {
  const ids: string[] = [];
  for (const state of states) {
    ids.push((await documentIn(state, office, [other.agencyId])).id);
  }
  return ids;
}

async function bulk(by: Caller, action: string, ids: readonly string[], key = ''): Promise<BulkResult['items']> {
  const answer = await by.post('/documents/bulk', { action, ids }, { 'idempotency-key': key });
  return answer.as(BulkResult).items;
}

const codesOf = (items: BulkResult['items']): string[] => items.map(({ outcome, problem }) => problem?.code ?? outcome);

async function dispatchesOf(ids: readonly string[]): Promise<number> {
  return countOf(app, 'dispatches WHERE document_id = ANY ($1)', [ids]);
}

async function entriesOf(ids: readonly string[]): Promise<number> {
  return countOf(app, 'outgoing_entries WHERE document_id = ANY ($1)', [ids]);
}

describe('several documents at once', () => {
  it('are numbered in the order in which they are named', async () => {
    const [first = '', second = '', third = ''] = await documentsIn('approved', 'approved', 'approved');
    const items = await bulk(office.clerk, 'issue', [third, first, second]);
    expect(items.map(({ id, outcome }) => [id, outcome])).toEqual([third, first, second].map((id) => [id, 'done']));
    const numbers = items.map(({ symbol }) => Number.parseInt(symbol ?? '', 10));
    expect(numbers).toEqual([numbers[0], (numbers[0] ?? 0) + 1, (numbers[0] ?? 0) + 2]);
    const { items: listed } = (await office.clerk.get('/documents?box=to-send')).as(DocumentPage);
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second, third]));
  });

  it('are answered one by one: what is refused keeps nothing else from being done', async () => {
    const [draft = '', approved = '', issued = '', submitted = ''] = await documentsIn(
      'draft',
      'approved',
      'issued',
      'submitted',
    );
    const foreign = (await documentIn('approved', other, [office.agencyId])).id;
    const unknown = newId();
    const items = await bulk(office.clerk, 'issue', [draft, foreign, unknown, submitted, issued, approved]);
    expect(codesOf(items)).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'document.wrong-state',
      'document.already-issued',
      'done',
    ]);
    expect(items[4]?.problem?.detail).toContain(
      (await office.clerk.get(`/documents/${issued}`)).as(DocumentView).symbol,
    );
    expect(items[4]?.problem).toMatchObject({ status: 409, title: expect.any(String), requestId: expect.any(String) });
    expect(await entriesOf([draft, foreign, submitted])).toBe(0);
    expect(await entriesOf([issued, approved])).toBe(2);
  });

  it('tell each refusal in the language of the reader', async () => {
    const [sent = ''] = await documentsIn('sent');
    const answer = await office.clerk.post(
      '/documents/bulk',
      { action: 'send', ids: [sent] },
      { 'accept-language': 'en' },
    );
    expect(answer.as(BulkResult).items[0]?.problem?.detail).toMatch(/Nothing was changed/);
  });

  it('are sent and completed by those who may', async () => {
    const ids = await documentsIn('issued', 'issued');
    expect(codesOf(await bulk(office.clerk, 'send', ids))).toEqual(['done', 'done']);
    expect(await dispatchesOf(ids)).toBe(2);
    const completed = await bulk(office.civilServant, 'complete', ids);
    expect(codesOf(completed)).toEqual(['done', 'done']);
    expect(completed.every(({ symbol }) => symbol !== null)).toBe(true);
  });

  it('are sent once when two send them at once', async () => {
    const ids = await documentsIn('issued', 'issued', 'issued', 'issued');
    const answers = await Promise.all([bulk(office.clerk, 'send', ids), bulk(office.clerk, 'send', ids.toReversed())]);
    expect(answers.flatMap(codesOf).toSorted()).toEqual([
      ...ids.map(() => 'document.wrong-state'),
      ...ids.map(() => 'done'),
    ]);
    expect(await dispatchesOf(ids)).toBe(ids.length);
    expect(await countOf(app, 'deliveries WHERE document_id = ANY ($1)', [ids])).toBe(ids.length);
  });
});

describe('a repeat under the same key', () => {
  it('answers what was done as before, and tries what was refused again', async () => {
    const [approved = '', submitted = ''] = await documentsIn('approved', 'submitted');
    const key = newId();
    const first = await bulk(office.clerk, 'issue', [approved, submitted], key);
    expect(codesOf(first)).toEqual(['done', 'document.wrong-state']);
    await office.leader.post(`/documents/${submitted}/approve`);
    const second = await bulk(office.clerk, 'issue', [approved, submitted], key);
    expect(codesOf(second)).toEqual(['done', 'done']);
    expect(second[0]).toEqual(first[0]);
    expect(await entriesOf([approved, submitted])).toBe(2);
  });

  it('does each once when both come at once', async () => {
    const ids = await documentsIn('issued', 'issued', 'issued');
    const key = newId();
    const [one, two] = await Promise.all([bulk(office.clerk, 'send', ids, key), bulk(office.clerk, 'send', ids, key)]);
    expect(codesOf(one)).toEqual(['done', 'done', 'done']);
    expect(two).toEqual(one);
    expect(await dispatchesOf(ids)).toBe(3);
  });

  it('is refused for another action, document by document', async () => {
    const ids = await documentsIn('approved');
    const key = newId();
    await bulk(office.clerk, 'issue', ids, key);
    expect(codesOf(await bulk(office.clerk, 'send', ids, key))).toEqual(['idempotency.key-reused']);
    expect(await dispatchesOf(ids)).toBe(0);
  });
});

describe('a wish for several documents is refused as a whole', () => {
  it('to who may do it to none', async () => {
    const ids = await documentsIn('approved');
    const answer = await office.civilServant.post('/documents/bulk', { action: 'issue', ids });
    expectProblem(answer, 'permission.denied');
    expect(await entriesOf(ids)).toBe(0);
  });

  it.each([
    ['without documents', 'issue', () => []],
    ['with more than a hundred', 'issue', () => Array.from({ length: 101 }, () => newId())],
    ['with one twice', 'issue', () => [newId()].flatMap((id) => [id, id])],
    ['with one twice in other letters', 'issue', () => [newId()].flatMap((id) => [id, id.toUpperCase()])],
    ['to approve', 'approve', () => [newId()]],
    ['to give back', 'return', () => [newId()]],
  ] as const)('%s', async (_what, action, ids) => {
    const answer = await office.clerk.post('/documents/bulk', { action, ids: ids() });
    expectProblem(answer, 'request.invalid');
  });

  it('under a key that is none', async () => {
    const answer = await office.clerk.post(
      '/documents/bulk',
      { action: 'issue', ids: [newId()] },
      { 'idempotency-key': 'x'.repeat(201) },
    );
    expectProblem(answer, 'request.invalid');
  });
});
