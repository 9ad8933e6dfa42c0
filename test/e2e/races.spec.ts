import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArrivalView, DocumentView } from '#contracts';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { arrivalAt, documentIn, draftBody, pdf, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { countOf } from './support/kept.js';
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

async function arrived(): Promise<string> {
  return (await arrivalAt(recipient, await documentIn('sent', sender, [recipient.agencyId]))).id;
}

/** One of the answers is a success, all others are refusals; gives them apart. */
function oneWinner(answers: readonly Answer[]): { winner: Answer; losers: Answer[] } {
  const winners = answers.filter(({ status }) => status === 200);
  const [winner] = winners;
  expect(answers.map((answer) => answer.text.slice(0, 200)).join('\n')).not.toContain('internal');
  if (winner === undefined || winners.length > 1) {
    throw new Error(`${winners.length} of ${answers.length} won`);
  }
  return { winner, losers: answers.filter((answer) => answer !== winner) };
}

async function outgoingNumbers(agencyId: string): Promise<number[]> {
  const rows = await app.server
    .get(Database)
    .query<{ number: number }>('SELECT number FROM outgoing_entries WHERE agency_id = $1 ORDER BY number', [agencyId]);
  return rows.map(({ number }) => number);
}

describe('numbers', () => {
  it('have no gap and no double when forty documents are issued at once, failures in between', async () => {
    const count = 40;
    const office = await officeOf(app, 'stc');
    const documents: DocumentView[] = [];
    for (let made = 0; made < count; made += 4) {
      const four = Array.from({ length: 4 }, () => documentIn('approved', office, [recipient.agencyId]));
      documents.push(...(await Promise.all(four)));
    }
    const notApproved = await documentIn('submitted', office, [recipient.agencyId]);
    const issue = (id: string): Promise<Answer> => office.clerk.post(`/documents/${id}/issue`);
    const answers = await Promise.all([
      ...documents.map(({ id }) => issue(id)),
      ...Array.from({ length: 5 }, () => issue(notApproved.id)),
    ]);
    const issued = answers.slice(0, count).map((answer) => answer.as(DocumentView));
    answers.slice(count).forEach((answer) => expectProblem(answer, 'document.wrong-state'));
    const expected = Array.from({ length: count }, (_, index) => index + 1);
    expect(await outgoingNumbers(office.agencyId)).toEqual(expected);
    const symbols = issued.map(({ symbol }) => String(symbol)).toSorted();
    expect(symbols).toEqual(expected.map((number) => `${String(number).padStart(2, '0')}/QĐ-STC`).toSorted());
    expect(new Set(issued.map(({ digest }) => digest)).size).toBe(count);
  });

  it('are given to a document once, however many ask at once', async () => {
    const { id } = await documentIn('approved', sender, [recipient.agencyId]);
    const before = (await outgoingNumbers(sender.agencyId)).length;
    const ask = (): Promise<Answer> => sender.clerk.post(`/documents/${id}/issue`);
    const { winner, losers } = oneWinner(await Promise.all(Array.from({ length: 8 }, ask)));
    const { symbol } = winner.as(DocumentView);
    for (const loser of losers) {
      expect(expectProblem(loser, 'document.already-issued').detail).toContain(symbol);
    }
    expect(await outgoingNumbers(sender.agencyId)).toHaveLength(before + 1);
  });
});

describe('an arrival', () => {
  it('that two clerks accept at once gets one number, and the slower one is told it', async () => {
    const second = await signIn(app, 'vanthu.kimboi');
    for (let round = 0; round < 5; round += 1) {
      const id = await arrived();
      const accept = (by: typeof second): Promise<Answer> => by.post(`/arrivals/${id}/accept`);
      const { winner, losers } = oneWinner(await Promise.all([accept(recipient.clerk), accept(second)]));
      const { arrivalNumber } = winner.as(ArrivalView);
      for (const loser of losers) {
        expect(expectProblem(loser, 'arrival.already-accepted').detail).toContain(`số đến ${arrivalNumber}.`);
      }
    }
    const numbers = await app.server
      .get(Database)
      .query<{ number: number }>(
        'SELECT arrival_number AS number FROM arrivals WHERE agency_id = $1 AND arrival_number IS NOT NULL ORDER BY 1',
        [recipient.agencyId],
      );
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map((_, index) => index + 1));
  });

  it('that is accepted and refused at once ends in one of both, and the sender sees the same', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await arrived();
      const answers = await Promise.all([
        recipient.clerk.post(`/arrivals/${id}/accept`),
        recipient.clerk.post(`/arrivals/${id}/refuse`, { reason: 'Gửi nhầm' }),
      ]);
      const { winner, losers } = oneWinner(answers);
      const view = winner.as(ArrivalView);
      const code = view.state === 'accepted' ? 'arrival.already-accepted' : 'arrival.already-refused';
      losers.forEach((loser) => expectProblem(loser, code));
      expect(view.arrivalNumber === null).toBe(view.state === 'refused');
      const same = 'deliveries JOIN arrivals ON delivery_id = deliveries.id AND deliveries.state = arrivals.state';
      expect(await countOf(app, `${same} WHERE arrivals.id = $1`, [id])).toBe(1);
    }
  });
});

