import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, DraftDocument as Draft, type ReviewMode } from '#contracts';
import type { Agency } from '#directory';
import {
  AgreeToDocument,
  ApproveDocument,
  CallBackDocument,
  DocumentQuery,
  DraftDocument,
  EditDocument,
  GiveBackDocument,
  IssueDocument,
  OpinionsQuery,
  ReturnDocument,
  ReviewersQuery,
  SubmitDocument,
} from '#documents';
import { OutgoingDocumentsQuery } from '#exchange';
import { Delegate, HandOverPost, Sessions } from '#identity';
import { DeskCountsQuery } from '#incoming';
import { anAgency, anAttachment, aUnit } from '#testing';
import { type Holder, PeopleWorld } from './people-world.js';

const day = '2017-05-04';

let world: PeopleWorld;
let agency: Agency;
let recipient: Agency;
let drafter: Holder;
let head: Holder;
let deputy: Holder;
let signer: Holder;

beforeAll(async () => {
  world = await PeopleWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  const { database } = world.app;
  world.dawn('2017-05-02');
  agency = await anAgency(database, { name: 'Sở Nội vụ' });
  recipient = await anAgency(database);
  const unitId = (await aUnit(database, { agencyId: agency.id })).id;
  drafter = await world.aHolder(agency.id, 'civil-servant');
  head = await world.aHolder(agency.id, 'leader', { position: 'Trưởng phòng', unitId });
  deputy = await world.aHolder(agency.id, 'leader', { position: 'Phó Giám đốc' });
  signer = await world.aHolder(agency.id, 'leader', { position: 'Giám đốc' });
});

function fields(reviewers: readonly Holder[], overrides: object = {}): Draft {
  return Draft.parse({
    typeCode: 'quyet-dinh',
    subject: 'Về việc ban hành quy chế làm việc',
    signerPostId: signer.post.id,
    recipients: [{ agencyId: recipient.id }],
    reviewers: reviewers.map(({ post }) => ({ postId: post.id, dueOn: day })),
    ...overrides,
  });
}

async function drafted(reviewers: readonly Holder[], overrides: object = {}): Promise<string> {
  const id = await world.app.get(DraftDocument).execute(drafter.actor, fields(reviewers, overrides));
  await anAttachment(world.app.database, { documentId: id });
  return id;
}

async function inReview(reviewers: readonly Holder[], reviewMode: ReviewMode = 'in-turn'): Promise<string> {
  const id = await drafted(reviewers, { reviewMode });
  await submit(id);
  return id;
}

const submit = async (id: string): Promise<void> => world.app.get(SubmitDocument).execute(drafter.actor, id);
const agree = async (by: Actor, id: string, opinion = ''): Promise<void> =>
  world.app.get(AgreeToDocument).execute(by, id, opinion);
const giveBack = async (by: Actor, id: string, opinion = 'Xin sửa lại'): Promise<void> =>
  world.app.get(GiveBackDocument).execute(by, id, opinion);
const view = async (by: Actor, id: string) => world.app.get(DocumentQuery).view(by, id);

