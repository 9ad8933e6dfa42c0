import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AccessView,
  ArchivePage,
  ArrivalPage,
  ArrivalView,
  ColleaguePage,
  DeskCounts,
  DocumentPage,
  type DocumentView,
  DocumentView as DocumentSchema,
  ReturnedDocument,
  ExchangePage,
  UnconfirmedAccessPage,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import type { Answer } from './support/answer.js';
import { type Askers, askersOf } from './support/askers.js';
import type { Caller } from './support/caller.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { arrivalAt, documentIn, draftBody, patience } from './support/documents.js';
import { EventStream } from './support/event-stream.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, expectSameAnswer } from './support/expect-refusals.js';

let desk: Desk;
let askers: Askers;

beforeAll(async () => {
  desk = await deskWithEverything();
  askers = await askersOf(desk);
});

afterAll(async () => {
  await desk.app.stop();
});

const who = (name: string): Caller => {
  const caller = askers[name];
  if (caller === undefined) {
    throw new Error(`nobody is called ${name}`);
  }
  return caller;
};
const postOf = (name: string): string => who(name).session.post.id;

const rightsOf = (id: string, kind = 'documents'): string => `/${kind}/${id}/access-changes`;

async function change(by: Caller, path: string, kind: 'widened' | 'narrowed', names: readonly string[] = []) {
  return by.post(path, { kind, postIds: names.map(postOf), reason: 'Theo chỉ đạo của lãnh đạo' });
}

async function changed(by: Caller, path: string, kind: 'widened' | 'narrowed', names: readonly string[] = []) {
  const access = (await change(by, path, kind, names)).as(AccessView);
  const [latest] = access.changes;
  if (latest === undefined) {
    throw new Error('nothing was changed');
  }
  return { ...latest, access, path: `${path}/${latest.id}` };
}

/** Sent and arrived: nothing goes on in the background any more. */
async function sentDocument(subject: string): Promise<DocumentView> {
  const document = await documentIn('sent', desk.sender, [desk.recipient.agencyId], { subject });
  await arrivalAt(desk.recipient, document);
  return document;
}

async function listed(by: Caller, path: string): Promise<string[]> {
  return (await by.get(path)).as(DocumentPage).items.map(({ id }) => id);
}

/** Everything of a list that a reader can see, as text. */
async function seen(by: Caller, path: string): Promise<string> {
  const answer = await by.get(path);
  expect(answer.status).toBe(200);
  return answer.text;
}

