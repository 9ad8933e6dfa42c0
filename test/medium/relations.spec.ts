import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type CorrectionKind, type DocumentView, usualLanguage } from '#contracts';
import { CorrectDocument, DocumentQuery, IssueDocument } from '#documents';
import { ArrivalQuery, DraftReply } from '#incoming';
import { anActor, anAgency, anArrival, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let drafter: Actor;
let signerPostId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = new Date('2017-05-08T03:00:00Z');
  clerk = await world.aClerk();
  signerPostId = (await aPost(world.database, { agencyId: clerk.agencyId, role: 'leader' })).id;
  drafter = await somebody('civil-servant');
});

async function somebody(role: Actor['role'], agencyId = clerk.agencyId): Promise<Actor> {
  const post = await aPost(world.database, { agencyId, role });
  return anActor({ agencyId, role, postId: post.id, personId: post.personId });
}

const view = async (actor: Actor, id: string): Promise<DocumentView> => world.get(DocumentQuery).view(actor, id);
const reply = async (actor: Actor, id: string): Promise<string> => world.get(DraftReply).execute(actor, id);
const correct = async (actor: Actor, id: string, kind: CorrectionKind = 'corrects'): Promise<string> =>
  world.get(CorrectDocument).execute(actor, id, kind);

async function anAccepted(overrides: Parameters<typeof anArrival>[1] = {}): Promise<string> {
  const arrival = {
    agencyId: clerk.agencyId,
    state: 'accepted',
    arrivalYear: 2017,
    ...overrides,
  } as const;
  return (await anArrival(world.database, arrival)).id;
}