async function steps(id: string): Promise<string[]> {
  const rows = await world.app.database.query<{ state: string }>(
    'SELECT state FROM review_steps WHERE document_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ state }) => state);
}

async function said(by: Actor, id: string): Promise<unknown[]> {
  const { items } = await world.app.get(OpinionsQuery).page(by, id, { limit: 50 });
  return items.map(({ kind, text, by: { fullName }, versionNumber, roundNumber }) => [
    kind,
    text,
    fullName,
    versionNumber,
    roundNumber,
  ]);
}

async function toReview({ actor }: Holder): Promise<{ count: number; ids: string[] }> {
  const { items } = await world.app.get(OutgoingDocumentsQuery).page(actor, { box: 'to-review', limit: 50 });
  return { count: (await world.app.get(DeskCountsQuery).of(actor)).toReview, ids: items.map(({ id }) => id) };
}

/** Who the session of this holder makes them at this moment, with the posts that they stand in for. */
async function actorOf({ post }: Holder): Promise<Actor> {
  const sessions = world.app.get(Sessions);
  const session = await sessions.find(await sessions.begin(post.personId, post.id, '192.0.2.7'));
  if (session === undefined) {
    throw new Error('no session');
  }
  return session.actor;
}

describe('reviewers in turn', () => {
  it('are asked one after another, and from the last who agrees the draft goes to the signer by itself', async () => {
    const id = await inReview([head, deputy]);
    expect(await toReview(head)).toEqual({ count: 1, ids: [id] });
    expect(await toReview(deputy)).toEqual({ count: 0, ids: [] });
    await expect(agree(deputy.actor, id)).rejects.toMatchObject({ code: 'review.not-your-turn' });
    await expect(view(signer.actor, id)).rejects.toMatchObject({ code: 'not-found' });
    await agree(head.actor, id, 'Nhất trí');
    expect(await toReview(head)).toEqual({ count: 0, ids: [] });
    expect(await toReview(deputy)).toEqual({ count: 1, ids: [id] });
    expect((await view(deputy.actor, id)).actions).toEqual(['comment', 'agree', 'give-back']);
    await agree(deputy.actor, id);
    expect(await view(signer.actor, id)).toMatchObject({
      state: 'submitted',
      review: { number: 1, state: 'agreed', versionNumber: 1, steps: [{ state: 'agreed' }, { state: 'agreed' }] },
      actions: ['comment', 'return', 'approve'],
    });
    expect(await said(signer.actor, id)).toEqual([
      ['agreed', '', deputy.actor.fullName, 1, 1],
      ['agreed', 'Nhất trí', head.actor.fullName, 1, 1],
    ]);
  });

  it('come before the leaders of the agency when they belong to a unit, and never are the drafter or the signer', async () => {
    for (const [reviewers, code] of [
      [[deputy, head], 'review.order'],
      [[drafter], 'review.own-draft'],
      [[signer], 'review.signer'],
      [[head, head], 'review.reviewer-twice'],
      [[await world.aHolder(recipient.id, 'leader')], 'review.unknown-reviewer'],
      [[await world.aHolder(agency.id, 'leader', { validTo: '2017-05-01' })], 'review.unknown-reviewer'],
      [[await world.aHolder(agency.id, 'archivist')], 'review.unknown-reviewer'],
    ] as const) {
      await expect(drafted(reviewers)).rejects.toMatchObject({ code });
    }
    const offered = await world.app.get(ReviewersQuery).page(drafter.actor, { limit: 50 });
    const posts = offered.items.map(({ postId, isAgencyLeader }) => [postId, isAgencyLeader]);
    expect(posts).toContainEqual([head.post.id, false]);
    expect(posts).toContainEqual([deputy.post.id, true]);
    expect(posts).not.toContainEqual([drafter.post.id, false]);
  });

  it('are not asked for a day that has passed', async () => {
    const id = await drafted([head]);
    world.dawn('2017-05-05');
    await expect(submit(id)).rejects.toMatchObject({ code: 'review.day-passed' });
    expect(await view(drafter.actor, id)).toMatchObject({ state: 'draft', versionNumber: null, review: null });
  });
});

describe('reviewers side by side', () => {
  it('are asked all at once, and one who gives it back ends the round for the others, on record', async () => {
    const id = await inReview([head, deputy], 'side-by-side');
    expect((await toReview(head)).ids).toEqual([id]);
    expect((await toReview(deputy)).ids).toEqual([id]);
    await giveBack(deputy.actor, id, 'Thiếu căn cứ pháp lý');
    expect(await view(drafter.actor, id)).toMatchObject({
      state: 'returned',
      review: { state: 'returned', steps: [{ state: 'void' }, { state: 'returned' }] },
      actions: ['edit', 'submit', 'keep-version', 'comment'],
    });
    expect(await toReview(head)).toEqual({ count: 0, ids: [] });
    await expect(agree(head.actor, id)).rejects.toMatchObject({ code: 'document.wrong-state' });
    // Who was asked is told: they still find it, with what became of it.
    const { items } = await world.app.get(OutgoingDocumentsQuery).page(head.actor, { box: 'reviewed', limit: 50 });
    expect(items).toMatchObject([{ id, state: 'returned' }]);
    expect(await said(head.actor, id)).toEqual([
      ['void', '', head.actor.fullName, 1, 1],
      ['returned', 'Thiếu căn cứ pháp lý', deputy.actor.fullName, 1, 1],
    ]);
  });

  it('who decide at the same moment are both heard, and the draft moves on once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await inReview([head, deputy], 'side-by-side');
      await Promise.all([agree(head.actor, id), agree(deputy.actor, id)]);
      expect(await view(signer.actor, id)).toMatchObject({ state: 'submitted', review: { state: 'agreed' } });
      expect(await said(signer.actor, id)).toHaveLength(2);
    }
  });

  it('of whom one agrees and one gives back at the same moment end as one of both, and no step is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await inReview([head, deputy], 'side-by-side');
      const [agreed, returned] = await Promise.allSettled([agree(head.actor, id), giveBack(deputy.actor, id)]);
      expect(returned.status).toBe('fulfilled');
      expect(await steps(id)).toEqual([agreed.status === 'fulfilled' ? 'agreed' : 'void', 'returned']);
      expect(await said(drafter.actor, id)).toHaveLength(2);
    }
  });
});

