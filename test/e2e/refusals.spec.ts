import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocumentView, type ErrorCode } from '#contracts';
import { newId } from '#kernel';
import type { Answer } from './support/answer.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { documentIn, draftBody, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, type Headers } from './support/expect-refusals.js';

let desk: Desk;

beforeAll(async () => {
  desk = await deskWithEverything();
});

afterAll(async () => {
  await desk.app.stop();
});

/** A draft that is right but for the overrides. */
async function draft(headers: Headers, overrides: object): Promise<Answer> {
  const { sender, recipient } = desk;
  return sender.civilServant.post('/documents', draftBody(sender, [recipient.agencyId], overrides), headers);
}

interface Refusal {
  readonly what: string;
  readonly code: ErrorCode;
  readonly ask: (headers: Headers) => Promise<Answer>;
}

describe('a draft is refused', () => {
  const twice = (): object => ({ recipients: [desk.recipient, desk.recipient].map(({ agencyId }) => ({ agencyId })) });
  const refusals: readonly Refusal[] = [
    {
      what: 'to an unknown recipient',
      code: 'document.unknown-recipient',
      ask: (headers) => draft(headers, { recipients: [{ agencyId: newId() }] }),
    },
    { what: 'to one recipient twice', code: 'document.recipient-twice', ask: (headers) => draft(headers, twice()) },
    {
      what: 'to the own agency',
      code: 'document.recipient-self',
      ask: (headers) => draft(headers, { recipients: [{ agencyId: desk.sender.agencyId }] }),
    },
    {
      what: 'of an unknown type',
      code: 'document.unknown-type',
      ask: (headers) => draft(headers, { typeCode: 'mat-thu' }),
    },
    {
      what: 'with a signer of another agency',
      code: 'document.unknown-signer',
      ask: (headers) => draft(headers, { signerPostId: desk.recipient.leader.session.post.id }),
    },
    {
      what: 'with a signer who is no leader',
      code: 'document.unknown-signer',
      ask: (headers) => draft(headers, { signerPostId: desk.sender.clerk.session.post.id }),
    },
  ];
  it.each(refusals)('$what', async ({ code, ask }) => {
    await expectRefused(desk.app, code, ask);
  });

  it('names the recipient that stands twice', async () => {
    const name = desk.recipient.clerk.session.post.agency.name;
    expect((await draft({}, twice())).problem().detail).toContain(name);
  });

  it.each([
    { field: 'subject', value: '' },
    { field: 'subject', value: '   ' },
    { field: 'subject', value: 'a'.repeat(501) },
    { field: 'subject', value: 7 },
    { field: 'subject', value: null },
    { field: 'subject', value: 'Về việc \0 kiện toàn' },
    { field: 'typeCode', value: '' },
    { field: 'typeCode', value: 'quyet-dinh\0' },
    { field: 'urgency', value: 'whenever' },
    { field: 'signerPostId', value: 'lanhdao.snv' },
    { field: 'dueDate', value: '2017-02-30' },
    { field: 'dueDate', value: '0000-01-01' },
    { field: 'draftingUnit', value: 'V'.repeat(21) },
    { field: 'draftingUnit', value: 'V\0' },
    { field: 'pageAmount', value: 0 },
    { field: 'pageAmount', value: 1.5 },
    { field: 'pageAmount', value: 1e9 },
    { field: 'description', value: 'a'.repeat(501) },
    { field: 'description', value: '\0' },
    { field: 'language', value: 'T'.repeat(31) },
    { field: 'language', value: '' },
    { field: 'issuedAmount', value: 0 },
    { field: 'fileCode.year', of: 'fileCode', value: { year: 1944, notation: '01.TC' } },
    { field: 'fileCode.notation', of: 'fileCode', value: { year: 2017, notation: 'C'.repeat(21) } },
    { field: 'fileOrdinal', value: -1 },
    { field: 'recipients', value: 'everyone' },
    { field: 'recipients', value: Array.from({ length: 1001 }, () => ({ agencyId: newId() })) },
    { field: 'recipients.0.agencyId', of: 'recipients', value: [{ agencyId: 'H28.37' }] },
    { field: 'recipients.0.channel', of: 'recipients', value: [{ agencyId: newId(), channel: 'pigeon' }] },
  ])('with the field $field like this, and names it', async ({ field, of = field, value }) => {
    await expectRefused(desk.app, 'request.invalid', (headers) => draft(headers, { [of]: value }));
    const problem = (await draft({}, { [of]: value })).problem();
    expect(problem.errors?.map(({ path }) => path)).toEqual([field]);
    expect(problem.errors?.[0]?.message).toMatch(/^[A-ZĐ].+\.$/);
  });

  it('names every field that is wrong, not only the first', async () => {
    const answer = await desk.sender.civilServant.post('/documents', { typeCode: '', pageAmount: -1 });
    const named = expectProblem(answer, 'request.invalid').errors?.map(({ path }) => path);
    expect(named?.toSorted()).toEqual(['pageAmount', 'signerPostId', 'subject', 'typeCode']);
  });

  it('takes 500 characters of subject', async () => {
    const view = (await draft({}, { subject: 'ấ'.repeat(500) })).as(DocumentView);
    expect(view.subject).toHaveLength(500);
  });

  it('takes nothing but the fields of a draft', async () => {
    const forged = { id: newId(), state: 'approved', agencyId: desk.recipient.agencyId, symbol: '99/QĐ-UBND' };
    const more = { version: 7, digest: 'f'.repeat(64), drafterPostId: newId(), issuedOn: '2017-01-01' };
    const view = (await draft({}, { ...forged, ...more })).as(DocumentView);
    expect(view).toMatchObject({ state: 'draft', symbol: null, version: 1, digest: null, issuedOn: null });
    expect(view.id).not.toBe(forged.id);
    expect(view.agency.id).toBe(desk.sender.agencyId);
    expect(view.drafter.fullName).toBe(desk.sender.civilServant.session.person.fullName);
    const edited = await desk.sender.civilServant.call('PUT', `/documents/${view.id}`, {
      headers: { 'if-match': '"1"' },
      json: draftBody(desk.sender, [desk.recipient.agencyId], { ...forged, ...more }),
    });
    expect(edited.as(DocumentView)).toMatchObject({ id: view.id, state: 'draft', symbol: null, version: 2 });
  });
});

