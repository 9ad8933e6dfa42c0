import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, documentBoxes, FindDocuments, type Role } from '#contracts';
import type { Document } from '#documents';
import { DocumentFilterChoicesQuery, OutgoingDocumentsQuery } from '#exchange';
import { foldVietnamese } from '#kernel';
import {
  aDelivery,
  aDispatch,
  aDocument,
  anActor,
  anAgency,
  aPost,
  aUnit,
  createTestDatabase,
  type TestDatabase,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let unitId: string;
let drafterPostId: string;
let signerPostId: string;
let recipientId: string;
let otherRecipientId: string;
/** The documents of the agency by what is particular about each. */
const made = new Map<string, string>();

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  world.clock.moment = new Date('2017-06-15T03:00:00Z');
  clerk = await world.aClerk();
  const { agencyId } = clerk;
  unitId = (await aUnit(world.database, { agencyId })).id;
  drafterPostId = (await aPost(world.database, { agencyId, role: 'civil-servant', unitId })).id;
  signerPostId = (await aPost(world.database, { agencyId, role: 'leader' })).id;
  [recipientId, otherRecipientId] = [(await anAgency(world.database)).id, (await anAgency(world.database)).id];
  await make('plain', {});
  await make('express', { urgency: 'express', state: 'approved' });
  await make('letter', { typeCode: 'cong-van', issuedOn: '2017-06-01' });
  await make('of the unit', { drafterPostId, subject: 'Về việc phòng, chống dịch bệnh' });
  await make('of the signer', { signerPostId, symbol: '77/QĐ-SNV', issuedOn: '2017-05-20' });
  await make('answered late', { dueDate: '2017-06-14' });
  await make('answered in time', { dueDate: '2017-06-15' });
  await make('approved too long ago', { state: 'approved', issueDueAt: new Date('2017-06-15T02:59:00Z') });
  await make('approved just now', { state: 'approved', issueDueAt: new Date('2017-06-15T03:01:00Z') });
  await make('issued too long ago', { state: 'issued', sendDueAt: new Date('2017-06-15T02:59:00Z') });
  await make('done', { dueDate: '2017-06-14', state: 'completed' });
  await make('draft of another', { state: 'draft', drafterPostId, subject: 'Về việc phòng, chống dịch bệnh, dự thảo' });
  await send('refused', 'refused', recipientId);
  await send('waiting', 'queued', recipientId);
  await send('given up', 'needs-attention', otherRecipientId);
  // Another agency’s, with everything that is asked for.
  const stranger = await aDocument(world.database, { urgency: 'express', dueDate: '2017-06-01', typeCode: 'cong-van' });
  const dispatch = await aDispatch(world.database, { documentId: stranger.id, agencyId: stranger.agencyId });
  await aDelivery(world.database, { dispatchId: dispatch.id, documentId: stranger.id, recipientId, state: 'refused' });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

async function make(name: string, overrides: Partial<Document>): Promise<string> {
  const { symbol, subject = 'Về việc ban hành quy chế' } = overrides;
  const searchText = foldVietnamese(`${symbol ?? ''} ${subject}`);
  const { id } = await aDocument(world.database, { agencyId: clerk.agencyId, searchText, ...overrides });
  made.set(name, id);
  return id;
}

async function send(name: string, state: 'refused' | 'queued' | 'needs-attention', recipient: string): Promise<void> {
  const documentId = await make(name, {});
  const dispatch = await aDispatch(world.database, { documentId, agencyId: clerk.agencyId });
  await aDelivery(world.database, { dispatchId: dispatch.id, documentId, recipientId: recipient, state });
}

async function found(filter: object, actor = clerk): Promise<string[]> {
  const query = FindDocuments.parse({ limit: 200, ...filter });
  const { items } = await world.get(OutgoingDocumentsQuery).page(actor, query);
  const names = new Map([...made].map(([name, id]) => [id, name]));
  return items.map(({ id }) => names.get(id) ?? 'another agency’s');
}

describe('the outgoing list', () => {
  it('shows what the reader may read, newest first, without a filter', async () => {
    expect(await found({})).toEqual([...made.keys()].filter((name) => name !== 'draft of another').toReversed());
  });

  it.each([
    ['a state', () => ({ state: 'approved', urgency: 'express' }), ['express']],
    ['a type', () => ({ typeCode: 'cong-van' }), ['letter']],
    ['an urgency', () => ({ urgency: 'express' }), ['express']],
    ['a drafter', () => ({ drafterPostId }), ['of the unit']],
    ['a signer', () => ({ signerPostId }), ['of the signer']],
    ['a unit', () => ({ unitId }), ['of the unit']],
    ['a recipient', () => ({ recipientId }), ['waiting', 'refused']],
    ['a first day', () => ({ from: '2017-05-20' }), ['of the signer', 'letter']],
    ['two days', () => ({ from: '2017-05-20', to: '2017-05-31' }), ['of the signer']],
    ['what was refused', () => ({ delivery: 'refused' }), ['refused']],
    ['what waits', () => ({ delivery: 'waiting' }), ['waiting']],
    ['what needs attention', () => ({ delivery: 'needs-attention' }), ['given up']],
    ['what is late', () => ({ late: 'yes' }), ['issued too long ago', 'approved too long ago', 'answered late']],
    ['words without diacritics', () => ({ search: 'dich benh phong chong' }), ['of the unit']],
    ['a symbol', () => ({ search: '77/qd' }), ['of the signer']],
    ['nothing that is there', () => ({ signerPostId, typeCode: 'cong-van' }), []],
    ['several at once', () => ({ recipientId, delivery: 'waiting', box: 'sent', typeCode: 'quyet-dinh' }), ['waiting']],
    ['a state beside that of the box', () => ({ box: 'sent', state: 'completed' }), ['done']],
    ['a state that the box never shows', () => ({ box: 'sent', state: 'approved' }), []],
  ] as const)('narrows to %s', async (_what, filter, expected) => {
    expect(await found(filter())).toEqual(expected);
  });

  it('narrows to what is not urgent', async () => {
    const names = await found({ urgency: 'normal' });
    expect(names).toContain('plain');
    expect(names).not.toContain('express');
  });

  it('shows an opinion that is overdue as late, from the day after', async () => {
    const documentId = await make('in review', { state: 'in-review', drafterPostId: clerk.postId });
    const roundId = crypto.randomUUID();
    await world.database.query(
      `INSERT INTO review_rounds (id, document_id, number, mode, state, version_number, opened_at)
       VALUES ($1, $2, 1, 'in-turn', 'open', 1, now())`,
      [roundId, documentId],
    );
    await world.database.query(
      `INSERT INTO review_steps (id, round_id, document_id, post_id, position, due_on, state, reads)
       VALUES ($1, $2, $3, $4, 1, '2017-06-14', 'asked', true)`,
      [crypto.randomUUID(), roundId, documentId, signerPostId],
    );
    expect(await found({ late: 'yes', box: 'mine' })).toEqual(['in review']);
    await world.database.query(`UPDATE review_steps SET due_on = '2017-06-15' WHERE document_id = $1`, [documentId]);
    expect(await found({ late: 'yes', box: 'mine' })).toEqual([]);
  });

  it.each(documentBoxes)(
    'opens the box %s for everybody who reads documents, with and without filters',
    async (box) => {
      const readers: readonly Role[] = ['civil-servant', 'leader', 'clerk', 'archivist'];
      const narrowed = { search: 'quy che', state: 'approved', unitId, recipientId, delivery: 'waiting', late: 'yes' };
      for (const role of readers) {
        const reader = { ...clerk, role, delegatedPostIds: [signerPostId], predecessorIds: [otherRecipientId] };
        expect(await found({ box, ...narrowed, from: '2017-01-01' }, reader)).toEqual([]);
        expect(await found({ box, agencyId: otherRecipientId }, reader)).toEqual([]);
        expect((await found({ box, limit: 1 }, reader)).length).toBeLessThan(2);
      }
    },
  );

  it('opens no draft of others by a filter', async () => {
    expect(await found({ search: 'du thao' })).toEqual([]);
    expect(await found({ state: 'draft', drafterPostId })).toEqual([]);
    const drafter = anActor({ agencyId: clerk.agencyId, postId: drafterPostId, role: 'civil-servant' });
    expect(await found({ state: 'draft', drafterPostId }, drafter)).toEqual(['draft of another']);
  });

  it('shows another agency nothing, whatever it asks for', async () => {
    const stranger = await world.aClerk();
    expect(await found({ recipientId, delivery: 'refused' }, stranger)).toEqual([]);
    expect(await found({ signerPostId, drafterPostId, unitId }, stranger)).toEqual([]);
  });

  it('walks through a narrowed list page by page', async () => {
    const walked: string[] = [];
    let after: string | undefined;
    do {
      const query = FindDocuments.parse({ limit: 1, recipientId, after });
      const page = await world.get(OutgoingDocumentsQuery).page(clerk, query);
      walked.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(walked).toEqual([made.get('waiting'), made.get('refused')]);
  });
});

describe('what the list can be narrowed to', () => {
  it('are the people and units of the own agency, also those who have left', async () => {
    const former = await aPost(world.database, {
      agencyId: clerk.agencyId,
      role: 'leader',
      validFrom: '2010-01-01',
      validTo: '2016-12-31',
    });
    const choices = await world.get(DocumentFilterChoicesQuery).of(clerk);
    expect(choices.signers.map(({ postId }) => postId).toSorted()).toEqual([signerPostId, former.id].toSorted());
    expect(choices.drafters.map(({ postId }) => postId)).toContain(drafterPostId);
    expect(choices.units.map(({ id }) => id)).toEqual([unitId]);
    const stranger = await world.get(DocumentFilterChoicesQuery).of(await world.aClerk());
    expect(stranger.units).toEqual([]);
  });

  it('is refused to who reads no documents', async () => {
    const auditor = anActor({ agencyId: clerk.agencyId, role: 'auditor' });
    await expect(world.get(DocumentFilterChoicesQuery).of(auditor)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });
});
