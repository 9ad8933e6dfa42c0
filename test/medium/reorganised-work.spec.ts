import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DraftDocument as Draft } from '#contracts';
import { DocumentQuery, DraftDocument, IssueDocument } from '#documents';
import { DeliverDispatch, DispatchDocument, OutgoingDocumentsQuery } from '#exchange';
import { AcceptArrival, ArrivalQuery, ArrivalsQuery, CompleteArrival, DeskCountsQuery } from '#incoming';
import { type Database, LiveFeed } from '#platform';
import { TakeEffect } from '#reorganisation';
import { aDocument, anAgency, anArrival, aPost, waitUntil } from '#testing';
import type { ExchangeWorld } from './exchange-world.js';
import { merge, ReorganisationWorld } from './reorganisation-world.js';
import { gate } from './gate.js';

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

/** Whether somebody waits for the structure of the agencies, to change it or to work under it. */
async function isWaiting(mode: 'ExclusiveLock' | 'ShareLock'): Promise<boolean> {
  const waiting = await world.count(
    `pg_locks WHERE locktype = 'advisory' AND NOT granted AND mode = $1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [mode],
  );
  return waiting > 0;
}

describe('work after the day', () => {
  it('goes on at the successor: drafts with their drafters, and back from a leader who has gone', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [drafter, leader] = [await office.actorIn(a.id, 'civil-servant'), await office.actorIn(a.id, 'leader')];
    const at = (state: 'draft' | 'in-review' | 'submitted' | 'approved' | 'returned') =>
      aDocument(database, { agencyId: a.id, state, drafterPostId: drafter.postId, signerPostId: leader.postId });
    const documents = [await at('draft'), await at('submitted'), await at('approved'), await at('returned')];
    const asked = await at('in-review');
    documents.push(asked);
    await database.query(
      `INSERT INTO review_rounds (id, document_id, number, mode, state, version_number, opened_at)
       VALUES ($1, $1, 1, 'in-turn', 'open', 1, now())`,
      [asked.id],
    );
    await database.query(
      `INSERT INTO review_steps (id, round_id, document_id, position, post_id, due_on, state, reads)
       VALUES ($1, $1, $1, 1, $2, '2099-01-01', 'asked', true)`,
      [asked.id, leader.postId],
    );
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const [drafterNow, leaderNow] = [await office.afterwards(drafter), await office.afterwards(leader)];
    expect(await world.count(`review_rounds WHERE document_id = $1 AND state = 'broken-off'`, [asked.id])).toBe(1);
    for (const [index, state] of ['draft', 'returned', 'returned', 'returned', 'returned'].entries()) {
      const view = await world.get(DocumentQuery).view(drafterNow, documents[index]?.id ?? '');
      expect(view).toMatchObject({ state, agency: { id: b.id }, signerPostId: leaderNow.postId });
      expect(view.timeline.at(-1)?.note).toContain('Cơ quan được sắp xếp lại (Sắp xếp)');
    }
  });

  it('leaves no draft without somebody who may open it, when its drafter left long ago', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const gone = await aPost(database, { agencyId: a.id, validTo: '2024-01-01' });
    const leader = await office.actorIn(a.id, 'leader');
    const { id } = await aDocument(database, {
      agencyId: a.id,
      state: 'submitted',
      drafterPostId: gone.id,
      signerPostId: leader.postId,
    });
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    await expect(world.get(DocumentQuery).view(await office.afterwards(leader), id)).resolves.toMatchObject({
      state: 'returned',
    });
  });

  it('that was issued keeps code, name and register, and the successor’s clerk sends it', async () => {
    const [a, b, recipient] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const clerk = await office.actorIn(a.id, 'clerk');
    const { id } = await world.anIssuedDocument(clerk, [recipient.id], 'electronic', {
      issuerName: a.name,
      issuerCode: a.code,
    });
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const now = await office.afterwards(clerk);
    await world.get(DispatchDocument).execute(now, id);
    expect(await world.get(DocumentQuery).view(now, id)).toMatchObject({
      state: 'sent',
      agency: { code: a.code, name: a.name },
    });
    const own = await world.get(OutgoingDocumentsQuery).page(now, { box: 'all', limit: 50 });
    const old = await world.get(OutgoingDocumentsQuery).page(now, { box: 'all', limit: 50, agencyId: a.id });
    expect(own.items.map((item) => item.id)).not.toContain(id);
    expect(old.items.map((item) => item.id)).toContain(id);
    const stranger = await world.aClerk();
    await expect(
      world.get(OutgoingDocumentsQuery).page(stranger, { box: 'all', limit: 50, agencyId: a.id }),
    ).rejects.toThrow('not-found');
    await expect(world.get(DocumentQuery).view(stranger, id)).rejects.toThrow('not-found');
  });

  it('that was issued and not sent waits on the desk of the successor’s clerk until it is sent', async () => {
    const [a, b, recipient] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const clerk = await office.actorIn(a.id, 'clerk');
    const { id } = await world.anIssuedDocument(clerk, [recipient.id]);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const now = await office.afterwards(clerk);
    const toSend = async (agencyId?: string) =>
      (await world.get(OutgoingDocumentsQuery).page(now, { box: 'to-send', limit: 50, agencyId })).items.map(
        (item) => item.id,
      );
    const counted = async () => (await world.get(DeskCountsQuery).of(now)).toSend;
    expect([await toSend(), await counted()]).toEqual([[id], 1]);
    expect([await toSend(a.id), await toSend(b.id)]).toEqual([[id], []]);
    await world.get(DispatchDocument).execute(now, id);
    expect([await toSend(), await counted()]).toEqual([[], 0]);
  });

  it('that had arrived and was not registered is the successor’s, under both names; the rest stays in the closed register', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await office.actorIn(a.id, 'clerk');
    const waiting = await anArrival(database, { agencyId: a.id });
    const registered = await anArrival(database, { agencyId: a.id });
    await world.get(AcceptArrival).execute(clerk, registered.id);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const now = await office.afterwards(clerk);
    expect(await world.get(ArrivalQuery).view(now, waiting.id)).toMatchObject({
      addressee: { code: a.code, name: a.name },
    });
    await expect(world.get(AcceptArrival).execute(now, waiting.id)).resolves.toBe(1);
    const closed = await world.get(ArrivalsQuery).page(now, { box: 'all', limit: 50, agencyId: a.id });
    expect(closed.items.map(({ arrivalNumber, id }) => [id, arrivalNumber])).toEqual([[registered.id, 1]]);
    await world.get(CompleteArrival).execute(now, registered.id);
    expect(
      await office.one('SELECT agency_id AS "agencyId" FROM archive_entries WHERE source_id = $1', [registered.id]),
    ).toEqual({ agencyId: a.id });
  });

  it('that is on its way to a closed agency arrives at its successor, and says whom it was for', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const sender = await world.aClerk();
    const { id } = await world.anIssuedDocument(sender, [a.id]);
    await world.get(DispatchDocument).execute(sender, id);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(id) });
    expect(
      await office.one(
        `SELECT arrival.agency_id AS "agencyId", addressee_name AS "addresseeName", recipient_id AS "recipientId"
                   FROM arrivals AS arrival JOIN deliveries ON deliveries.id = delivery_id WHERE document_id = $1`,
        [id],
      ),
    ).toEqual({ agencyId: b.id, addresseeName: expect.any(String), recipientId: a.id });
  });

  it('that is sent to a closed agency after the day goes to its successor; with no successor it is refused', async () => {
    const [a, b, c] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const sender = await world.aClerk();
    const toSuccessor = await world.anIssuedDocument(sender, [a.id]);
    const toNobody = await world.anIssuedDocument(sender, [c.id]);
    await office.scheduled([
      merge([a], b),
      { kind: 'dissolve', agencyId: c.id, successor: null, childrenFollow: false },
    ]);
    await office.atMidnight();
    await world.get(DispatchDocument).execute(sender, toSuccessor.id);
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(toSuccessor.id) });
    expect(await world.count('arrivals WHERE agency_id = $1', [b.id])).toBe(1);
    await expect(world.get(DispatchDocument).execute(sender, toNobody.id)).rejects.toThrow(
      'document.unknown-recipient',
    );
  });

  it('that arrives at the successor is heard there, and not at the agency that closed', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const sender = await world.aClerk();
    const { id } = await world.anIssuedDocument(sender, [a.id]);
    await world.get(DispatchDocument).execute(sender, id);
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const heard: string[] = [];
    let isReady = false;
    const ready = world
      .get(LiveFeed)
      .eventsFor({ agencyId: sender.agencyId })
      .subscribe(({ event }) => {
        isReady ||= event.id === 'after the day';
      });
    const listen = (agencyId: string) =>
      world
        .get(LiveFeed)
        .eventsFor({ agencyId })
        .subscribe(({ event }) => event.topic === 'arrivals' && heard.push(agencyId));
    // The day itself tells everyone; what it said is heard before the delivery when somebody hears what comes after it.
    await database.query(`SELECT pg_notify('vanthu_live', $1)`, [
      JSON.stringify({ agencyId: sender.agencyId, topic: 'share', id: 'after the day' }),
    ]);
    await waitUntil('the day was heard', 5_000, async () => isReady);
    const streams = [ready, listen(a.id), listen(b.id)];
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(id) });
    await waitUntil('the arrival is heard', 5_000, async () => heard.length > 0);
    expect(heard).toEqual([b.id]);
    streams.forEach((stream) => stream.unsubscribe());
  });

  it('names the successor to a drafter whose recipient was closed', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const drafter = await world.aClerk();
    const leader = await office.actorIn(drafter.agencyId, 'leader');
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const draft = Draft.parse({
      typeCode: 'quyet-dinh',
      subject: 'Về việc gửi nơi nhận cũ',
      signerPostId: leader.postId,
      recipients: [{ agencyId: a.id, channel: 'electronic' }],
    });
    const refused = world.get(DraftDocument).execute(drafter, draft);
    await expect(refused).rejects.toMatchObject({
      code: 'document.recipient-succeeded',
      params: { name: a.name, successor: b.name },
    });
  });

  it('finds the registers of a closed agency closed', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    await office.scheduled([merge([a], b)]);
    await office.atMidnight();
    const left = await anArrival(database, { agencyId: a.id });
    const clerk = await world.aClerk(b.id);
    const successor = await office.actorOf(clerk.postId);
    await expect(world.get(AcceptArrival).execute(successor, left.id)).rejects.toThrow('register.closed');
  });
});

describe('work in the moment of the day', () => {
  it('is done before it or refused after it, and never half of both', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [drafter, leader, clerk] = [
      await office.actorIn(a.id, 'civil-servant'),
      await office.actorIn(a.id, 'leader'),
      await office.actorIn(a.id, 'clerk'),
    ];
    const recipient = await anAgency(database);
    const posts = { drafterPostId: drafter.postId, signerPostId: leader.postId };
    const many = Array.from({ length: 12 });
    const toIssue = await Promise.all(
      many.map(() => world.anIssuedDocument(clerk, [recipient.id], 'electronic', { state: 'approved', ...posts })),
    );
    const toSend = await Promise.all(
      many.map(() => world.anIssuedDocument(clerk, [recipient.id], 'electronic', posts)),
    );
    const toAccept = await Promise.all(many.map(() => anArrival(database, { agencyId: a.id })));
    await office.scheduled([merge([a], b)]);
    office.passMidnight();
    const outcomes = await Promise.allSettled([
      ...toIssue.slice(0, 6).map(({ id }) => world.get(IssueDocument).execute(clerk, id)),
      ...toSend.slice(0, 6).map(({ id }) => world.get(DispatchDocument).execute(clerk, id)),
      ...toAccept.slice(0, 6).map(({ id }) => world.get(AcceptArrival).execute(clerk, id)),
      world.get(TakeEffect).execute(),
      ...toIssue.slice(6).map(({ id }) => world.get(IssueDocument).execute(clerk, id)),
      ...toSend.slice(6).map(({ id }) => world.get(DispatchDocument).execute(clerk, id)),
      ...toAccept.slice(6).map(({ id }) => world.get(AcceptArrival).execute(clerk, id)),
    ]);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [String(outcome.reason.message)] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(reasons.length === 0 ? [] : ['agency.reorganised']));
    const entries = await database.query<{ number: number }>(
      'SELECT number FROM outgoing_entries WHERE agency_id = $1 ORDER BY number',
      [a.id],
    );
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    const issued = await world.count(`documents WHERE id = ANY ($1) AND agency_id = $2 AND state = 'issued'`, [
      toIssue.map(({ id }) => id),
      a.id,
    ]);
    expect(issued).toBe(entries.length);
    expect(
      await world.count(`documents WHERE id = ANY ($1) AND agency_id = $2 AND state = 'returned'`, [
        toIssue.map(({ id }) => id),
        b.id,
      ]),
    ).toBe(many.length - issued);
    expect(await world.count(`arrivals WHERE agency_id = $1 AND state = 'arrived'`, [a.id])).toBe(0);
    expect(await world.count(`arrivals WHERE agency_id = ANY ($1)`, [[a.id, b.id]])).toBe(many.length);
  });

  it('waits for work under way, and nobody who waited goes on under the closed agency', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await office.actorIn(a.id, 'clerk');
    const first = await anArrival(database, { agencyId: a.id });
    const second = await anArrival(database, { agencyId: a.id });
    const id = await office.scheduled([merge([a], b)]);
    office.passMidnight();
    const [begun, mayEnd] = [gate(), gate()];
    const work = database.transaction(async () => {
      await world.get(AcceptArrival).execute(clerk, first.id);
      begun.open();
      await mayEnd.opened;
    });
    await begun.opened;
    const effect = world.get(TakeEffect).execute();
    await waitUntil('the reorganisation waits', 5_000, () => isWaiting('ExclusiveLock'));
    const late = world
      .get(AcceptArrival)
      .execute(clerk, second.id)
      .catch((error: unknown) => (error instanceof Error ? error.message : ''));
    await waitUntil('the late work waits', 5_000, () => isWaiting('ShareLock'));
    expect(await office.stateOf(id)).toBe('scheduled');
    mayEnd.open();
    await Promise.all([work, effect]);
    expect(await late).toBe('agency.reorganised');
    expect(
      await office.one('SELECT agency_id AS "agencyId", arrival_number AS number FROM arrivals WHERE id = $1', [
        first.id,
      ]),
    ).toEqual({ agencyId: a.id, number: 1 });
    expect(await office.one('SELECT agency_id AS "agencyId", state FROM arrivals WHERE id = $1', [second.id])).toEqual({
      agencyId: b.id,
      state: 'arrived',
    });
  });
});