describe('the reply to an arrival', () => {
  it('is a draft for its sender, linked with it, and both sides show the other', async () => {
    const sender = await anAgency(world.database);
    const facts = {
      symbol: '12/STC-VP',
      typeName: 'Công văn',
      senderName: 'Sở Tài chính',
      issuedOn: '2017-05-02',
    };
    const arrivalId = await anAccepted({ senderId: sender.id, ...facts });
    const id = await reply(drafter, arrivalId);

    const draft = await view(drafter, id);
    expect(draft).toMatchObject({
      state: 'draft',
      typeCode: 'cong-van',
      subject: 'Về việc trả lời Công văn số 12/STC-VP ngày 02/05/2017 của Sở Tài chính',
      signerPostId,
      language: usualLanguage,
    });
    expect(draft.recipients.map(({ agency, channel }) => [agency.id, channel])).toEqual([[sender.id, 'electronic']]);
    const { symbol, typeName, issuedOn } = facts;
    expect(draft.relations).toEqual([
      {
        kind: 'replies-to',
        target: { type: 'arrival', id: arrivalId },
        symbol,
        typeName,
        issuedOn,
        issuerName: 'Sở Tài chính',
      },
    ]);
    const arrival = await world.get(ArrivalQuery).view(drafter, arrivalId);
    expect(arrival.replies).toMatchObject([{ id, kind: 'replies-to', state: 'draft', symbol: null }]);
    expect(arrival.timeline.at(-1)?.event).toBe('arrival.reply-drafted');
    // A draft is its drafter’s: a colleague who reads the arrival is not told of it.
    expect((await world.get(ArrivalQuery).view(clerk, arrivalId)).replies).toEqual([]);
  });

  it('goes to who stands in the place of a closed sender, and to nobody known when there is none', async () => {
    const [closed, standing] = [await anAgency(world.database), await anAgency(world.database)];
    await world.database.query(`UPDATE agencies SET valid_to = '2017-05-05' WHERE id = $1`, [closed.id]);
    await world.database.query(
      `INSERT INTO agency_successions (predecessor_id, successor_id, effective_on, is_lead) VALUES ($1, $2, '2017-05-06', true)`,
      [closed.id, standing.id],
    );
    const moved = await view(drafter, await reply(drafter, await anAccepted({ senderId: closed.id })));
    expect(moved.recipients.map(({ agency }) => agency.id)).toEqual([standing.id]);
    const outside = await view(drafter, await reply(drafter, await anAccepted()));
    expect(outside.recipients).toEqual([]);
  });

  it.each(['arrived', 'refused', 'completed'] as const)('is refused while the arrival is %s', async (state) => {
    const arrivalId = await anAccepted({ state });
    await expect(reply(clerk, arrivalId)).rejects.toMatchObject({
      code: 'arrival.not-registered',
    });
    expect(await world.count('document_relations WHERE target_id = $1', [arrivalId])).toBe(0);
  });

  it('is refused to another agency, to an archivist, and where nobody can sign', async () => {
    const arrivalId = await anAccepted();
    const stranger = await somebody('civil-servant', (await anAgency(world.database)).id);
    await expect(reply(stranger, arrivalId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(reply(await somebody('archivist'), arrivalId)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await world.database.query(`UPDATE posts SET role = 'civil-servant' WHERE id = $1`, [signerPostId]);
    await expect(reply(drafter, arrivalId)).rejects.toMatchObject({
      code: 'document.unknown-signer',
    });
    expect(await world.count('document_relations WHERE target_id = $1', [arrivalId])).toBe(0);
  });
});

/** The digest that the document would have if it were changed so and issued now; all of it is undone. */
async function digestIfIssued(id: string, change: () => Promise<void>): Promise<string> {
  const undo = new Error('undone');
  let digest: string | null = null;
  const issuing = world.database.transaction(async () => {
    await change();
    await world.database.query(`UPDATE documents SET state = 'approved' WHERE id = $1`, [id]);
    await world.get(IssueDocument).execute(clerk, id);
    digest = (await view(clerk, id)).digest;
    throw undo;
  });
  await expect(issuing).rejects.toBe(undo);
  return digest ?? '';
}

describe('the correction of an issued document', () => {
  async function anIssued(
    state: 'submitted' | 'approved' | 'issued' | 'sent' | 'completed' = 'issued',
  ): Promise<string> {
    const recipients = [(await anAgency(world.database)).id, (await anAgency(world.database)).id];
    const named = state === 'submitted' || state === 'approved' ? {} : { symbol: '05/QĐ-SNV', issuedOn: '2017-05-02' };
    const facts = { state, signerPostId, draftingUnit: 'VP', ...named } as const;
    return (await world.anIssuedDocument(clerk, recipients, 'electronic', facts)).id;
  }

  it.each([
    ['corrects', 'cong-van', 'Về việc đính chính'],
    ['amends', 'quyet-dinh', 'Về việc sửa đổi, bổ sung'],
    ['replaces', 'quyet-dinh', 'Về việc thay thế'],
  ] as const)('%s it by a draft of type %s for the same recipients', async (kind, typeCode, beginning) => {
    const original = await anIssued('sent');
    const before = await view(clerk, original);
    const draft = await view(drafter, await correct(drafter, original, kind));
    expect(draft).toMatchObject({ state: 'draft', typeCode, signerPostId, draftingUnit: 'VP' });
    expect(draft.subject).toBe(`${beginning} Quyết định số 05/QĐ-SNV ngày 02/05/2017 của Sở Nội vụ`);
    expect(draft.recipients).toEqual(before.recipients);
    expect(draft.relations).toMatchObject([
      {
        kind,
        target: { type: 'document', id: original },
        symbol: '05/QĐ-SNV',
        issuedOn: '2017-05-02',
      },
    ]);
    const after = await view(drafter, original);
    expect(after.relatedBy).toMatchObject([{ id: draft.id, kind, state: 'draft' }]);
    // What was issued stays as it was, in every field and in its version.
    expect({ ...after, relatedBy: [], timeline: [], actions: [] }).toEqual({
      ...before,
      timeline: [],
      actions: [],
    });
  });

  it('is part of what is issued, as every other field that was set', async () => {
    const [original, id] = [await anIssued(), await anIssued('submitted')];
    const set = async (change: string, values: readonly unknown[] = []): Promise<string> =>
      digestIfIssued(id, async () => {
        await world.database.query(change, [id, ...values]);
      });
    const relate = `INSERT INTO document_relations (document_id, kind, target_type, target_id, type_name, symbol, issued_on, issuer_name)
       VALUES ($1, 'corrects', 'document', $2, 'Quyết định', '05/QĐ-SNV', '2017-05-02', 'Sở Nội vụ')`;
    const digests = [
      await digestIfIssued(id, async () => undefined),
      await set(relate, [original]),
      await set(`UPDATE documents SET language = 'English' WHERE id = $1`),
      await set('UPDATE documents SET issued_amount = 20 WHERE id = $1'),
      await set(`UPDATE documents SET file_year = 2017, file_notation = '01.TC' WHERE id = $1`),
      await set('UPDATE documents SET file_ordinal = 3 WHERE id = $1'),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(await digestIfIssued(id, async () => undefined)).toBe(digests[0]);
  });

  it('is shown on the page of the original to the agency once it has left its drafter’s hands', async () => {
    const original = await anIssued();
    const draft = await correct(drafter, original);
    expect((await view(clerk, original)).relatedBy).toEqual([]);
    await world.database.query(`UPDATE documents SET state = 'submitted' WHERE id = $1`, [draft]);
    expect((await view(clerk, original)).relatedBy).toMatchObject([
      { id: draft, kind: 'corrects', state: 'submitted' },
    ]);
  });

  it('carries over bodies outside the system, colleagues to know and the reasons for paper', async () => {
    const issued = {
      symbol: '05/QĐ-SNV',
      issuedOn: '2017-05-02',
      issuerName: 'Sở Nội vụ',
      typeName: 'Quyết định',
    };
    const recipients = [(await anAgency(world.database)).id, (await anAgency(world.database)).id];
    const facts = { state: 'draft', signerPostId, ...issued } as const;
    const { id: original } = await world.anIssuedDocument(clerk, recipients, 'electronic', facts);
    const [colleague, gone] = [await somebody('civil-servant'), await somebody('civil-servant')];
    await world.database.query(
      `UPDATE document_recipients SET channel = 'paper', paper_reason = 'other', paper_note = 'Bản đồ khổ lớn'
        WHERE document_id = $1 AND position = 1`,
      [original],
    );
    await world.database.query(
      `INSERT INTO document_external_recipients (id, document_id, name, address, body_key, paper_note, position, sending)
       VALUES (uuidv7(), $1, 'Báo Nhân Dân', '71 Hàng Trống, Hà Nội', 'bao nhan dan', '', 1, 1)`,
      [original],
    );
    await world.database.query(
      `INSERT INTO document_informed_posts (document_id, post_id, position, sending)
       SELECT $1, post_id, position, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS given(post_id, position)`,
      [original, [colleague.postId, gone.postId]],
    );
    await world.database.query(`UPDATE posts SET valid_to = '2017-05-05' WHERE id = $1`, [gone.postId]);
    await world.database.query(`UPDATE documents SET state = 'sent' WHERE id = $1`, [original]);
    const draft = await view(drafter, await correct(drafter, original));
    expect(draft.recipients.map(({ channel, paperReason }) => [channel, paperReason?.code, paperReason?.note])).toEqual(
      [
        ['paper', 'other', 'Bản đồ khổ lớn'],
        ['electronic', undefined, undefined],
      ],
    );
    expect(draft.externals).toMatchObject([{ name: 'Báo Nhân Dân', address: '71 Hàng Trống, Hà Nội' }]);
    expect(draft.people.map(({ postId }) => postId)).toEqual([colleague.postId]);
  });

  it('is refused for what is not issued, to another agency and to an archivist', async () => {
    const approved = await anIssued('approved');
    await expect(correct(drafter, approved)).rejects.toMatchObject({ code: 'document.not-issued' });
    const issued = await anIssued();
    const stranger = await somebody('civil-servant', (await anAgency(world.database)).id);
    await expect(correct(stranger, issued)).rejects.toMatchObject({ code: 'not-found' });
    await expect(correct(await somebody('archivist'), issued)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    expect(await world.count('document_relations WHERE target_id = ANY ($1)', [[approved, issued]])).toBe(0);
  });

  it('takes another type when its own is out of use, and leaves a closed recipient out', async () => {
    const original = await anIssued('completed');
    const [first] = (await view(clerk, original)).recipients;
    await world.database.query(`UPDATE agencies SET valid_to = '2017-05-05' WHERE id = $1`, [first?.agency.id]);
    await world.database.query(`UPDATE document_types SET valid_to = '2017-05-05' WHERE code = 'quyet-dinh'`);
    const draft = await view(drafter, await correct(drafter, original, 'amends'));
    expect(draft.typeCode).toBe('cong-van');
    expect(draft.recipients).toHaveLength(1);
    await world.database.query(`UPDATE document_types SET valid_to = NULL WHERE code = 'quyet-dinh'`);
  });
});

describe('the number and the notation of an issue', () => {
  it('are refused when they are longer than the decree allows, and the number is given again', async () => {
    const recipients = [(await anAgency(world.database)).id];
    const long = await world.anIssuedDocument(clerk, recipients, 'electronic', {
      state: 'approved',
      signerPostId,
    });
    await world.database.query('UPDATE agencies SET abbreviation = $2 WHERE id = $1', [clerk.agencyId, 'A'.repeat(28)]);
    await expect(world.get(IssueDocument).execute(clerk, long.id)).rejects.toMatchObject({
      code: 'document.field-too-long',
      params: { field: 'notation', length: 31, max: 30 },
    });
    await world.database.query('UPDATE agencies SET abbreviation = $2 WHERE id = $1', [clerk.agencyId, 'A'.repeat(27)]);
    expect(await world.get(IssueDocument).execute(clerk, long.id)).toBe(`01/QĐ-${'A'.repeat(27)}`);
  });
});