describe('narrowing who reads a document', () => {
  it('keeps it from everyone but those named, the leaders, its drafter and its signer, wherever they look', async () => {
    const document = await sentDocument('Về việc xử lý kỷ luật công chức');
    await changed(who('leader'), rightsOf(document.id), 'narrowed', ['archivist']);
    const read = async (name: string): Promise<number> => (await who(name).get(`/documents/${document.id}`)).status;
    for (const name of ['drafter', 'leader', 'archivist']) {
      expect(await read(name), name).toBe(200);
      expect(await listed(who(name), '/documents?limit=200'), name).toContain(document.id);
    }
    for (const name of ['colleague', 'clerk']) {
      expect(await read(name), name).toBe(404);
      for (const list of ['/documents?limit=200', '/documents?box=sent&limit=200', '/documents?search=ky+luat']) {
        expect(await seen(who(name), list), `${name} ${list}`).not.toContain('kỷ luật');
      }
      expectProblem(await who(name).get(rightsOf(document.id)), 'not-found');
      expectProblem(await who(name).get(`/documents/${document.id}/deliveries`), 'not-found');
      expectProblem(await who(name).post(`/documents/${document.id}/complete`), 'not-found');
      const file = `/documents/${document.id}/attachments/${document.attachments[0]?.id}/content`;
      expectProblem(await who(name).get(file), 'not-found');
    }
  });

  it('answers like a document that is not there', async () => {
    const document = await sentDocument('Về việc không ai được biết');
    await changed(who('leader'), rightsOf(document.id), 'narrowed');
    expectSameAnswer(
      await who('clerk').get(`/documents/${document.id}`),
      await who('clerk').get(`/documents/${newId()}`),
    );
  });

  it('leaves its row in the share, without symbol and subject', async () => {
    const document = await sentDocument('Về việc không đưa vào bảng số liệu');
    await changed(who('leader'), rightsOf(document.id), 'narrowed');
    const list = '/share/exchanges?indicator=exchanged-between-agencies&limit=200';
    const rowFor = async (name: string) =>
      (await who(name).get(list)).as(ExchangePage).items.find(({ documentId }) => documentId === document.id);
    expect(await rowFor('leader')).toMatchObject({ subject: document.subject, symbol: document.symbol });
    for (const name of ['colleague', 'clerk', 'auditor', 'system']) {
      expect(await rowFor(name), name).toMatchObject({ subject: null, symbol: null });
      expect(await seen(who(name), list), name).not.toContain('bảng số liệu');
    }
  });

  it('goes on in the archive, before and after the document is completed', async () => {
    const [early, late] = [await sentDocument('Về hồ sơ hạn chế một'), await sentDocument('Về hồ sơ hạn chế hai')];
    await changed(who('leader'), rightsOf(early.id), 'narrowed');
    for (const { id } of [early, late]) {
      (await who('leader').post(`/documents/${id}/complete`)).as(DocumentSchema);
    }
    const lateChange = await changed(who('leader'), rightsOf(late.id), 'narrowed');
    const search = '/archive-entries?search=ho+so+han+che';
    const found = async (name: string) => (await who(name).get(search)).as(ArchivePage).items.length;
    expect([await found('leader'), await found('drafter')]).toEqual([2, 2]);
    expect([await found('colleague'), await found('clerk'), await found('archivist')]).toEqual([0, 0, 0]);
    expect((await who('leader').call('DELETE', lateChange.path)).status).toBe(204);
    expect([await found('colleague'), await found('archivist')]).toEqual([1, 1]);
  });

  it('is refused while it is a draft or returned, whose work it would hide; opening it to others is not', async () => {
    const draft = await documentIn('draft', desk.sender, []);
    const returned = await documentIn('submitted', desk.sender, [desk.recipient.agencyId]);
    (await who('leader').post(`/documents/${returned.id}/return`, { opinion: 'Xin sửa' })).as(ReturnedDocument);
    for (const { id } of [draft, returned]) {
      await expectRefused(desk.app, 'access.draft-not-narrowed', (headers) =>
        who('drafter').post(rightsOf(id), { kind: 'narrowed', reason: 'Chỉ tôi' }, headers),
      );
      await changed(who('drafter'), rightsOf(id), 'widened', ['colleague']);
    }
  });

  it('does not hold the clerk up who has to number and send it, and leaves those who make it their right', async () => {
    const approved = await documentIn('approved', desk.sender, [desk.recipient.agencyId]);
    await changed(who('leader'), rightsOf(approved.id), 'narrowed');
    expect(await listed(who('clerk'), '/documents?box=to-issue&limit=200')).toContain(approved.id);
    (await who('clerk').post(`/documents/${approved.id}/issue`)).as(DocumentSchema);
    (await who('clerk').post(`/documents/${approved.id}/send`)).as(DocumentSchema);
    // Who did it stays among the readers; the rest of the desk does not.
    (await who('clerk').get(`/documents/${approved.id}`)).as(DocumentSchema);
    expectProblem(await who('archivist').get(`/documents/${approved.id}`), 'not-found');
    const byClerk = await sentDocument('Về việc văn thư tự thu hẹp');
    const { posts } = await changed(who('clerk'), rightsOf(byClerk.id), 'narrowed');
    expect(posts.map(({ postId }) => postId)).toEqual([postOf('clerk')]);
    (await who('clerk').get(`/documents/${byClerk.id}`)).as(DocumentSchema);
  });

  it('holds once at a time, though two do it at the same moment', async () => {
    const document = await sentDocument('Về việc hai người cùng thu hẹp');
    const answers = await Promise.all(
      ['leader', 'clerk'].map((name) => change(who(name), rightsOf(document.id), 'narrowed', ['archivist'])),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    // The clerk may come second and by then see nothing of it any more.
    expect(statuses[0]).toBe(201);
    expect([404, 409]).toContain(statuses[1]);
    await expectRefused(desk.app, 'access.already-narrowed', (headers) =>
      who('leader').post(rightsOf(document.id), { kind: 'narrowed', reason: 'Lần nữa' }, headers),
    );
  });

  it('of an arrival waits for nobody to register it, and keeps it from the rest of the agency then', async () => {
    const arrival = await arrivalAt(desk.recipient, await sentDocument('Về đơn thư tố cáo'));
    const path = rightsOf(arrival.id, 'arrivals');
    await changed(who('their leader'), path, 'narrowed', ['their servant']);
    const all = async (name: string) =>
      (await who(name).get('/arrivals?limit=200')).as(ArrivalPage).items.map(({ id }) => id);
    expect(await all('their clerk')).toContain(arrival.id);
    (await who('their clerk').post(`/arrivals/${arrival.id}/accept`)).as(ArrivalView);
    for (const name of ['their servant', 'their clerk', 'their leader']) {
      expect(await all(name), name).toContain(arrival.id);
    }
    expect(await all('their archivist')).not.toContain(arrival.id);
    expectProblem(await who('their archivist').get(`/arrivals/${arrival.id}`), 'not-found');
  });
});

describe('widening who reads', () => {
  it('opens a colleague’s draft to those named, who read it and do nothing with it, and to the leaders', async () => {
    const draft = await documentIn('draft', desk.sender, [desk.recipient.agencyId], { subject: 'Dự thảo xin góp ý' });
    const path = `/documents/${draft.id}`;
    expectProblem(await who('colleague').get(path), 'not-found');
    const { access } = await changed(who('drafter'), rightsOf(draft.id), 'widened', ['colleague']);
    expect(access).toMatchObject({ audience: 'drafter', restricted: false, mayChange: true });
    const shown = (await who('colleague').get(path)).as(DocumentSchema);
    expect(shown.actions).toEqual([]);
    expect(await listed(who('colleague'), '/documents?box=shared&search=gop+y')).toEqual([draft.id]);
    expect(await listed(who('colleague'), '/documents?limit=200')).not.toContain(draft.id);
    const file = `${path}/attachments/${draft.attachments[0]?.id}/content`;
    expect((await who('colleague').get(file)).status).toBe(200);
    (await who('leader').get(path)).as(DocumentSchema);
    for (const name of ['clerk', 'archivist', 'their leader', 'system']) {
      expectProblem(await who(name).get(path), 'not-found');
    }
    const edit = { headers: { 'if-match': '"1"' }, json: draftBody(desk.sender, []) };
    expectProblem(await who('colleague').call('PUT', path, edit), 'permission.denied');
    expectProblem(await who('colleague').post(`${path}/submit`), 'permission.denied');
    expectProblem(await change(who('colleague'), rightsOf(draft.id), 'widened', ['archivist']), 'permission.denied');
  });

  it('opens an unregistered arrival, and what was narrowed, to those named', async () => {
    const arrival = await arrivalAt(desk.recipient, await sentDocument('Về việc xin ý kiến trước khi vào sổ'));
    const path = rightsOf(arrival.id, 'arrivals');
    expectProblem(await who('their servant').get(`/arrivals/${arrival.id}`), 'not-found');
    await changed(who('their clerk'), path, 'widened', ['their servant']);
    expect((await who('their servant').get(`/arrivals/${arrival.id}`)).as(ArrivalView).actions).toEqual([]);
    const shared = (await who('their servant').get('/arrivals?box=shared')).as(ArrivalPage);
    expect(shared.items.map(({ id }) => id)).toContain(arrival.id);
    const document = await sentDocument('Về việc mở thêm cho một người');
    await changed(who('leader'), rightsOf(document.id), 'narrowed');
    await changed(who('leader'), rightsOf(document.id), 'widened', ['colleague']);
    expect((await who('colleague').get(`/documents/${document.id}`)).as(DocumentSchema).actions).toEqual([]);
    expectProblem(await who('colleague').post(`/documents/${document.id}/complete`), 'permission.denied');
  });

  it('ends with the post that it was given to', async () => {
    const draft = await documentIn('draft', desk.sender, []);
    await changed(who('drafter'), rightsOf(draft.id), 'widened', ['colleague']);
    const again = await documentIn('draft', desk.sender, []);
    const database = desk.app.server.get(Database);
    const end = async (day: string | null) =>
      database.query('UPDATE posts SET valid_to = $2 WHERE id = $1', [postOf('colleague'), day]);
    try {
      await end('2000-01-01');
      expectProblem(await who('colleague').get(`/documents/${draft.id}`), 'session.required');
      expectProblem(await change(who('drafter'), rightsOf(again.id), 'widened', ['colleague']), 'access.unknown-post');
    } finally {
      await end(null);
    }
  });

  it('names people of the own agency who read documents, and at least one', async () => {
    const draft = await documentIn('draft', desk.sender, []);
    const wish = { kind: 'widened', reason: 'Xin góp ý' };
    for (const name of ['their servant', 'administrator', 'system']) {
      await expectRefused(desk.app, 'access.unknown-post', (headers) =>
        who('drafter').post(rightsOf(draft.id), { ...wish, postIds: [postOf(name)] }, headers),
      );
    }
    await expectRefused(desk.app, 'access.nobody-named', (headers) =>
      who('drafter').post(rightsOf(draft.id), wish, headers),
    );
    const found = (await who('drafter').get('/colleagues?search=VAN+THU')).as(ColleaguePage).items;
    expect(found.map(({ postId }) => postId)).toContain(postOf('clerk'));
    expect(found.every(({ role }) => role !== 'agency-administrator')).toBe(true);
    expectProblem(await who('auditor').get('/colleagues'), 'permission.denied');
  });
});

describe('confirming and withdrawing', () => {
  const unconfirmed = async (name: string) =>
    (await who(name).get('/access-changes?limit=200')).as(UnconfirmedAccessPage).items;
  const waiting = async (name: string) => (await who(name).get('/desk')).as(DeskCounts).toConfirmAccess;

  it('waits for a leader who did not make the change, and is announced to all who read it', async () => {
    const document = await sentDocument('Về việc chờ xác nhận');
    const before = await waiting('leader');
    const stream = await EventStream.open(who('clerk'));
    try {
      await waitUntil('the stream is ready', patience, async () => stream.says('ready'));
      const made = await changed(who('clerk'), rightsOf(document.id), 'narrowed', ['colleague']);
      await waitUntil('the change is heard', patience, async () => stream.events.some(({ id }) => id === document.id));
      expect(made).toMatchObject({ confirmedAt: null, actions: ['withdraw'] });
      const shown = (await who('colleague').get(rightsOf(document.id))).as(AccessView);
      expect(shown).toMatchObject({ restricted: true, mayChange: false });
      expect(shown.changes).toMatchObject([{ confirmedAt: null, reason: 'Theo chỉ đạo của lãnh đạo', actions: [] }]);
      expect(await waiting('leader')).toBe(before + 1);
      expect(await waiting('clerk')).toBe(0);
      const [entry] = await unconfirmed('leader');
      expect(entry).toMatchObject({ objectId: document.id, symbol: document.symbol, subject: document.subject });
      const confirmed = (await who('leader').post(`${made.path}/confirm`)).as(AccessView);
      expect(confirmed.changes[0]?.confirmedBy?.postId).toBe(postOf('leader'));
      expect(await waiting('leader')).toBe(before);
      const { timeline } = (await who('colleague').get(`/documents/${document.id}`)).as(DocumentSchema);
      expect(timeline.map(({ event }) => event)).toEqual(
        expect.arrayContaining(['document.access-narrowed', 'document.access-confirmed']),
      );
    } finally {
      stream.close();
    }
  });

  it('is shown and counted only to leaders who may read the document', async () => {
    const document = await documentIn('submitted', desk.sender, [desk.recipient.agencyId]);
    const before = await waiting('leader');
    await changed(who('clerk'), rightsOf(document.id), 'narrowed', ['colleague']);
    expect(await unconfirmed('leader')).toContainEqual(expect.objectContaining({ objectId: document.id }));
    expect(await waiting('leader')).toBe(before + 1);
    (await who('leader').post(`/documents/${document.id}/return`, { opinion: 'Xin sửa' })).as(ReturnedDocument);
    expectProblem(await who('leader').get(`/documents/${document.id}`), 'not-found');
    expect(await unconfirmed('leader')).not.toContainEqual(expect.objectContaining({ objectId: document.id }));
    expect(await waiting('leader')).toBe(before);
    // Opened to somebody, it is open to the leaders, who have to confirm that.
    await changed(who('drafter'), rightsOf(document.id), 'widened', ['archivist']);
    expect(await waiting('leader')).toBe(before + 2);
  });

  it('is never its maker’s own, and no one’s below a leader', async () => {
    const document = await sentDocument('Về việc tự xác nhận');
    const { path } = await changed(who('leader'), rightsOf(document.id), 'narrowed', ['clerk', 'drafter']);
    await expectRefused(desk.app, 'access.own-change', (headers) => who('leader').post(`${path}/confirm`, {}, headers));
    for (const name of ['clerk', 'drafter']) {
      expectProblem(await who(name).post(`${path}/confirm`), 'permission.denied');
      expectProblem(await who(name).call('DELETE', path), 'permission.denied');
    }
    for (const name of ['archivist', 'their leader', 'foreign leader', 'system']) {
      expectProblem(await who(name).post(`${path}/confirm`), 'not-found');
      expectProblem(await who(name).call('DELETE', path), 'not-found');
    }
    for (const name of ['clerk', 'drafter', 'archivist', 'system', 'auditor']) {
      expectProblem(await who(name).get('/access-changes'), 'permission.denied');
    }
    expect(await unconfirmed('their leader')).not.toContainEqual(expect.objectContaining({ objectId: document.id }));
  });

  it('is told apart when two confirm, or one confirms and one withdraws, at the same moment', async () => {
    const both = await sentDocument('Về việc hai lãnh đạo cùng xác nhận');
    const { path } = await changed(who('clerk'), rightsOf(both.id), 'narrowed');
    const confirms = await Promise.all([1, 2, 3].map(() => who('leader').post(`${path}/confirm`)));
    expect(confirms.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    for (const answer of confirms.filter(({ status }) => status === 409)) {
      expectProblem(answer, 'access.already-confirmed');
    }
    const other = await sentDocument('Về việc xác nhận trong khi hủy');
    const race = await changed(who('clerk'), rightsOf(other.id), 'narrowed');
    const [confirm, withdraw] = await Promise.all([
      who('leader').post(`${race.path}/confirm`),
      who('clerk').call('DELETE', race.path),
    ]);
    expect(withdraw.status).toBe(204);
    expect([200, 409]).toContain(confirm.status);
    expectProblem(await who('leader').post(`${race.path}/confirm`), 'access.withdrawn');
    expectProblem(await who('leader').call('DELETE', race.path), 'access.withdrawn');
    (await who('colleague').get(`/documents/${other.id}`)).as(DocumentSchema);
  });

  it('knows a change only with its own document', async () => {
    const [one, two] = [await sentDocument('Về việc một'), await sentDocument('Về việc hai')];
    const { id } = await changed(who('clerk'), rightsOf(one.id), 'narrowed');
    expectProblem(await who('leader').post(`${rightsOf(two.id)}/${id}/confirm`), 'not-found');
    expectProblem(await who('leader').call('DELETE', `${rightsOf(two.id)}/${newId()}`), 'not-found');
  });
});

describe('changing rights', () => {
  it('is for leaders, clerks and the drafter of what they read themselves', async () => {
    const document = await sentDocument('Về việc ai được đổi quyền');
    const ask = async (name: string): Promise<Answer> =>
      change(who(name), rightsOf(document.id), 'widened', ['archivist']);
    for (const name of ['colleague', 'archivist']) {
      expectProblem(await ask(name), 'permission.denied');
    }
    for (const name of ['administrator', 'auditor', 'their leader', 'foreign clerk', 'system']) {
      expectProblem(await ask(name), 'not-found');
    }
    for (const name of ['drafter', 'clerk', 'leader']) {
      expect((await ask(name)).status, name).toBe(201);
    }
  });

  it('needs a reason, and takes no more than it asks for', async () => {
    const document = await sentDocument('Về việc không lý do');
    const wish = { kind: 'narrowed', reason: ' ', postIds: [] };
    await expectRefused(desk.app, 'request.invalid', (headers) =>
      who('leader').post(rightsOf(document.id), wish, headers),
    );
    const extra = { kind: 'narrowed', reason: 'x', confirmedByPostId: postOf('clerk'), confirmedAt: '2017-01-01' };
    const { changes } = (await who('leader').post(rightsOf(document.id), extra)).as(AccessView);
    expect(changes).toMatchObject([{ confirmedBy: null, confirmedAt: null }]);
  });
});