describe('a document', () => {
  it('that two leaders approve, or one approves and one returns, moves once', async () => {
    const second = await signIn(app, 'lanhdao.snv');
    for (const other of ['approve', 'return']) {
      const { id, version } = await documentIn('submitted', sender, [recipient.agencyId]);
      const answers = await Promise.all([
        sender.leader.post(`/documents/${id}/approve`),
        second.post(`/documents/${id}/${other}`, { opinion: 'Xin sửa lại' }),
      ]);
      const { losers } = oneWinner(answers);
      // A returned document is its drafter’s again: the leader who comes late no longer finds it.
      losers.forEach((loser) => expect(['document.wrong-state', 'not-found']).toContain(loser.problem().code));
      expect(await countOf(app, 'documents WHERE id = $1 AND version = $2', [id, version + 1])).toBe(1);
    }
  });

  it('that is edited and submitted at once is submitted as it was, or as it was edited', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, version, subject } = await documentIn('draft', sender, [recipient.agencyId]);
      const [edit, submit] = await Promise.all([
        sender.civilServant.call('PUT', `/documents/${id}`, {
          headers: { 'if-match': `"${version}"` },
          json: draftBody(sender, [recipient.agencyId], { subject: 'Bản sửa' }),
        }),
        sender.civilServant.post(`/documents/${id}/submit`),
      ]);
      expect(submit.as(DocumentView).state).toBe('submitted');
      const now = (await sender.civilServant.get(`/documents/${id}`)).as(DocumentView);
      expect(now.subject).toBe(edit.status === 200 ? 'Bản sửa' : subject);
      expect(now.version).toBe(version + (edit.status === 200 ? 2 : 1));
      if (edit.status !== 200) {
        expectProblem(edit, 'document.wrong-state');
      }
    }
  });

  it('that two edits are made on keeps the first, and tells the second', async () => {
    const { id, version } = await documentIn('draft', sender, [recipient.agencyId]);
    const edit = (subject: string): Promise<Answer> =>
      sender.civilServant.call('PUT', `/documents/${id}`, {
        headers: { 'if-match': `"${version}"` },
        json: draftBody(sender, [recipient.agencyId], { subject }),
      });
    const { winner, losers } = oneWinner(await Promise.all(['một', 'hai', 'ba', 'bốn'].map(edit)));
    losers.forEach((loser) => expectProblem(loser, 'document.stale'));
    const now = (await sender.civilServant.get(`/documents/${id}`)).as(DocumentView);
    expect(now.subject).toBe(winner.as(DocumentView).subject);
  });

  it('that is sent twice at once is sent once', async () => {
    const { id } = await documentIn('issued', sender, [recipient.agencyId]);
    const send = (): Promise<Answer> => sender.clerk.post(`/documents/${id}/send`);
    const { losers } = oneWinner(await Promise.all([send(), send(), send()]));
    losers.forEach((loser) => expectProblem(loser, 'document.wrong-state'));
    expect(await countOf(app, 'deliveries WHERE document_id = $1', [id])).toBe(1);
  });
});

describe('uploads', () => {
  it('that run side by side get places of their own', async () => {
    const drafted = await sender.civilServant.post('/documents', draftBody(sender, [recipient.agencyId]));
    const { id } = drafted.as(DocumentView);
    const names = Array.from({ length: 8 }, (_, index) => `phụ lục ${index}.pdf`);
    const answers = await Promise.all(names.map((fileName) => upload(sender.civilServant, id, { fileName })));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
    const rows = await app.server
      .get(Database)
      .query<{ position: number }>('SELECT position FROM attachments WHERE document_id = $1 ORDER BY 1', [id]);
    expect(rows.map(({ position }) => position)).toEqual(names.map((_, index) => index + 1));
    const view = (await sender.civilServant.get(`/documents/${id}`)).as(DocumentView);
    expect(view.attachments.map(({ fileName }) => fileName).toSorted()).toEqual(names);
  });

  it('of the same bytes at once are kept as one file', async () => {
    const content = pdf('shared');
    const { id } = await documentIn('draft', sender, [recipient.agencyId]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(sender.civilServant, id, { content })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await countOf(app, 'attachments WHERE document_id = $1', [id])).toBe(7);
  });

  it('never change a document that was submitted meanwhile', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await documentIn('draft', sender, [recipient.agencyId]);
      const [uploaded, submitted] = await Promise.all([
        upload(sender.civilServant, id, { content: pdf(`round ${round}`, 50_000 * round + 600) }),
        sender.civilServant.post(`/documents/${id}/submit`),
      ]);
      const atSubmission = submitted.as(DocumentView).attachments.length;
      const now = (await sender.civilServant.get(`/documents/${id}`)).as(DocumentView);
      expect(now.state).toBe('submitted');
      expect(now.attachments).toHaveLength(atSubmission);
      expect(atSubmission).toBe(uploaded.status === 200 ? 2 : 1);
      if (uploaded.status !== 200) {
        expectProblem(uploaded, 'document.wrong-state');
      }
    }
  });
});
