import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TimelineQuery } from '#audit';
import type { Actor } from '#contracts';
import type { Agency } from '#directory';
import { ApproveDocument, type Document, DocumentQuery, IssueDocument } from '#documents';
import { Delegate, DelegationsQuery, RevokeDelegation, Sessions } from '#identity';
import { aDocument, anAgency, anAttachment } from '#testing';
import { type Holder, PeopleWorld } from './people-world.js';

let world: PeopleWorld;
let agency: Agency;
let absent: Holder;
let standIn: Holder;

beforeAll(async () => {
  world = await PeopleWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  world.dawn('2017-05-02');
  agency = await anAgency(world.app.database, { name: 'Sở Nội vụ' });
  absent = await world.aHolder(agency.id, 'leader', { position: 'Giám đốc' });
  standIn = await world.aHolder(agency.id, 'leader', { position: 'Phó Giám đốc', signingForms: ['KT'] });
});

async function delegate(by: Holder, to: Holder, overrides = {}): Promise<void> {
  await world.app.get(Delegate).execute(by.actor, {
    fromPostId: null,
    toPostId: to.post.id,
    validFrom: '2017-05-02',
    validTo: '2017-05-05',
    reason: 'Đi công tác',
    ...overrides,
  });
}

/** Who the session of this holder makes them at this moment. */
async function actorOf({ post }: Holder): Promise<Actor> {
  const sessions = world.app.get(Sessions);
  const session = await sessions.find(await sessions.begin(post.personId, post.id, '192.0.2.7'));
  if (session === undefined) {
    throw new Error('no session');
  }
  return session.actor;
}

async function submitted(overrides: Partial<Document> = {}): Promise<Document> {
  const state = { state: 'submitted', agencyId: agency.id, signerPostId: absent.post.id } as const;
  const document = await aDocument(world.app.database, { ...state, ...overrides });
  await anAttachment(world.app.database, { documentId: document.id });
  return document;
}