describe('an opinion', () => {
  it('is given once, however often it is sent at the same moment', async () => {
    const id = await inReview([head, deputy]);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(async () => agree(head.actor, id)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const late of tries.filter(({ status }) => status === 'rejected')) {
      expect(late).toMatchObject({ reason: { code: 'review.already-given' } });
    }
    expect(await steps(id)).toEqual(['agreed', 'asked']);
  });

  it('stays with the document through all rounds and after it was issued, under the name of its day', async () => {
    const id = await inReview([head]);
    await giveBack(head.actor, id, 'Sửa căn cứ');
    const { version } = await view(drafter.actor, id);
    const draft = fields([head], { subject: 'Về việc sửa quy chế làm việc' });
    await world.app.get(EditDocument).execute(drafter.actor, { documentId: id, version, draft });
    await submit(id);
    await agree(head.actor, id, 'Đã sửa');
    await world.app.get(ReturnDocument).execute(signer.actor, id, 'Thêm nơi nhận');
    await submit(id);
    await agree(head.actor, id);
    await world.app.get(ApproveDocument).execute(signer.actor, id);
    const clerk = await world.aHolder(agency.id, 'clerk');
    await world.app.get(IssueDocument).execute(clerk.actor, id);
    await world.app.database.query(`UPDATE people SET full_name = 'Tên Khác' WHERE id = $1`, [head.post.personId]);
    expect(await said(clerk.actor, id)).toEqual([
      ['approved', '', signer.actor.fullName, 3, null],
      ['agreed', '', head.actor.fullName, 3, 3],
      ['returned', 'Thêm nơi nhận', signer.actor.fullName, 2, null],
      ['agreed', 'Đã sửa', head.actor.fullName, 2, 2],
      ['returned', 'Sửa căn cứ', head.actor.fullName, 1, 1],
    ]);
    for (const statement of [
      'UPDATE document_opinions SET text = $1',
      'DELETE FROM document_opinions WHERE text = $1',
    ]) {
      await expect(world.app.database.query(statement, ['x'])).rejects.toThrow('append-only');
    }
  });

  it('is given by a stand-in in their own name for who is absent', async () => {
    const id = await inReview([head]);
    await world.app.get(Delegate).execute(head.actor, {
      fromPostId: null,
      toPostId: deputy.post.id,
      validFrom: '2017-05-02',
      validTo: '2017-05-05',
      reason: 'Đi công tác',
    });
    const standIn = await actorOf(deputy);
    expect((await view(standIn, id)).actions).toContain('agree');
    await agree(standIn, id, 'Đồng ý');
    const { items } = await world.app.get(OpinionsQuery).page(signer.actor, id, { limit: 5 });
    expect(items).toMatchObject([
      { by: { fullName: deputy.actor.fullName }, onBehalfOf: { fullName: head.actor.fullName } },
    ]);
  });

  it('moves with the work of a post that was handed over, for drafts that name it too', async () => {
    const id = await inReview([head, deputy]);
    const draft = await drafted([head]);
    const administrator = await world.aHolder(agency.id, 'agency-administrator');
    const receiver = { kind: 'post' as const, postId: deputy.post.id };
    const wish = { day: '2017-05-02', reason: 'Chuyển công tác', receiver };
    await world.app.get(HandOverPost).execute(administrator.actor, head.post.id, wish);
    expect((await toReview(deputy)).ids).toEqual([id]);
    expect((await view(drafter.actor, draft)).reviewers).toMatchObject([{ postId: deputy.post.id }]);
    await expect(view(head.actor, id)).rejects.toMatchObject({ code: 'not-found' });
    await agree(deputy.actor, id);
    await agree(deputy.actor, id);
    expect((await view(signer.actor, id)).state).toBe('submitted');
  });

  it('is waited for openly when nobody holds the post any more', async () => {
    const id = await inReview([head]);
    await world.app.database.query(`UPDATE posts SET valid_to = '2017-05-02' WHERE id = $1`, [head.post.id]);
    world.dawn('2017-05-03');
    expect((await view(drafter.actor, id)).review?.steps).toMatchObject([{ state: 'asked', isVacant: true }]);
  });
});

