import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentView } from '#contracts';
import { newId } from '#kernel';
import type { Answer } from './support/answer.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, expectSameAnswer } from './support/expect-refusals.js';
import { everythingKept } from './support/kept.js';

let desk: Desk;

beforeAll(async () => {
  desk = await deskWithEverything();
});

afterAll(async () => {
  await desk.app.stop();
});

describe('what is not there and what is not yours answer alike', () => {
  interface Question {
    readonly method: string;
    readonly route: string;
    readonly id: () => string;
    /** The document around it, where the id is one of its parts. */
    readonly within?: () => string;
    readonly json?: object;
  }
  const documentMoves = ['submit', 'approve', 'issue', 'send', 'complete'];
  const file = (document: DocumentView): string => document.attachments[0]?.id ?? '';
  const questions: readonly Question[] = [
    { method: 'GET', route: '/documents/{id}', id: () => desk.sent.id },
    { method: 'GET', route: '/documents/{id}/deliveries', id: () => desk.sent.id },
    ...documentMoves.map((move) => ({
      method: 'POST',
      route: `/documents/{id}/${move}`,
      id: () => desk.approved.id,
      json: {},
    })),
    { method: 'POST', route: '/documents/{id}/return', id: () => desk.submitted.id, json: { opinion: 'x' } },
    {
      method: 'GET',
      route: '/documents/{within}/attachments/{id}/content',
      id: () => file(desk.sent),
      within: () => desk.sent.id,
    },
    {
      method: 'DELETE',
      route: '/documents/{within}/attachments/{id}',
      id: () => file(desk.draft),
      within: () => desk.draft.id,
    },
    { method: 'GET', route: '/arrivals/{id}', id: () => desk.arrived.id },
    { method: 'POST', route: '/arrivals/{id}/accept', id: () => desk.arrived.id, json: {} },
    { method: 'POST', route: '/arrivals/{id}/refuse', id: () => desk.arrived.id, json: { reason: 'x' } },
    { method: 'POST', route: '/arrivals/{id}/complete', id: () => desk.accepted.id, json: {} },
  ];

  it.each(questions)('to $method $route', async ({ method, route, id, within, json }) => {
    const { clerk } = desk.stranger;
    const ask = async (of: string): Promise<Answer> => {
      const path = route.replace('{id}', of).replace('{within}', within?.() ?? '');
      return clerk.call(method, path, json === undefined ? {} : { json });
    };
    const before = await everythingKept(desk.app);
    const foreign = await ask(id());
    expectProblem(foreign, 'not-found');
    expectSameAnswer(foreign, await ask(newId()));
    expectSameAnswer(foreign, await ask('not-an-id'));
    expectSameAnswer(foreign, await ask("'%20OR%201=1--"));
    expect(await everythingKept(desk.app)).toEqual(before);
  });

  it('to a colleague of the drafter', async () => {
    expectProblem(await desk.sender.leader.get(`/documents/${desk.draft.id}`), 'not-found');
    expectProblem(await desk.sender.leader.post(`/documents/${desk.draft.id}/approve`), 'not-found');
  });

  it('to who uploads to another agency’s document', async () => {
    await expectRefused(desk.app, 'not-found', async (headers) =>
      desk.stranger.civilServant.call('PUT', `/documents/${desk.draft.id}/attachments/${newId()}?fileName=a.pdf`, {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: Buffer.from('%PDF-1.4'),
      }),
    );
  });
});