describe('a move is refused', () => {
  const move = (by: 'civilServant' | 'leader' | 'clerk', document: () => DocumentView, path: string) => {
    return (headers: Headers) => desk.sender[by].post(`/documents/${document().id}/${path}`, {}, headers);
  };
  const answerArrival = (path: string, id: () => string) => (headers: Headers) =>
    desk.recipient.clerk.post(`/arrivals/${id()}/${path}`, { reason: 'Gửi nhầm' }, headers);
  const refusals: readonly Refusal[] = [
    {
      what: 'to issue what has its number',
      code: 'document.already-issued',
      ask: move('clerk', () => desk.issued, 'issue'),
    },
    {
      what: 'to issue what was sent',
      code: 'document.already-issued',
      ask: move('clerk', () => desk.sent, 'issue'),
    },
    {
      what: 'to submit twice',
      code: 'document.wrong-state',
      ask: move('civilServant', () => desk.submitted, 'submit'),
    },
    { what: 'to approve twice', code: 'document.wrong-state', ask: move('leader', () => desk.approved, 'approve') },
    {
      what: 'to issue what no leader has approved',
      code: 'document.wrong-state',
      ask: move('clerk', () => desk.submitted, 'issue'),
    },
    { what: 'to send twice', code: 'document.wrong-state', ask: move('clerk', () => desk.sent, 'send') },
    {
      what: 'to send what has no number',
      code: 'document.wrong-state',
      ask: move('clerk', () => desk.approved, 'send'),
    },
    {
      what: 'to complete what was not sent',
      code: 'document.wrong-state',
      ask: move('clerk', () => desk.issued, 'complete'),
    },
    {
      what: 'to accept twice',
      code: 'arrival.already-accepted',
      ask: answerArrival('accept', () => desk.accepted.id),
    },
    {
      what: 'to refuse what was accepted',
      code: 'arrival.already-accepted',
      ask: answerArrival('refuse', () => desk.accepted.id),
    },
    {
      what: 'to accept what was refused',
      code: 'arrival.already-refused',
      ask: answerArrival('accept', () => desk.refused.id),
    },
    {
      what: 'to complete what has not been accepted',
      code: 'arrival.wrong-state',
      ask: answerArrival('complete', () => desk.arrived.id),
    },
  ];
  it.each(refusals)('$what', async ({ code, ask }) => {
    await expectRefused(desk.app, code, ask);
  });

  it('and the number that a document or an arrival has already is told', async () => {
    const issue = await desk.sender.clerk.post(`/documents/${desk.issued.id}/issue`);
    expect(issue.problem().detail).toContain(desk.issued.symbol);
    const accept = await desk.recipient.clerk.post(`/arrivals/${desk.accepted.id}/accept`);
    expect(accept.problem().detail).toContain('số đến 1.');
  });

  it('to submit without a file', async () => {
    const { sender, recipient } = desk;
    const body = draftBody(sender, [recipient.agencyId]);
    const { id } = (await sender.civilServant.post('/documents', body)).as(DocumentView);
    await expectRefused(desk.app, 'document.no-attachment', (headers) =>
      sender.civilServant.post(`/documents/${id}/submit`, {}, headers),
    );
  });

  it('to submit without a recipient', async () => {
    const { id } = await documentIn('draft', desk.sender, []);
    await expectRefused(desk.app, 'document.no-recipient', (headers) =>
      desk.sender.civilServant.post(`/documents/${id}/submit`, {}, headers),
    );
  });

  it.each(['', '   ', 'a'.repeat(1001), '\0'])('to return with the opinion %j', async (opinion) => {
    await expectRefused(desk.app, 'request.invalid', (headers) =>
      desk.sender.leader.post(`/documents/${desk.submitted.id}/return`, { opinion }, headers),
    );
  });

  it.each(['', '   ', 'a'.repeat(501), '\0'])('to refuse an arrival for the reason %j', async (reason) => {
    await expectRefused(desk.app, 'request.invalid', (headers) =>
      desk.recipient.clerk.post(`/arrivals/${desk.arrived.id}/refuse`, { reason }, headers),
    );
  });
});