describe('a draft in review', () => {
  it('is called back by its drafter alone, and then is nobody else’s to read', async () => {
    const id = await inReview([head, deputy]);
    await expect(world.app.get(CallBackDocument).execute(head.actor, id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await world.app.get(CallBackDocument).execute(drafter.actor, id);
    expect(await view(drafter.actor, id)).toMatchObject({ state: 'draft', review: { state: 'called-back' } });
    await expect(view(head.actor, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await said(drafter.actor, id)).toEqual(
      expect.arrayContaining([
        ['void', '', head.actor.fullName, 1, 1],
        ['void', '', deputy.actor.fullName, 1, 1],
      ]),
    );
    await expect(world.app.get(CallBackDocument).execute(drafter.actor, id)).rejects.toMatchObject({
      code: 'document.wrong-state',
    });
  });

  it('that is called back and agreed to at the same moment goes one way', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await inReview([head]);
      const tries = await Promise.allSettled([
        world.app.get(CallBackDocument).execute(drafter.actor, id),
        agree(head.actor, id),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { state, review } = await view(drafter.actor, id);
      expect([`${state} ${review?.state}`]).toEqual([
        tries[0].status === 'fulfilled' ? 'draft called-back' : 'submitted agreed',
      ]);
    }
  });

  it('can’t be edited, and is not on the agency’s desk: leaders, clerks and colleagues don’t find it', async () => {
    const id = await inReview([head]);
    const { version } = await view(drafter.actor, id);
    await expect(
      world.app.get(EditDocument).execute(drafter.actor, { documentId: id, version, draft: fields([head]) }),
    ).rejects.toMatchObject({ code: 'document.wrong-state' });
    const clerk = await world.aHolder(agency.id, 'clerk');
    for (const { actor } of [signer, clerk, await world.aHolder(agency.id, 'civil-servant')]) {
      await expect(view(actor, id)).rejects.toMatchObject({ code: 'not-found' });
      const { items } = await world.app.get(OutgoingDocumentsQuery).page(actor, { box: 'all', limit: 50 });
      expect(items).toEqual([]);
    }
    const { items } = await world.app.get(OutgoingDocumentsQuery).page(head.actor, { box: 'all', limit: 50 });
    expect(items).toMatchObject([{ id, state: 'in-review', reviewDueOn: day }]);
  });

  it('is read by its reviewers where it is narrowed to others', async () => {
    const servant = await world.aHolder(agency.id, 'civil-servant');
    const id = await inReview([servant]);
    await world.app.database.query('UPDATE documents SET restricted = true WHERE id = $1', [id]);
    await agree(servant.actor, id);
    expect((await view(servant.actor, id)).state).toBe('submitted');
    const { items } = await world.app.get(OutgoingDocumentsQuery).page(servant.actor, { box: 'all', limit: 50 });
    expect(items).toHaveLength(1);
    const colleague = await world.aHolder(agency.id, 'civil-servant');
    await expect(view(colleague.actor, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
