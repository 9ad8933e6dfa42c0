import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { DocumentQuery, ReadNotice } from '#documents';
import { DispatchDocument, OutgoingDocumentsQuery } from '#exchange';
import { DeskCountsQuery, UnconfirmedAccessQuery } from '#incoming';
import { newId } from '#kernel';
import type { Database } from '#platform';
import { aDocument, anAgency, aPost, pastTheLock } from '#testing';
import type { ExchangeWorld } from './exchange-world.js';
import { merge, part, ReorganisationWorld } from './reorganisation-world.js';

let office: ReorganisationWorld;
let world: ExchangeWorld;
let database: Database;

beforeAll(async () => {
  office = await ReorganisationWorld.open();
  world = office.exchange;
  database = office.database;
});

afterAll(async () => {
  await office.close();
});

beforeEach(() => {
  office.startOver();
});

describe('what names a post that the plan moved', () => {
  async function rightsOn(
    objectId: string,
    agencyId: string,
    by: Actor,
    named: Actor,
    kind: string,
    isWithdrawn = false,
  ) {
    const id = newId();
    await database.query(
      `INSERT INTO access_changes (id, object_type, object_id, agency_id, kind, reason, changed_by_post_id, changed_at,
                                   withdrawn_by_post_id, withdrawn_at)
       VALUES ($1, 'document', $2, $3, $4, 'Theo việc', $5, now(), CASE WHEN $6 THEN $5::uuid END, CASE WHEN $6 THEN now() END)`,
      [id, objectId, agencyId, kind, by.postId, isWithdrawn],
    );
    await database.query('INSERT INTO access_change_posts VALUES ($1, $2)', [id, named.postId]);
    return id;
  }

  const postsOf = (changeId: string) =>
    office.one(
      `SELECT changed_by_post_id AS "madeBy", post_id AS named
         FROM access_changes JOIN access_change_posts ON change_id = id WHERE id = $1`,
      [changeId],
    );

  async function delegation(from: Actor, to: Actor, validFrom: string, validTo: string, revoked = false) {
    const id = newId();
    await database.query(
      `INSERT INTO delegations (id, from_post_id, to_post_id, valid_from, valid_to, reason, made_by_post_id, made_at,
                                revoked_at)
       VALUES ($1, $2, $3, $4, $5, 'Đi học', $2, now(), CASE WHEN $6 THEN now() END)`,
      [id, from.postId, to.postId, validFrom, validTo, revoked],
    );
    return id;
  }

  const delegationsOf = (actor: Actor) =>
    database.query(
      `SELECT to_post_id AS "toPostId", valid_from AS "validFrom", valid_to AS "validTo"
         FROM delegations WHERE from_post_id = $1 ORDER BY valid_from`,
      [actor.postId],
    );

  async function handover(fromPostId: string, toPostId: string, effectiveOn: string, isDone = false) {
    const id = newId();
    await database.query(
      `INSERT INTO post_handovers (id, from_post_id, to_post_id, effective_on, reason, made_by_post_id, made_at, done_at)
       VALUES ($1, $2, $3, $4, 'Nghỉ hưu', $2, now(), CASE WHEN $5 THEN now() END)`,
      [id, fromPostId, toPostId, effectiveOn, isDone],
    );
    return id;
  }

  const handoversOf = (id: string) =>
    database.query('SELECT from_post_id AS "from", to_post_id AS "to" FROM post_handovers WHERE id = $1', [id]);

  it('follows the person: rights on one document that hold, and not those that were withdrawn', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [drafter, colleague, stranger] = [
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
    ];
    const { id } = await aDocument(database, { agencyId: a.id, drafterPostId: drafter.postId, restricted: true });
    const narrowed = await rightsOn(id, a.id, drafter, colleague, 'narrowed');
    const withdrawn = await rightsOn(id, a.id, drafter, colleague, 'widened', true);
    const shared = await aDocument(database, { agencyId: a.id, drafterPostId: drafter.postId });
    const widened = await rightsOn(shared.id, a.id, drafter, colleague, 'widened');
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const [drafterNow, colleagueNow] = [await office.afterwards(drafter), await office.afterwards(colleague)];
    const now = { madeBy: drafterNow.postId, named: colleagueNow.postId };
    expect(await postsOf(narrowed)).toEqual(now);
    expect(await postsOf(widened)).toEqual(now);
    expect(await postsOf(withdrawn)).toEqual({ madeBy: drafter.postId, named: colleague.postId });
    await expect(world.get(DocumentQuery).view(colleagueNow, id)).resolves.toMatchObject({ id });
    await expect(world.get(DocumentQuery).view(await office.afterwards(stranger), id)).rejects.toThrow('not-found');
    const recorded = `audit_entries WHERE object_id = ANY ($1) AND action = 'document.access-moved'`;
    expect(await world.count(recorded, [[id, shared.id]])).toBe(2);
  });

  it('follows the person: the box of what they were sent to know, and what is sent to them after the day', async () => {
    const [a, b, recipient] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const [clerk, colleague] = [await office.actorIn(a.id, 'clerk'), await office.actorIn(a.id, 'civil-servant')];
    const informed = (documentId: string) =>
      pastTheLock(database, 'document_informed_posts', () =>
        database.query('INSERT INTO document_informed_posts VALUES ($1, $2, 1, 1)', [documentId, colleague.postId]),
      );
    const sent = async () => {
      const { id } = await world.anIssuedDocument(clerk, [recipient.id]);
      await informed(id);
      return id;
    };
    const [unread, read, unsent] = [await sent(), await sent(), await sent()];
    for (const id of [unread, read]) {
      await world.get(DispatchDocument).execute(clerk, id);
    }
    await world.get(ReadNotice).execute(colleague, read);
    const { id: draft } = await aDocument(database, { agencyId: a.id, state: 'draft' });
    await informed(draft);

    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const now = await office.afterwards(colleague);
    await world.get(DispatchDocument).execute(await office.afterwards(clerk), unsent);
    const { items } = await world.get(OutgoingDocumentsQuery).page(now, { box: 'to-know', limit: 50 });
    const box = Object.fromEntries(items.map(({ id, isUnread }) => [id, isUnread]));
    expect(box).toEqual({ [unread]: true, [read]: false, [unsent]: true });
    await world.get(ReadNotice).execute(now, unread);
    const { people } = await world.get(DocumentQuery).view(now, unread);
    expect(people).toMatchObject([{ postId: colleague.postId, readAt: expect.any(String) }]);
    const named = 'SELECT post_id AS "postId" FROM document_informed_posts WHERE document_id = $1';
    expect(await office.one(named, [draft])).toEqual({ postId: now.postId });
  });

  it('follows the document: a change of rights waits for the leaders of the part that its document came to', async () => {
    const a = await anAgency(database);
    const [drafter, colleague, leader, staying] = [
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'leader'),
      await office.actorIn(a.id, 'leader'),
    ];
    const posts = {
      agencyId: a.id,
      state: 'draft',
      drafterPostId: drafter.postId,
      signerPostId: leader.postId,
    } as const;
    const moving = await aDocument(database, posts);
    const remaining = await aDocument(database, { ...posts, drafterPostId: colleague.postId });
    await rightsOn(moving.id, a.id, drafter, colleague, 'widened');
    await rightsOn(remaining.id, a.id, colleague, drafter, 'widened');
    const [one, other] = [part(), part()];
    await office.scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: false,
        parts: [one, other],
        leadCode: null,
        posts: [
          { postId: drafter.postId, partCode: one.code },
          { postId: leader.postId, partCode: one.code },
        ],
        childrenFollow: false,
      },
    ]);
    await office.atMidnight();
    const waiting = async (by: Actor) => {
      const { items } = await world.get(UnconfirmedAccessQuery).page(by, { limit: 50 });
      return [items.map(({ objectId }) => objectId), (await world.get(DeskCountsQuery).of(by)).toConfirmAccess];
    };
    expect(await waiting(await office.afterwards(leader))).toEqual([[moving.id], 1]);
    expect(await waiting(staying)).toEqual([[remaining.id], 1]);
  });

  it('goes on between two who came to one agency: a stand-in of today from the day, one to come as planned', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [absent, standIn] = [
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
    ];
    await delegation(absent, standIn, '2025-06-20', '2025-07-10');
    await delegation(absent, standIn, '2025-08-01', '2025-08-05');
    await delegation(absent, standIn, '2025-06-01', '2025-06-10');
    await delegation(absent, standIn, '2025-06-25', '2025-07-20', true);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const [absentNow, standInNow] = [await office.afterwards(absent), await office.afterwards(standIn)];
    const [before, after] = [{ toPostId: standIn.postId }, { toPostId: standInNow.postId }];
    expect(await delegationsOf(absent)).toEqual([
      { ...before, validFrom: '2025-06-01', validTo: '2025-06-10' },
      { ...before, validFrom: '2025-06-20', validTo: '2025-06-30' },
      { ...before, validFrom: '2025-06-25', validTo: '2025-07-20' },
    ]);
    expect(await delegationsOf(absentNow)).toEqual([
      { ...after, validFrom: '2025-07-01', validTo: '2025-07-10' },
      { ...after, validFrom: '2025-08-01', validTo: '2025-08-05' },
    ]);
    const recorded = `audit_entries WHERE object_id = $1 AND action = 'delegation.moved'`;
    expect(await world.count(recorded, [absent.personId])).toBe(2);
  });

  it('hands over as planned: to the same colleague at the successor, and what was done stays as it was', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [leaving, left, staying] = [
      await aPost(database, { agencyId: a.id, validTo: '2025-08-31' }),
      await aPost(database, { agencyId: a.id, validTo: '2025-06-30' }),
      await office.actorIn(a.id, 'civil-servant'),
    ];
    const gone = await aPost(database, { agencyId: a.id, validTo: '2025-05-31' });
    const planned = await handover(leaving.id, staying.postId, '2025-09-01');
    const ofTheDay = await handover(left.id, staying.postId, '2025-07-01');
    const done = await handover(gone.id, staying.postId, '2025-06-01', true);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const to = (await office.afterwards(staying)).postId;
    const from = (await office.afterwards(await office.actorOf(leaving.id))).postId;
    expect(await handoversOf(planned)).toEqual([{ from, to }]);
    expect(await handoversOf(ofTheDay)).toEqual([{ from: left.id, to }]);
    expect(await handoversOf(done)).toEqual([{ from: gone.id, to: staying.postId }]);
  });

  it('ends between two who came to different agencies, with a note on record', async () => {
    const a = await anAgency(database);
    const [absent, standIn] = [
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'civil-servant'),
    ];
    await delegation(absent, standIn, '2025-06-20', '2025-07-10');
    const planned = await handover(absent.postId, standIn.postId, '2025-09-01');
    await database.query(`UPDATE posts SET valid_to = '2025-08-31' WHERE id = $1`, [absent.postId]);
    const [lead, other] = [part(), part()];
    await office.scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: true,
        parts: [lead, other],
        leadCode: lead.code,
        posts: [{ postId: standIn.postId, partCode: other.code }],
        childrenFollow: true,
      },
    ]);
    await office.atMidnight();
    const absentNow = await office.afterwards(absent);
    expect((await office.afterwards(standIn)).agencyId).not.toBe(absentNow.agencyId);
    expect(await delegationsOf(absentNow)).toEqual([]);
    expect(await handoversOf(planned)).toEqual([]);
    const entry = await office.one<{ note: string }>(
      `SELECT note FROM audit_entries WHERE object_id = $1 AND action = 'post.handover-ended'`,
      [absent.personId],
    );
    expect(entry.note).toContain('không còn cùng cơ quan');
  });
});