describe('a delegation', () => {
  it('lends the desk from its first day to its last, to sessions that are open too', async () => {
    await delegate(absent, standIn, { validFrom: '2017-05-03', validTo: '2017-05-04' });
    const lent: Record<string, readonly string[]> = {};
    for (const moment of ['02T16:59:59', '02T17:00:00', '04T16:59:59', '04T17:00:00']) {
      world.app.clock.moment = new Date(`2017-05-${moment}Z`);
      lent[moment] = (await actorOf(standIn)).delegatedPostIds;
    }
    expect(lent).toEqual({
      '02T16:59:59': [],
      '02T17:00:00': [absent.post.id],
      '04T16:59:59': [absent.post.id],
      '04T17:00:00': [],
    });
  });

  it('lets the stand-in approve in their own name, on behalf of who is absent', async () => {
    const document = await submitted();
    await delegate(absent, standIn);
    const actor = await actorOf(standIn);
    await world.app.get(ApproveDocument).execute(actor, document.id);
    expect(await world.app.get(DocumentQuery).view(actor, document.id)).toMatchObject({
      state: 'approved',
      signer: { fullName: actor.fullName, position: 'Phó Giám đốc' },
      signingForm: 'KT',
      onBehalfOf: { fullName: absent.actor.fullName, position: 'Giám đốc' },
    });
    expect((await world.app.get(TimelineQuery).of('document', document.id)).at(-1)).toMatchObject({
      event: 'document.approved',
      actor: { fullName: actor.fullName },
      onBehalfOf: { fullName: absent.actor.fullName, position: 'Giám đốc' },
    });
    const clerk = await world.aHolder(agency.id, 'clerk');
    await world.app.get(IssueDocument).execute(clerk.actor, document.id);
    expect(await world.app.get(DocumentQuery).view(clerk.actor, document.id)).toMatchObject({
      signer: { fullName: actor.fullName, position: 'KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC' },
    });
  });

  it('is signed by authority where the stand-in’s post has no form of its own', async () => {
    const plain = await world.aHolder(agency.id, 'leader', { position: 'Trưởng phòng' });
    const document = await submitted();
    await delegate(absent, plain);
    await world.app.get(ApproveDocument).execute(await actorOf(plain), document.id);
    const clerk = await world.aHolder(agency.id, 'clerk');
    await world.app.get(IssueDocument).execute(clerk.actor, document.id);
    expect(await world.app.get(DocumentQuery).view(clerk.actor, document.id)).toMatchObject({
      signer: { position: 'TUQ. GIÁM ĐỐC – TRƯỞNG PHÒNG' },
    });
  });

  it('ends its power with the request after it was taken back', async () => {
    const document = await submitted();
    await delegate(absent, standIn);
    const [made] = await world.app.get(DelegationsQuery).own(absent.actor);
    expect(made).toMatchObject({ state: 'running', mayRevoke: true, reason: 'Đi công tác' });
    await world.app.get(RevokeDelegation).execute(absent.actor, made?.id ?? '');
    await expect(world.app.get(ApproveDocument).execute(await actorOf(standIn), document.id)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(world.app.get(RevokeDelegation).execute(absent.actor, made?.id ?? '')).rejects.toMatchObject({
      code: 'delegation.over',
    });
    expect(await world.recordsOf(absent.post.personId)).toEqual(['delegation.made', 'delegation.revoked']);
  });

  it.each([
    ['the post of who is absent has ended', async () => endPost(absent)],
    ['who is absent is disabled', async () => disable(absent)],
    ['the post of who is absent is another’s role now', async () => changeRole(absent)],
  ])('lends nothing any more when %s', async (_why, change) => {
    await delegate(absent, standIn);
    await change();
    expect((await actorOf(standIn)).delegatedPostIds).toEqual([]);
  });

  it('lets a stand-in see the drafts of a colleague, and nobody else', async () => {
    const drafter = await world.aHolder(agency.id, 'civil-servant');
    const colleague = await world.aHolder(agency.id, 'civil-servant');
    const draft = await submitted({ state: 'draft', drafterPostId: drafter.post.id });
    const query = world.app.get(DocumentQuery);
    await expect(query.view(await actorOf(colleague), draft.id)).rejects.toMatchObject({ code: 'not-found' });
    await delegate(drafter, colleague);
    expect(await query.view(await actorOf(colleague), draft.id)).toMatchObject({
      actions: ['edit', 'submit', 'keep-version', 'comment'],
    });
    expect((await actorOf(standIn)).delegatedPostIds).toEqual([]);
  });

  it('is refused to oneself, to another role or agency, and to a post that ends before it', async () => {
    const elsewhere = await world.aHolder((await anAgency(world.app.database)).id, 'leader');
    const clerk = await world.aHolder(agency.id, 'clerk');
    const ending = await world.aHolder(agency.id, 'leader', { validTo: '2017-05-04' });
    for (const unfit of [absent, elsewhere, clerk, ending]) {
      await expect(delegate(absent, unfit)).rejects.toMatchObject({ code: 'delegation.unfit-stand-in' });
    }
  });

  it('is refused for a day that has passed, an end before its beginning, and more than a year', async () => {
    for (const days of [
      { validFrom: '2017-05-01' },
      { validFrom: '2017-05-04', validTo: '2017-05-03' },
      { validTo: '2018-05-03' },
    ]) {
      await expect(delegate(absent, standIn, days)).rejects.toMatchObject({ code: 'delegation.days' });
    }
  });

  it('is made for one stand-in at a time and not passed on, also by those who ask at the same time', async () => {
    const third = await world.aHolder(agency.id, 'leader');
    for (let day = 10; day < 16; day += 1) {
      const days = { validFrom: `2017-07-${day}`, validTo: `2017-07-${day}` };
      const tries = await Promise.allSettled([
        delegate(absent, standIn, days),
        delegate(standIn, third, days),
        delegate(third, absent, days),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const refused of tries.filter(({ status }) => status === 'rejected')) {
        expect(refused).toMatchObject({ reason: { code: 'delegation.overlapping' } });
      }
    }
    await delegate(absent, standIn, { validFrom: '2017-06-01', validTo: '2017-06-02' });
    await expect(delegate(absent, third, { validFrom: '2017-06-02', validTo: '2017-06-03' })).rejects.toMatchObject({
      code: 'delegation.overlapping',
    });
  });

  it('is made for others by the agency’s administrator, and by nobody else', async () => {
    const administrator = await world.aHolder(agency.id, 'agency-administrator');
    const stranger = await world.aHolder((await anAgency(world.app.database)).id, 'agency-administrator');
    const forAbsent = { fromPostId: absent.post.id };
    await expect(delegate(stranger, standIn, forAbsent)).rejects.toMatchObject({ code: 'not-found' });
    await expect(delegate(standIn, standIn, forAbsent)).rejects.toMatchObject({ code: 'permission.denied' });
    await delegate(administrator, standIn, forAbsent);
    expect((await actorOf(standIn)).delegatedPostIds).toEqual([absent.post.id]);
  });
});

async function endPost({ post }: Holder): Promise<void> {
  await world.app.database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE id = $1`, [post.id]);
}

async function disable({ post }: Holder): Promise<void> {
  await world.app.database.query('UPDATE people SET disabled_at = now() WHERE id = $1', [post.personId]);
}

async function changeRole({ post }: Holder): Promise<void> {
  await world.app.database.query(`UPDATE posts SET role = 'clerk' WHERE id = $1`, [post.id]);
}