describe('an edit is refused', () => {
  const edit = (id: string, ifMatch: string) => (headers: Headers) =>
    desk.sender.civilServant.call('PUT', `/documents/${id}`, {
      headers: { ...headers, 'if-match': ifMatch },
      json: draftBody(desk.sender, [desk.recipient.agencyId], { subject: 'Bản sửa' }),
    });

  it('on a version that someone has changed since', async () => {
    const answer = await edit(desk.draft.id, `"${desk.draft.version}"`)({});
    expect(answer.as(DocumentView).version).toBe(desk.draft.version + 1);
    await expectRefused(desk.app, 'document.stale', edit(desk.draft.id, `"${desk.draft.version}"`));
  });

  it.each(['', '*', '1', 'W/"1"', '"x"', '"99999999999"'])('with the version %j', async (ifMatch) => {
    await expectRefused(desk.app, 'request.precondition-required', edit(desk.draft.id, ifMatch));
  });

  it('once the document lies before the leader', async () => {
    const { id, version } = desk.submitted;
    await expectRefused(desk.app, 'document.wrong-state', edit(id, `"${version}"`));
    const { sender } = desk;
    expectProblem(await upload(sender.civilServant, id), 'document.wrong-state');
    const file = desk.submitted.attachments[0]?.id;
    expectProblem(
      await sender.civilServant.call('DELETE', `/documents/${id}/attachments/${file}`),
      'document.wrong-state',
    );
  });
});
